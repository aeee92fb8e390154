package org.sightline.audit.checkpoints;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// A command of the operator's own, which is given the line on its standard input and ends with 0
/// when it has put it away.
final class CommandSink implements Sink {

  private final String command;
  private final Duration longest;

  CommandSink(String command, Duration longest) {
    this.command = command;
    this.longest = longest;
  }

  @Override
  public String kind() {
    return "command";
  }

  @Override
  public void deliver(String line) throws IOException {
    var process =
        new ProcessBuilder(shell())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      give(process, line);
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("it did not end within " + longest.toSeconds() + " seconds");
      }
      if (process.exitValue() != 0) {
        throw new IOException("it ended with " + process.exitValue());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("the application is stopping", stopping);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /// A command that reads nothing and ends well has put it away in its own manner.
  private static void give(Process process, String line) {
    try (var in = process.getOutputStream()) {
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException notRead) {
      // How it ends decides.
    }
  }

  private List<String> shell() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")
        ? List.of("cmd", "/c", command)
        : List.of("/bin/sh", "-c", command);
  }
}
