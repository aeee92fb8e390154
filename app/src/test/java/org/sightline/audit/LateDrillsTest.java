package org.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Late;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// CR-07: a drill that was not held within a year is overdue, and so are shares of an old key.
@SightlineTest
class LateDrillsTest {

  @Autowired private SystemProcesses processes;
  @Autowired private SystemStore store;

  @Test
  void aSplitThatNobodyTriesIsOverdueAfterAYear() {
    var split = happened("store.key-split", UUID.randomUUID());

    assertThat(after(364)).noneMatch(late -> late.kind().equals("key shares not tried"));
    assertThat(after(367))
        .anyMatch(late -> late.kind().equals("key shares not tried") && late.id().equals(split));
  }

  @Test
  void aDrillOfTheseSharesPutsItOffAndOneOfOthersDoesNot() {
    var split = happened("store.key-split", UUID.randomUUID());
    var before = since(split);

    happened("store.key-drill-held", UUID.randomUUID());
    assertThat(since(split)).isEqualTo(before);
    happened("store.key-drill-held", split);
    assertThat(since(split)).isAfter(before);
  }

  @Test
  void sharesOfAKeyThatWasChangedAreOverdueUntilItIsSplitAnew() {
    var split = happened("store.key-split", UUID.randomUUID());
    assertThat(after(0)).noneMatch(late -> late.kind().contains("before the keys"));

    happened("store.keys-rotated", null);
    assertThat(after(0))
        .filteredOn(late -> late.kind().equals("key shares of before the keys were changed"))
        .singleElement()
        .matches(late -> late.id().equals(split));

    happened("store.key-split", UUID.randomUUID());
    assertThat(after(0)).isEmpty();
  }

  private Instant since(UUID split) {
    return after(367).stream()
        .filter(late -> late.id().equals(split))
        .findFirst()
        .orElseThrow()
        .since();
  }

  private List<Late> after(int days) {
    return new LateDrills(processes, store, Clock.offset(Clock.systemUTC(), Duration.ofDays(days)))
        .list();
  }

  private UUID happened(String act, @Nullable UUID object) {
    processes.change(new Act(act, null, object, null), () -> true);
    return object == null ? new UUID(0, 0) : object;
  }
}
