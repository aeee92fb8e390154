package org.sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.linkage.running.LinkRun;
import org.sightline.linkage.running.Wanted;
import org.sightline.linkage.weighing.OneMachine;

/// The engine on Spark within one process, and its command.
class SparkHereTest {

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whatIsMistypedEndsWithTwoAndIsNamed() {
    assertThat(spark("list.csv")).isEqualTo(2);
    assertThat(err.toString()).contains("--out");
    assertThat(spark("list.csv", "--out", "x", "--fast")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no option --fast.");
    assertThat(spark("list.csv", "--out", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("Say with --spark where Spark is");
  }

  @Test
  void aListThatIsNotThereIsNamedInASentence() {
    var nowhere = directory.resolve("nowhere.csv").toString();

    assertThat(spark(nowhere, "--out", directory.resolve("r").toString(), "--spark", "local[2]"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("The list nowhere is not there, or is not a file.");
    assertThat(directory.resolve("r")).doesNotExist();
  }

  @Test
  void theAnswerIsThatOfOneMachineToTheLastPair() throws Exception {
    var files = InventedLists.in(directory, 1800);
    var conf =
        new SparkConf()
            .setMaster("local[2]")
            .setAppName("test")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1");
    try (var context = new JavaSparkContext(conf);
        var here = Answers.link(files, new OneMachine());
        var inOneShareOfEachRule = Answers.link(files, new SparkPairing(context));
        var inManyShares = Answers.link(files, new SparkPairing(context, 400))) {
      Answers.areTheSame(here, inOneShareOfEachRule);
      Answers.areTheSame(here, inManyShares);
    }
  }

  @Test
  void theCommandWritesTheSameFilesAsTheOneWithoutSpark() throws Exception {
    var files = InventedLists.in(directory, 1800);
    var here = directory.resolve("here");
    var wanted = Wanted.of(files, here).withoutDuplicates(List.of("police"));
    var silent = new PrintWriter(new StringWriter());
    var there = directory.resolve("there");

    assertThat(new LinkRun(wanted, silent, silent, Clock.systemUTC(), new OneMachine()).run())
        .isEqualTo(3);
    assertThat(
            spark(
                files.get(0).toString(),
                files.get(1).toString(),
                "--no-duplicates=police",
                "--out",
                there.toString(),
                "--spark",
                "local[2]"))
        .as(err.toString())
        .isEqualTo(3);

    Answers.areTheSameFiles(here, there);
    assertThat(out.toString()).contains("records on 2 lists are about");
    assertThat(err.toString()).contains("Comparing").doesNotContain("Often");
  }

  @Test
  void javaIsOpenedAsSparksOwnLauncherOpensIt() throws Exception {
    var options = Files.readAllLines(Path.of("java-options"));

    assertThat(options).containsExactly(JavaModuleOptions.defaultModuleOptionArray());
  }

  private int spark(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    return SparkLink.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
