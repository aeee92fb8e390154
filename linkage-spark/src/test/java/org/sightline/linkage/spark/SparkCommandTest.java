package org.sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.linkage.running.LinkRun;
import org.sightline.linkage.running.Wanted;
import org.sightline.linkage.weighing.OneMachine;

/// `bin/sightline link --spark`, as somebody types it. The script stands in a folder of its own,
/// with what a build would have made, so that nothing is built or fetched for the test.
@Tag("long")
class SparkCommandTest {

  @TempDir private Path directory;

  @Test
  void theCommandWritesTheSameFilesAsTheOneWithoutSpark() throws Exception {
    var files = InventedLists.in(directory, 1800);
    var here = directory.resolve("here");
    var there = directory.resolve("there");
    var silent = new PrintWriter(new StringWriter());
    var wanted = Wanted.of(files, here).withoutDuplicates(List.of("police"));
    new LinkRun(wanted, silent, silent, Clock.systemUTC(), new OneMachine()).run();

    var command = new ArrayList<>(List.of(program().toString(), "link"));
    files.forEach(file -> command.add(file.toString()));
    command.addAll(List.of("--no-duplicates", "police", "--out", there.toString()));
    command.addAll(List.of("--spark", "local[2]"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("SPARK_HOME");
    builder.environment().put("PATH", directory.resolve("tools") + ":" + System.getenv("PATH"));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(3);
    assertThat(said)
        .contains("Building the engine for Spark", "Starting Spark on local[2]")
        .contains("records on 2 lists are about");
    Answers.areTheSameFiles(here, there);
  }

  /// The script and what it looks for.
  private Path program() throws Exception {
    var ours = Path.of("").toAbsolutePath().getParent();
    var root = directory.resolve("sightline");
    var spark = Files.createDirectories(root.resolve("linkage-spark/target/spark"));
    var jars = Files.createDirectories(root.resolve("linkage-spark/target/jars"));
    for (var folder : List.of("bin", "linkage/src/main", "linkage-spark/src/main")) {
      Files.createDirectories(root.resolve(folder));
    }
    for (var file : List.of("pom.xml", "linkage/pom.xml", "linkage-spark/pom.xml")) {
      Files.createFile(root.resolve(file));
    }
    Files.copy(Path.of("java-options"), root.resolve("linkage-spark/java-options"));
    for (var script : List.of("bin/java-home.sh", "bin/sightline")) {
      Files.copy(ours.resolve(script), root.resolve(script));
    }
    var tools = Files.createDirectories(directory.resolve("tools"));
    var maven = Files.writeString(tools.resolve("mvn"), "#!/bin/sh\nexit 0\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    int number = 0;
    for (var each : classes.split(File.pathSeparator)) {
      var entry = Path.of(each);
      if (each.endsWith(".jar")) {
        Files.createSymbolicLink(spark.resolve(number++ + "-" + entry.getFileName()), entry);
      } else if (Files.isDirectory(entry)) {
        boolean command =
            Files.exists(entry.resolve("org/sightline/linkage/spark/SparkLink.class"));
        var jar =
            command
                ? root.resolve("linkage-spark/target/sightline-linkage-spark.jar")
                : jars.resolve(number++ + ".jar");
        assertThat(
                ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "cf", jar.toString(), "-C", each, "."))
            .isZero();
      }
    }
    var program = root.resolve("bin/sightline");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
