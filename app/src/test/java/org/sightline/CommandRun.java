package org.sightline;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TimeZone;

/// A command as it is typed, run in this process: its exit code and what it said.
public record CommandRun(int code, String out, String errors) {

  /// As somebody who types these lines when they are asked.
  public static CommandRun typing(List<String> lines, Object... arguments) {
    var before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      return of(arguments);
    } finally {
      System.setIn(before);
    }
  }

  public static CommandRun of(Object... arguments) {
    var out = new StringWriter();
    var errors = new StringWriter();
    var line = Sightline.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
    var words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    // A command goes by London's clock; tests that follow in this process run far from it.
    var zone = TimeZone.getDefault();
    try {
      int code = line.execute(words);
      return new CommandRun(code, out.toString(), errors.toString());
    } finally {
      TimeZone.setDefault(zone);
    }
  }
}
