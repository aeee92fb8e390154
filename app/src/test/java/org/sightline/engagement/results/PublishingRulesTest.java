package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.PublishingRules.Detail;

class PublishingRulesTest {

  private static final SmallNumbers SMALL = SmallNumbers.USUAL;

  @Test
  void smallNumbersCannotBeUnderFour() {
    assertThatThrownBy(() -> new SmallNumbers(3))
        .hasMessage("The smallest number shown cannot be 3: it must be four or more");
  }

  @Test
  void nothingIsMadeBeforeASessionIsClosed() {
    assertThat(PublishingRules.mayPublish(0, 0, List.of(), SMALL))
        .isEqualTo("No session of this round has been closed yet.");
  }

  @Test
  void nothingIsMadeFromFourMaps() {
    assertThat(PublishingRules.mayPublish(1, 4, List.of(), SMALL))
        .startsWith("There are too few maps");
    assertThat(PublishingRules.detail(1, 4, SMALL)).isEqualTo(Detail.NOTHING);
  }

  @Test
  void fourChangedMapsLeaveResultsAsTheyAreAndTheRefusalDoesNotSayHowMany() {
    var earlier = List.of(new Publication(1, 12, 1));

    assertThat(PublishingRules.mayPublish(3, 14, earlier, SMALL))
        .isEqualTo(
            "Compared with results already made, fewer than 5 maps have changed. They stay as they are.")
        .isEqualTo(PublishingRules.mayPublish(3, 12, List.of(new Publication(1, 12, 0)), SMALL));
  }

  @Test
  void fiveInAndFiveOutMayNotLeadBackToTheFirst() {
    var first = new Publication(1, 12, 0);
    var second = new Publication(2, 17, 0);
    var publications = List.of(first, second);
    for (int gone = 0; gone < 5; gone++) {
      publications = Publication.afterWithdrawal(publications, 2);
    }

    assertThat(publications.get(1).changedSince(12)).isEqualTo(5);
    assertThat(publications.getFirst().changedSince(12)).isZero();
    assertThat(PublishingRules.mayPublish(3, 12, publications, SMALL)).isNotNull();
  }

  @Test
  void countsNeedTwoSessionsAndTenMaps() {
    assertThat(PublishingRules.detail(1, 12, SMALL)).isEqualTo(Detail.BANDS);
    assertThat(PublishingRules.detail(2, 9, SMALL)).isEqualTo(Detail.BANDS);
    assertThat(PublishingRules.detail(2, 10, SMALL)).isEqualTo(Detail.COUNTS);
    assertThat(PublishingRules.detail(2, 12, new SmallNumbers(8))).isEqualTo(Detail.BANDS);
  }

  @Test
  void aMapThatWasNeverPublishedLeavesNoTraceWhenItGoes() {
    var publications = List.of(new Publication(1, 12, 0));

    assertThat(Publication.afterWithdrawal(publications, null)).isEqualTo(publications);
  }

  @Test
  void threeGoneAndTwoAddedAreFiveChanged() {
    assertThat(new Publication(1, 12, 3).changedSince(11)).isEqualTo(5);
    assertThat(PublishingRules.mayPublish(3, 11, List.of(new Publication(1, 12, 3)), SMALL))
        .isNull();
  }
}
