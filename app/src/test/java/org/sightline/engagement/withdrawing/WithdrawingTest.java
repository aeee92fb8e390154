package org.sightline.engagement.withdrawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.OpenSessions;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class WithdrawingTest {

  @Autowired private OpenSessions sessions;
  @Autowired private TestPeople people;

  @Test
  void isNotThereOnTheStaffSiteAndAGetDeletesNothing() {
    var session = sessions.open();
    String code = slip(session.classCode());

    assertThat(people.stranger().get("/withdrawing").path()).isEqualTo("/signing-in");
    assertThat(people.student().get("/withdrawing?code=" + code).heading())
        .isEqualTo("Take your map out");
    assertThat(people.student().post("/withdrawing", "code", code).heading())
        .isEqualTo("Your map is deleted");
  }

  @Test
  void everyWrongCodeHasItsOwnSentence() {
    var session = sessions.open();
    String code = slip(session.classCode());
    people.student().post("/withdrawing", "code", code);
    var sentences = new HashSet<String>();
    for (String typed : new String[] {"", "O" + code.substring(1), code.substring(1), code}) {
      var answer = people.student().post("/withdrawing", "code", typed);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.page().select("#code").val()).isEqualTo(typed);
      sentences.add(answer.page().select(".govuk-error-summary a").text());
    }

    assertThat(sentences).hasSize(4).doesNotContain("");
  }

  @Test
  void whoeverKeepsTheirMapIsNotToldThatTheySentNone() {
    var page = people.student().get("/withdrawing").page();

    assertThat(page.select("form[action=/leaving] input[name=from]").val())
        .isEqualTo("withdrawing");
    assertThat(
            people.student().post("/leaving", "from", "withdrawing").page().select("main").text())
        .doesNotContain("sent no map");
  }

  @Test
  void twoReceiptsOfTheSameSessionHaveNothingInCommon() {
    var session = sessions.open();
    String first = receipt(slip(session.classCode()));
    String second = receipt(slip(session.classCode()));

    assertThat(first).isNotEqualTo(second);
    assertThat(first).matches("Receipt number [2-9A-Z]{8}");
  }

  private String receipt(String code) {
    return people.student().post("/withdrawing", "code", code).page().select(".receipt").text();
  }

  private String slip(String classCode) {
    var student = people.student();
    student.post("/joining", "code", classCode);
    return student.post("/slip", "year", "").page().select(".slip").attr("data-code");
  }
}
