package org.sightline.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.linkage.Linker;
import org.sightline.linkage.ListFile;
import org.sightline.linkage.Progress;
import org.sightline.linkage.Workers;
import org.sightline.linkage.comparing.Nicknames;

/// How many young people two agencies both know: what the engine says beside the truth.
class BoroughsTest {

  @TempDir Path directory;

  private interface Lists {
    int[] write(Path file, double share, double again);
  }

  record Found(int truth, double expected, long low, long high) {
    double error() {
      return Math.abs(expected - truth) / truth;
    }

    double width() {
      return (high - low) / (double) truth;
    }

    boolean isInside() {
      return low <= truth && truth <= high;
    }
  }

  @Test
  void theSameSeedMakesTheSameBorough() throws Exception {
    var one = directory.resolve("one.csv");
    var other = directory.resolve("other.csv");

    int[] truth = Invented.borough(7, 300).write(one, 0.8, 0.2, true);

    assertThat(Invented.borough(7, 300).write(other, 0.8, 0.2, true)).isEqualTo(truth);
    assertThat(Files.readString(one)).isEqualTo(Files.readString(other));
  }

  @Test
  void theOverlapOfAFewBoroughsIsFoundWithinTwoPercent() {
    check(0, 6, 0.8);
  }

  @Test
  @Tag("long")
  void theOverlapOfTwoHundredBoroughsIsFoundWithinTwoPercentAndInsideTheRange() {
    check(0, 200, 0.95);
  }

  /// The engine's table of nicknames has no part in how these are made, and more goes wrong in
  /// them. The bars are the same.
  @Test
  void theOverlapOfAFewBoroughsMadeInAnotherWayIsFoundToo() {
    check(4, 6, 0.5, true);
  }

  @Test
  @Tag("long")
  void theOverlapOfSixtyBoroughsMadeInAnotherWayIsFoundToo() {
    check(5000, 5060, 0.95, true);
  }

  private void check(int from, int to, double inside) {
    check(from, to, inside, false);
  }

  private void check(int from, int to, double inside, boolean other) {
    var all = new Found[to - from];
    long began = System.nanoTime();
    // One borough on each thread: the engine answers the same whatever the number of its threads.
    Workers.all().run(all.length, n -> all[n] = overlap(from + n, other));
    double seconds = (System.nanoTime() - began) / 1e9;
    var found = List.of(all);
    double error = found.stream().mapToDouble(Found::error).average().orElseThrow();
    double share = found.stream().filter(Found::isInside).count() / (double) found.size();
    double[] widths = found.stream().mapToDouble(Found::width).sorted().toArray();
    System.out.printf(
        Locale.UK,
        "BOROUGHS %d%s: mean error %.4f, inside the range %.3f, median width %.4f, %.1f s%n",
        found.size(),
        other ? " made in another way" : "",
        error,
        share,
        widths[widths.length / 2],
        seconds);
    assertThat(error).isLessThanOrEqualTo(0.02);
    assertThat(share).isGreaterThanOrEqualTo(inside);
    assertThat(widths[widths.length / 2]).isLessThanOrEqualTo(0.06);
  }

  /// 500 to 16,000 rows, some lists with duplicates.
  private Found overlap(int seed, boolean other) {
    var dice = new SplittableRandom(seed * 977L);
    int rows = (int) Math.round(500 * Math.pow(32, dice.nextDouble()));
    double first = 0.3 + 0.5 * dice.nextDouble();
    double second = 0.3 + 0.5 * dice.nextDouble();
    double again = dice.nextInt(2) * 0.15;
    int children = Math.max(50, (int) (rows / (first + second) / (1 + again)));
    var a = directory.resolve(seed + "-a.csv");
    var b = directory.resolve(seed + "-b.csv");
    Lists lists;
    if (other) {
      lists = new OtherBorough(seed, children)::write;
    } else {
      var borough = Invented.borough(seed, children);
      lists = (file, share, more) -> borough.write(file, share, more, false);
    }
    var onBoth = people(lists.write(a, first, again));
    onBoth.retainAll(people(lists.write(b, second, 0)));
    var listA = again == 0 ? ListFile.of(a).withoutDuplicates() : ListFile.of(a);
    var linker = new Linker(Nicknames.shipped(), null, 2026, new Workers(1), Progress.none());
    try (var linkage = linker.link(List.of(listA, ListFile.of(b).withoutDuplicates()), List.of())) {
      var range = linkage.overlaps().intersections().getFirst().people();
      return new Found(onBoth.size(), range.expected(), range.low(), range.high());
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private static HashSet<Integer> people(int[] rows) {
    return new HashSet<>(Arrays.stream(rows).boxed().toList());
  }
}
