package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.Question.Kind;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class QuestionsPagesTest {

  @Autowired private TestPeople people;
  @Autowired private FloorPlans plans;
  @Autowired private Rounds rounds;
  @Autowired private Sessions sessions;
  @Autowired private Questions questions;

  private Round round;

  @BeforeEach
  void startARound() {
    round = new PlannedRound(people, plans, rounds, sessions).round();
  }

  @Test
  void theHeadReadsTheQuestionsAndChangesNone() {
    var head = people.signedIn(Role.HEAD);

    assertThat(head.get(path()).page().select("main form")).isEmpty();
    assertThat(head.post(path(), "words", "Mine?").status()).isEqualTo(404);
    assertThat(people.signedIn(people.cast().outsider()).post(path(), "words", "Mine?").status())
        .isEqualTo(404);
  }

  @Test
  void aQuestionWithoutWordsIsRefused() {
    var page = people.signedIn(Role.FACILITATOR).post(path(), "words", " ", "hint", "A hint");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select("#hint").text()).isEqualTo("A hint");
  }

  @Test
  void aKindThatIsNoneIsNotThere() {
    assertThat(
            people
                .signedIn(Role.FACILITATOR)
                .get("/engagement/rounds/" + round.id() + "/questions/other")
                .status())
        .isEqualTo(404);
  }

  @Test
  void nineExamplesAndThreeForAShortSessionAreThereFromTheStart() {
    var facilitator = people.signedIn(Role.FACILITATOR);

    assertThat(facilitator.get(path()).page().select(".questions > li")).hasSize(9);
    assertThat(
            facilitator
                .get("/engagement/rounds/" + round.id() + "/questions/in-session")
                .page()
                .select(".questions > li"))
        .hasSize(3);
  }

  @Test
  void aFacilitatorAddsRewordsMovesRemovesAndCopies() {
    var facilitator = people.signedIn(Role.FACILITATOR);
    facilitator.post(path(), "words", "Where do most of us like to be?", "hint", "");
    var list = questions.of(people.as(Role.FACILITATOR), round.id(), Kind.DISCUSSION);
    var own = list.getLast();
    var first = list.getFirst();

    facilitator.post(path() + "/" + own.id() + "/place", "to", "earlier");
    facilitator.post(path() + "/" + first.id(), "words", "Which places feel good?", "hint", "");
    var removed = facilitator.post(path() + "/" + list.get(5).id() + "/removal");

    assertThat(removed.page().select(".questions > li strong").eachText())
        .hasSize(9)
        .contains("Where do most of us like to be?")
        .startsWith("Which places feel good?")
        .doesNotContain(list.get(5).words());
    var now = questions.of(people.as(Role.FACILITATOR), round.id(), Kind.DISCUSSION);
    assertThat(now.get(7).words()).isEqualTo("Where do most of us like to be?");
    assertThat(now.getFirst().source()).isEqualTo(first.source());
    var copied = facilitator.post(path() + "/copies", "source", "size");
    assertThat(copied.page().select(".questions > li strong").eachText())
        .endsWith(list.get(5).words());
  }

  @Test
  void aPageOpenedBeforeTheCopiesWereMadeStillFindsItsQuestion() {
    var facilitator = people.signedIn(Role.FACILITATOR);
    var shipped = Question.shipped(Kind.DISCUSSION).get(2);

    var page = facilitator.post(path() + "/" + shipped.id() + "/removal");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.page().select(".questions > li")).hasSize(8);
  }

  @Test
  void theLastQuestionStays() {
    var facilitator = people.signedIn(Role.FACILITATOR);
    var three = Question.shipped(Kind.IN_SESSION);
    var at = "/engagement/rounds/" + round.id() + "/questions/in-session/";
    facilitator.post(at + three.get(0).id() + "/removal");
    facilitator.post(at + three.get(1).id() + "/removal");

    assertThat(facilitator.post(at + three.get(2).id() + "/removal").status()).isEqualTo(422);
  }

  private String path() {
    return "/engagement/rounds/" + round.id() + "/questions/discussion";
  }
}
