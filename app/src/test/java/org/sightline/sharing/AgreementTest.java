package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.UserId;
import org.sightline.sharing.Agreement.Asked;
import org.sightline.sharing.Agreement.Status;
import org.sightline.sharing.Agreement.Step;
import org.sightline.sharing.Agreement.StepKind;

/// Where an agreement stands, from its versions and what was done with them.
class AgreementTest {

  private static final Instant THEN = Instant.parse("2027-01-04T09:00:00Z");
  private static final UserId SOMEBODY = UserId.random();

  @Test
  void aNewVersionIsWrittenBesideTheOneThatHolds() {
    var agreement = agreement(2, List.of(step(1, StepKind.ACTIVATED, 1)), List.of());

    assertThat(agreement.status()).isEqualTo(Status.IN_FORCE);
    assertThat(agreement.held().orElseThrow().number()).isEqualTo(1);
    assertThat(agreement.draft().orElseThrow().number()).isEqualTo(2);
    assertThat(agreement.terms().title()).isEqualTo("Version 1");
  }

  @Test
  void whatIsSuspendedCanComeBackAndWhatHasEndedCannot() {
    var suspended =
        agreement(
            1, List.of(step(1, StepKind.ACTIVATED, 1), step(1, StepKind.SUSPENDED, 2)), List.of());
    var ended =
        agreement(
            1, List.of(step(1, StepKind.ACTIVATED, 1), step(1, StepKind.ENDED, 2)), List.of());

    assertThat(suspended.startable()).isPresent();
    assertThat(ended.startable()).isEmpty();
  }

  @Test
  void thatItEndedIsTakenBackWithinADayAndItStandsAsBefore() {
    var steps =
        new ArrayList<>(
            List.of(
                step(1, StepKind.ACTIVATED, 1),
                step(1, StepKind.SUSPENDED, 2),
                step(1, StepKind.ENDED, 3)));
    var ended = agreement(1, steps, List.of());
    var at = steps.getLast().at();
    assertThat(ended.returnableUntil(at.plus(Duration.ofHours(24)).minusSeconds(1))).isPresent();
    assertThat(ended.returnableUntil(at.plus(Duration.ofHours(24)))).isEmpty();

    steps.add(step(1, StepKind.RETURNED, 4));
    var back = agreement(1, steps, List.of());

    assertThat(back.status()).isEqualTo(Status.SUSPENDED);
    assertThat(back.returnableUntil(at)).isEmpty();
  }

  @Test
  void whatWasAskedBeforeTheLastStepAsksForNothingAnyMore() {
    var asked = new Asked(1, SOMEBODY, THEN);
    var suspended =
        agreement(
            1,
            List.of(step(1, StepKind.ACTIVATED, 1), step(1, StepKind.SUSPENDED, 2)),
            List.of(asked));

    assertThat(suspended.waiting(THEN.plusSeconds(60))).isEmpty();
  }

  @Property
  void aRequestWaitsSevenDaysAndNotLonger(@ForAll @IntRange(min = 0, max = 400) int hours) {
    var asked = agreement(1, List.of(), List.of(new Asked(1, SOMEBODY, THEN)));

    assertThat(asked.waiting(THEN.plus(Duration.ofHours(hours))).isPresent())
        .isEqualTo(hours < 7 * 24);
  }

  @Property
  void onlyWhatWasActivatedLastIsInForce(@ForAll List<StepKind> kinds) {
    var steps = new ArrayList<Step>();
    kinds.forEach(kind -> steps.add(step(1, kind, steps.size() + 1)));
    var agreement = agreement(1, steps, List.of());

    assertThat(agreement.status() == Status.IN_FORCE).isEqualTo(Examples.isLastActivated(kinds));
    assertThat(agreement.isDueForReview(agreement.terms().review(), 0))
        .isEqualTo(agreement.status() == Status.IN_FORCE);
  }

  private static Agreement agreement(int versions, List<Step> steps, List<Asked> asked) {
    var all = new ArrayList<Agreement.Version>();
    for (int n = 1; n <= versions; n++) {
      var t = Examples.terms();
      var terms =
          new Terms(
              "Version " + n,
              t.owner(),
              t.document(),
              null,
              t.basis(),
              t.purposes(),
              t.categories(),
              t.parties(),
              List.of(),
              t.from(),
              t.until(),
              t.review());
      all.add(new Agreement.Version(UUID.randomUUID(), n, terms, SOMEBODY, THEN));
    }
    return new Agreement(UUID.randomUUID(), all, steps, asked);
  }

  private static Step step(int version, StepKind kind, int second) {
    return new Step(version, kind, null, SOMEBODY, THEN.plusSeconds(second));
  }
}
