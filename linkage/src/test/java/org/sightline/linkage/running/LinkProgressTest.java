package org.sightline.linkage.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.Linker;
import org.sightline.linkage.Stages;
import org.sightline.linkage.Workers;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.testing.Lists;

/// What is said about how long it will take, by a clock that moves when it is told to.
class LinkProgressTest {

  private final StringWriter said = new StringWriter();
  private final Stepped clock = new Stepped();
  private final LinkProgress progress = new LinkProgress(new PrintWriter(said), clock);

  @Test
  void theTimeLeftIsWhatTheShareDoneSays() {
    progress.at("Reading police", 0);
    clock.forth(25);
    progress.at("Comparing", 0.25);
    clock.forth(1);
    progress.at("Comparing", 0.26);
    clock.forth(24);
    progress.at("Comparing", 0.40);

    assertThat(said.toString().lines())
        .containsExactly(
            "Reading police … (0% done)",
            "Comparing … (25% done, about 75 s left)", "Comparing … (40% done, about 75 s left)");
  }

  @Test
  void nothingIsGuessedWhileItIsTooSoonToTell() {
    clock.forth(1);
    progress.at("Cleaning", 0.3);
    clock.forth(9);
    progress.at("Finding pairs", 0.01);

    assertThat(said.toString()).doesNotContain("left");
  }

  /// Each stage begins where the one before it ends, and comparing ticks on the way.
  @Test
  void theStagesOfARunGoForwardAndComparingTicks() throws Exception {
    var rows = new StringBuilder("forename,surname\n");
    for (int i = 0; i < 400; i++) {
      rows.append("f").append(i % 20).append(",s").append(i % 31).append('\n');
    }
    var at = new TreeMap<Double, String>();
    var table = Lists.table("A", rows.toString().getBytes());
    var linker =
        new Linker(
            Nicknames.shipped(),
            null,
            Lists.YEAR,
            new Workers(1),
            (doing, done) -> at.put(done, doing));
    linker
        .link(
            java.util.List.of(org.sightline.linkage.ListFile.of(java.nio.file.Path.of("A"))),
            java.util.List.of(table),
            java.util.List.of(),
            org.sightline.linkage.PersonIds.none())
        .close();

    assertThat(at.values().stream().distinct())
        .containsExactly(
            "Cleaning", "Finding pairs", "Comparing", "Learning", "Weighing", "Making people");
    assertThat(at.values().stream().filter("Comparing"::equals).count()).isGreaterThan(50);
    assertThat(at.lastKey()).isLessThan(Stages.COUNTING);
  }

  private static final class Stepped extends Clock {
    private Instant now = Instant.EPOCH;

    void forth(int seconds) {
      now = now.plus(Duration.ofSeconds(seconds));
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
