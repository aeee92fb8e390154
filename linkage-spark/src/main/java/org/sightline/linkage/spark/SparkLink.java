package org.sightline.linkage.spark;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.sightline.linkage.Linker;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.running.LinkRun;

/// `bin/sightline link --spark MASTER`, or what spark-submit starts.
public final class SparkLink {

  private static final int REFUSED = 1;
  private static final int MISTYPED = 2;

  private SparkLink() {}

  public static void main(String[] arguments) {
    System.exit(
        run(
            List.of(arguments),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  /// @return 0, 3 if rows were left out, 1 if it could not work, 2 if the command was mistyped
  static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.println(Orders.USAGE);
      return 0;
    }
    try {
      return run(Orders.of(arguments), out, err);
    } catch (Orders.Mistyped mistyped) {
      err.println(mistyped.getMessage());
      err.println(Orders.USAGE);
      return MISTYPED;
    } catch (Refusal refused) {
      err.println(refused.getMessage());
      return REFUSED;
    } catch (Exception failed) {
      // Spark throws checked exceptions that no signature tells of.
      err.println(
          "Spark could not do it: %s. Is the master running, and has every worker a Spark of the same version and Java 25?"
              .formatted(reason(failed)));
      return REFUSED;
    }
  }

  private static int run(Orders orders, PrintWriter out, PrintWriter err) {
    var conf = conf(orders);
    err.println("Starting Spark on " + conf.get("spark.master") + " …");
    try (var context = new JavaSparkContext(conf)) {
      context.setLogLevel("ERROR");
      var clock = Clock.system(ZoneId.of("Europe/London"));
      return new LinkRun(orders.wanted(), out, err, clock, new SparkPairing(context)).run();
    }
  }

  /// What spark-submit or `-Dspark.…` say stands; the rest is ours.
  static SparkConf conf(Orders orders) {
    var conf = new SparkConf();
    var master = orders.master();
    if (master != null) {
      conf.setMaster(master);
    }
    if (!conf.contains("spark.master")) {
      throw new Orders.Mistyped("Say with --spark where Spark is, such as spark://host:7077.");
    }
    conf.setIfMissing("spark.app.name", "Sightline linkage");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    var jars =
        Stream.of(SparkLink.class, Linker.class)
            .map(SparkLink::jarOf)
            .filter(Files::isRegularFile)
            .map(Path::toString)
            .collect(Collectors.joining(","));
    if (!jars.isEmpty()) {
      conf.setIfMissing("spark.jars", jars);
    }
    return conf;
  }

  private static Path jarOf(Class<?> one) {
    return Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /// The kind of failure: the message of a task may hold a value.
  private static String reason(Exception failed) {
    var cause = failed;
    while (cause.getCause() instanceof Exception deeper) {
      cause = deeper;
    }
    return cause instanceof SparkException
        ? "a task or the connection failed"
        : cause.getClass().getSimpleName();
  }
}
