package org.sightline.linkage.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.testing.RunOnce;
import org.sightline.linkage.writing.Results;

/// Runs that cannot come to their end leave nothing under a name that means something.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StoppedRunTest {

  private static final long TWO_GIGABYTES = 2L << 30;

  @TempDir private Path directory;

  @Test
  void aDiskThatFillsIsSaidAndNothingIsLeft() throws Exception {
    var list = list(12_000);
    var disk = Files.createDirectory(directory.resolve("disk"));
    Assumptions.assumeTrue(
        ended("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk.toString()) == 0,
        "No small disk can be mounted here, so none can be filled");
    try {
      var said = new StringWriter();

      assertThatThrownBy(() -> RunOnce.run(disk, List.of(list), new PrintWriter(said)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("people.csv could not be written: the disk is full.")
          .hasMessageContaining("Nothing is left of this run.");

      assertThat(names(disk)).isEmpty();
    } finally {
      ended("umount", "-l", disk.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Comparing", "Counting", "Writing"})
  void whatIsStoppedLeavesAllFilesOrNone(String stage) throws Exception {
    var results = directory.resolve("results");
    var process =
        new ProcessBuilder(RunOnce.command("512m", results, List.of(list(60_000))))
            .redirectErrorStream(true)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith(stage)) {
        line = lines.readLine();
      }
      assertThat(line).as("it came to " + stage).isNotNull();
      var signal = signal();
      assertThat(ended("kill", "-" + signal, "" + process.pid())).isZero();
      lines.lines().forEach(rest -> {});
      int code = process.waitFor();

      var left = names(results);
      assertThat(code).isIn(0, 128 + signal);
      if (code == 0 || !left.isEmpty()) {
        assertThat(left).containsExactlyInAnyOrderElementsOf(Results.names());
      }
      if (stage.equals("Comparing")) {
        assertThat(code).isEqualTo(128 + signal);
        assertThat(left).isEmpty();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /// The block that explodes, by the command's own way and with nothing said.
  @Test
  void onePersonManyTimesIsOnePersonAndASentenceSaysHow() throws Exception {
    onePersonIsFound(10_000);
  }

  @Test
  @Tag("long")
  void onePersonAHundredThousandTimesIsLinkedInLittleMemory() throws Exception {
    onePersonIsFound(100_000);
  }

  private void onePersonIsFound(int times) throws Exception {
    var rows =
        new StringBuilder("forename,surname,dob,postcode,school\n")
            .repeat("Ann,Lee,03/04/2010,LU1 2AB,Hill Top\n", times);

    assertThat(said("256m", Files.writeString(directory.resolve("list.csv"), rows)))
        .startsWith("0: ")
        .contains("%,d records on 1 list are about 1 people (1 to 1;".formatted(times))
        .contains(
            "%,d records are so much alike in groups that each was compared with its nearest neighbours only."
                .formatted(times));
  }

  @Test
  void tenThousandColumnsAreLinkedInLittleMemory() throws Exception {
    var head = new StringBuilder("forename,surname,dob");
    var ann = new StringBuilder("Ann,Lee,03/04/2010");
    for (int i = 3; i < 10_000; i++) {
      head.append(",c").append(i);
      ann.append(',').append(i);
    }
    var text = head + "\n" + ann + "\n" + ann + "\n";

    assertThat(said("256m", Files.writeString(directory.resolve("list.csv"), text)))
        .startsWith("0: ")
        .contains("2 records on 1 list are about 1 people")
        .contains("not compared: c3, c4", "and 9,977 more.");
  }

  /// What a process of its own ended with and said.
  private String said(String heap, Path list) throws Exception {
    var process =
        new ProcessBuilder(RunOnce.command(heap, directory.resolve("results"), List.of(list)))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + ": " + said;
  }

  /// The file is written piece by piece, and read by a process that could not hold an eighth of it.
  @Test
  @Tag("long")
  void aLineOfTwoGigabytesIsLeftOutAndTheRestIsLinked() throws Exception {
    var list = directory.resolve("list.csv");
    try (var out = Files.newOutputStream(list)) {
      out.write("forename,surname,dob\nAnn,Lee,03/04/2010\nAnn,".getBytes());
      var piece = "x".repeat(1 << 20).getBytes();
      for (long written = 0; written <= TWO_GIGABYTES; written += piece.length) {
        out.write(piece);
      }
      out.write(",03/04/2010\nAnne,Lee,03/04/2010\n".getBytes());
    }
    var results = directory.resolve("results");

    var process =
        new ProcessBuilder(RunOnce.command("256m", results, List.of(list)))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("said").toFile())
            .start();

    assertThat(process.waitFor()).as(Files.readString(directory.resolve("said"))).isEqualTo(3);
    assertThat(Files.readAllLines(results.resolve("people.csv")))
        .hasSize(3)
        .last()
        .asString()
        .startsWith("list,3,Anne,Lee,03/04/2010,");
    assertThat(Files.readAllLines(results.resolve("refused.csv")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("list,2,all,the row is longer than a megabyte");
  }

  private Path list(int rows) throws IOException {
    var dice = new SplittableRandom(1);
    var text = new StringBuilder("forename,surname,dob,postcode\n");
    for (int i = 0; i < rows; i++) {
      text.append(
          "F%d,S%d,%02d/%02d/2010,LU1 %dA%c%n"
              .formatted(
                  dice.nextInt(500),
                  dice.nextInt(3000),
                  1 + dice.nextInt(28),
                  1 + dice.nextInt(12),
                  dice.nextInt(9),
                  'B' + dice.nextInt(20)));
    }
    return Files.writeString(directory.resolve("list.csv"), text);
  }

  /// Ctrl-C, which is 2; where this was started in the background of a script, as which a program
  /// does not hear it, what ends it there, 15.
  private static int signal() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 2;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(ignored, 16) & 0b10) == 0 ? 2 : 15;
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  private static int ended(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
