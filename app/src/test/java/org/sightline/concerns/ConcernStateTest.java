package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.concerns.ConcernState.ENDED;
import static org.sightline.concerns.ConcernState.LOOKED_AT;
import static org.sightline.concerns.ConcernState.SETTLED;
import static org.sightline.concerns.ConcernState.WAITING;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcernStateTest {

  @ParameterizedTest
  @CsvSource({
    "WAITING, NOTED",
    "WAITING, DECIDED",
    "WAITING, CLOSED",
    "WAITING, REOPENED",
    "LOOKED_AT, SEEN",
    "LOOKED_AT, REOPENED",
    "SETTLED, SEEN",
    "SETTLED, REOPENED",
    "SETTLED, PASSED_ON",
    "SETTLED, PASSED_TO_COUNCIL",
    "ENDED, SEEN",
    "ENDED, DECIDED",
    "ENDED, CLOSED",
    "ENDED, PASSED_ON",
    "ENDED, PASSED_TO_COUNCIL"
  })
  void isNotLawful(ConcernState from, StepKind step) {
    assertThat(from.after(step)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING, SEEN, LOOKED_AT",
    "WAITING, PASSED_ON, WAITING",
    "WAITING, PASSED_TO_COUNCIL, WAITING",
    "LOOKED_AT, NOTED, LOOKED_AT",
    "LOOKED_AT, DECIDED, SETTLED",
    "LOOKED_AT, CLOSED, ENDED",
    "LOOKED_AT, PASSED_ON, LOOKED_AT",
    "LOOKED_AT, PASSED_TO_COUNCIL, LOOKED_AT",
    "SETTLED, NOTED, SETTLED",
    "SETTLED, DECIDED, SETTLED",
    "SETTLED, CLOSED, ENDED",
    "ENDED, NOTED, ENDED",
    "ENDED, REOPENED, LOOKED_AT"
  })
  void isLawful(ConcernState from, StepKind step, ConcernState to) {
    assertThat(from.after(step)).contains(to);
  }

  @Test
  void theTwoListsAboveAreEveryStateAndStep() {
    long lawful =
        List.of(ConcernState.values()).stream().mapToLong(state -> state.lawful().size()).sum();

    assertThat(lawful).isEqualTo(13);
    assertThat(ConcernState.values().length * StepKind.values().length).isEqualTo(13 + 15);
  }

  @Test
  void everyStateIsReachedAndEveryStateCanEnd() {
    for (ConcernState from : ConcernState.values()) {
      assertThat(reachable(from)).as("from %s", from).contains(LOOKED_AT, SETTLED, ENDED);
    }
    assertThat(reachable(WAITING)).containsExactlyInAnyOrder(ConcernState.values());
  }

  @Property
  void whateverIsTriedNothingIsDecidedUnseenNorEndsWithoutAnOutcome(@ForAll List<StepKind> tried) {
    var state = WAITING;
    boolean seen = false;
    for (StepKind step : tried) {
      Optional<ConcernState> after = state.after(step);
      if (after.isEmpty()) {
        continue;
      }
      seen |= step == StepKind.SEEN;
      assertThat(!step.hasOutcome() || seen).as("%s unseen", step).isTrue();
      if (after.get() == ENDED && state != ENDED) {
        assertThat(step.hasOutcome() && step.hasWords()).isTrue();
      }
      assertThat(after.get() == WAITING).as("unseen again").isEqualTo(!seen);
      state = after.get();
    }
  }

  private static EnumSet<ConcernState> reachable(ConcernState from) {
    var found = EnumSet.of(from);
    var next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      var state = next.pop();
      for (StepKind step : state.lawful()) {
        var after = state.after(step).orElseThrow();
        if (found.add(after)) {
          next.add(after);
        }
      }
    }
    return found;
  }
}
