package org.sightline.linkage.testing;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.running.LinkRun;
import org.sightline.linkage.running.Wanted;
import org.sightline.linkage.weighing.OneMachine;

/// A run in a process of its own, for tests that stop it or give it little memory.
public final class RunOnce {

  private RunOnce() {}

  /// @param arguments the directory of the results, and the lists
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true);
    try {
      System.exit(run(Path.of(arguments[0]), lists(arguments), out));
    } catch (Refusal refused) {
      out.println(refused.getMessage());
      System.exit(1);
    }
  }

  public static int run(Path directory, List<Path> lists, PrintWriter out) {
    var wanted = Wanted.of(lists, directory);
    return new LinkRun(wanted, out, out, Clock.systemUTC(), new OneMachine()).run();
  }

  /// The command that starts it.
  public static List<String> command(String heap, Path directory, List<Path> lists) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(RunOnce.class.getName());
    command.add(directory.toString());
    lists.forEach(list -> command.add(list.toString()));
    return command;
  }

  private static List<Path> lists(String[] arguments) {
    return List.of(arguments).subList(1, arguments.length).stream().map(Path::of).toList();
  }
}
