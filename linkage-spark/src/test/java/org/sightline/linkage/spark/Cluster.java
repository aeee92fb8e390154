package org.sightline.linkage.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A standalone master and its workers as processes of their own, on loopback only.
final class Cluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Process> processes = new ArrayList<>();
  private final Path directory;
  private final int port;

  private Cluster(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  static Cluster start(Path directory, int workers) throws Exception {
    // Workers look for the jars of an installed Spark; ours are on the class path.
    Files.createDirectories(directory.resolve("home/jars"));
    var cluster = new Cluster(directory, freePort());
    try {
      cluster.begin(
          "master",
          "256m",
          "org.apache.spark.deploy.master.Master",
          "--host",
          "127.0.0.1",
          "--port",
          "" + cluster.port,
          "--webui-port",
          "0");
      cluster.awaitMaster();
      for (int worker = 1; worker <= workers; worker++) {
        cluster.begin(
            "worker-" + worker,
            "256m",
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "512m",
            "--webui-port",
            "0",
            "--work-dir",
            directory.resolve("work-" + worker).toString(),
            cluster.master());
      }
      return cluster;
    } catch (Exception failed) {
      cluster.close();
      throw failed;
    }
  }

  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /// Runs a class of Spark or of ours to its end.
  ///
  /// @return its exit code and all it said
  String run(String name, String... command) throws Exception {
    var process = begin(name, "640m", command);
    if (!process.waitFor(PATIENCE.multipliedBy(3).toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor() + ": " + Files.readString(directory.resolve(name + ".log"));
  }

  /// What executors need to find our classes and to start soon.
  static Map<String, String> forExecutors() {
    return Map.of(
        "spark.driver.host", "127.0.0.1",
        "spark.driver.bindAddress", "127.0.0.1",
        "spark.executor.memory", "512m",
        "spark.executor.cores", "1",
        "spark.executor.extraClassPath", classPath(),
        "spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private Process begin(String name, String heap, String... command) throws IOException {
    var all = new ArrayList<String>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("@" + Path.of("java-options").toAbsolutePath());
    all.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    all.addAll(List.of("-cp", classPath()));
    all.addAll(List.of(command));
    var builder =
        new ProcessBuilder(all)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(directory.toFile(), name + ".log"));
    builder.environment().put("SPARK_HOME", directory.resolve("home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    processes.add(process);
    return process;
  }

  private void awaitMaster() throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > until || !processes.getFirst().isAlive()) {
          throw new IllegalStateException(
              "No master: " + Files.readString(directory.resolve("master.log")), notYet);
        }
        Thread.sleep(100);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Ends every process that was started here, and what these started.
  @Override
  public void close() throws InterruptedException {
    for (var process : processes.reversed()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    for (var process : processes) {
      process.waitFor();
    }
  }
}
