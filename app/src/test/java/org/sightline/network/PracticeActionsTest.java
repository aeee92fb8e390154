package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.OwnActions;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

/// B94: what is tried out reaches nobody.
@SightlineTest
class PracticeActionsTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestCasework casework;
  @Autowired private Exercises exercises;
  @Autowired private Gaps gaps;
  @Autowired private OwnActions own;

  @Test
  void whatIsAgreedForPracticeWaitsForNobody() {
    var team = casework.aTeam("Practice");
    var asChair = team.asChair();
    var text = new ExerciseText("Try it out", "", "", List.of(), List.of(), "", "", "");
    var practice =
        exercises.open(
            asChair,
            team.id(),
            TestCasework.purpose("Practice"),
            new Exercises.Opening(
                true,
                "contextual-safeguarding",
                "peer-group",
                TODAY,
                "referral",
                Exercise.Standing.NONE,
                null,
                text));
    var terms =
        new ActionTerms(
            ActionTerms.Kind.GAP,
            ActionTerms.About.CONTEXT,
            "Who drives the van?",
            "Police",
            asChair.user(),
            "",
            TODAY.minusDays(3));
    gaps.ask(asChair, practice, terms);

    assertThat(gaps.of(asChair, practice).gaps()).hasSize(1);
    assertThat(own.of(asChair)).isEmpty();
    assertThat(own.waitsFor(asChair)).isFalse();
  }
}
