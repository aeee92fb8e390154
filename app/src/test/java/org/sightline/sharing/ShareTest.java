package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Share.State;
import org.sightline.sharing.Share.StepKind;

/// When a share has gone: 60 seconds after it was sent, and never before (EX-03).
class ShareTest {

  private static final Instant SENT = Instant.parse("2027-03-03T10:00:00Z");

  @Property
  void nothingLeavesForSixtySecondsAndThenItHas(@ForAll @IntRange(min = 0, max = 200) int seconds) {
    var state = share(StepKind.SENT).state(SENT.plusSeconds(seconds));

    assertThat(state).isEqualTo(seconds < 60 ? State.LEAVING : State.SHARED);
  }

  @Property
  void whatWasTakenBackNeverLeaves(@ForAll @IntRange(min = 0, max = 100_000) int seconds) {
    assertThat(share(StepKind.SENT, StepKind.UNDONE).state(SENT.plusSeconds(seconds)))
        .isEqualTo(State.PREPARED);
  }

  @Property
  void theLastThatWasSettledCounts(@ForAll List<StepKind> kinds) {
    var late = SENT.plusSeconds(1_000_000);
    var share = share(kinds.toArray(StepKind[]::new));
    var settled = new ArrayList<>(kinds);
    settled.removeIf(kind -> kind == StepKind.ARRIVED || kind == StepKind.NOT_ARRIVED);
    var expected =
        settled.isEmpty()
            ? State.PREPARED
            : switch (settled.getLast()) {
              case SENT -> State.SHARED;
              case NOT_SHARED -> State.NOT_SHARED;
              default -> State.PREPARED;
            };

    assertThat(share.state(late)).isEqualTo(expected);
  }

  private static Share share(StepKind... kinds) {
    var by = UserId.random();
    var steps = new ArrayList<Share.Step>();
    for (StepKind kind : kinds) {
      steps.add(
          new Share.Step(
              steps.size() + 1,
              1,
              kind,
              null,
              null,
              null,
              null,
              null,
              null,
              kind == StepKind.SENT ? SENT.plus(Share.UNDO) : null,
              by,
              SENT));
    }
    var at = new Share.Version(UUID.randomUUID(), 1, Examples.content(), by, SENT);
    return new Share(
        UUID.randomUUID(),
        WorkspaceId.random(),
        Examples.SCHOOL,
        Share.Kind.SHARE,
        false,
        by,
        SENT,
        List.of(at),
        steps);
  }
}
