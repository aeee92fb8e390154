package org.sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.linkage.running.LinkRun;
import org.sightline.linkage.running.Wanted;
import org.sightline.linkage.weighing.OneMachine;

/// The engine on a standalone master with two workers, each a process of its own.
class SparkClusterTest {

  @TempDir private Path directory;

  @Test
  void twoWorkersAnswerAsOneMachineDoesToTheLastPair() throws Exception {
    var files = InventedLists.in(directory, 1800);
    try (var cluster = Cluster.start(directory, 2)) {
      var conf =
          new SparkConf()
              .setMaster(cluster.master())
              .setAppName("test")
              .set("spark.ui.enabled", "false")
              .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
              .set("spark.scheduler.maxRegisteredResourcesWaitingTime", "60s");
      Cluster.forExecutors().forEach(conf::set);
      try (var context = new JavaSparkContext(conf);
          var here = Answers.link(files, new OneMachine());
          var there = Answers.link(files, new SparkPairing(context, 400))) {
        Answers.areTheSame(here, there);
        // The driver is one of them.
        assertThat(context.statusTracker().getExecutorInfos()).hasSize(3);
      }
      submitted(cluster, files);
    }
  }

  private void submitted(Cluster cluster, List<Path> files) throws Exception {
    var here = directory.resolve("here");
    var wanted = Wanted.of(files, here);
    var silent = new PrintWriter(new StringWriter());
    new LinkRun(wanted, silent, silent, Clock.systemUTC(), new OneMachine()).run();
    var there = directory.resolve("there");

    var command = new ArrayList<String>();
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", cluster.master()));
    Cluster.forExecutors()
        .forEach((name, value) -> command.addAll(List.of("--conf", name + "=" + value)));
    command.addAll(List.of("--class", SparkLink.class.getName(), "spark-internal"));
    files.forEach(file -> command.add(file.toString()));
    command.addAll(List.of("--out", there.toString()));

    var said = cluster.run("submitted", command.toArray(String[]::new));

    assertThat(said).startsWith("3: ").contains("records on 2 lists are about");
    Answers.areTheSameFiles(here, there);
  }
}
