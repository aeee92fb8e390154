package org.sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.testing.Lists;

/// What people said about pairs: refused where it contradicts itself, and about the same rows
/// whatever becomes of the lists.
class JudgementsTest {

  private static final String HEAD = "forename,surname,dob,postcode\n";
  private static final String ANN = "Ann,Lee,03/04/2010,LU1 2AB\n";
  private static final String BILL = "Bill,Okafor,09/09/2011,LU3 4CD\n";
  private static final String ZOE = "Zoe,Orr,01/02/2011,LU5 6EF\n";
  private static final String IDA = "Ida,Novak,11/11/2012,LU7 8GH\n";

  @Test
  void aRowJudgedAgainstItselfIsRefused() {
    assertThatThrownBy(() -> link(ANN + BILL, judged(1, 2, 2, Answer.SAME)))
        .hasMessage("Row 1 of judged.csv judges row 2 of A against itself.");
  }

  @Test
  void samePairSameAndDifferentIsRefusedInEitherOrder() {
    var same = judged(1, 1, 2, Answer.SAME);
    var different = judged(2, 2, 1, Answer.DIFFERENT);

    assertThatThrownBy(() -> link(ANN + BILL, same, different))
        .hasMessage(
            "Row 1 of judged.csv and row 2 of judged.csv say opposite things about row 2 of A and row 1 of A. Correct one of them.");
    assertThatThrownBy(() -> link(ANN + BILL, different, same))
        .hasMessageContaining("Row 2 of judged.csv and row 1 of judged.csv say opposite things");
  }

  @Test
  void differentWhereOthersMakeThemOneIsRefusedByTheRowsThatDo() {
    var rows = ANN + BILL + ZOE + IDA;

    assertThatThrownBy(
            () ->
                link(
                    rows,
                    judged(1, 1, 2, Answer.SAME),
                    judged(2, 1, 3, Answer.DIFFERENT),
                    judged(3, 3, 2, Answer.SAME),
                    judged(4, 3, 4, Answer.SAME)))
        .hasMessage(
            "Row 2 of judged.csv says two people, and row 1 of judged.csv and row 3 of judged.csv together make them one. Correct one of these.");
  }

  @Test
  void unsureGivesWayToEitherWhicheverComesFirst() throws Exception {
    for (var order :
        List.of(List.of(Answer.UNSURE, Answer.SAME), List.of(Answer.SAME, Answer.UNSURE))) {
      try (var linkage =
          link(ANN + BILL, judged(1, 1, 2, order.get(0)), judged(2, 1, 2, order.get(1)))) {
        assertThat(linkage.areOnePerson(0, 1)).isTrue();
      }
    }
  }

  @Test
  void aJudgementWithItsSignGoesWithItsRow() throws Exception {
    try (var first = link(ANN + BILL + ZOE)) {
      var checks = new RowChecks(first.records());
      var known =
          new JudgedRows("A", 1, "A", 2, Answer.SAME, "row 1 of j.csv", checks.of(0), checks.of(1));

      try (var later = link(IDA + ZOE + ANN + "Bill,Okafor,2011-09-09,LU9 9ZZ\n", known)) {
        assertThat(later.areOnePerson(2, 3)).as("moved down, and moved house").isTrue();
        assertThat(later.areOnePerson(0, 1)).as("who stands there now").isFalse();
      }
      assertThatThrownBy(() -> link(ANN + ZOE, known))
          .hasMessageContaining(
              "Row 1 of j.csv is about what was row 2 of A, and no row of that list")
          .hasMessageNotContaining("Bill");
    }
  }

  private static JudgedRows judged(int number, int left, int right, Answer answer) {
    return new JudgedRows(
        "A", left, "A", right, answer, "row " + number + " of judged.csv", "", "");
  }

  private static Linkage link(String rows, JudgedRows... judged) {
    var lists = new Lists().list("A", HEAD + rows);
    List.of(judged).forEach(lists::judged);
    return lists.link();
  }
}
