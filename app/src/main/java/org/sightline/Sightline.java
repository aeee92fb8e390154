package org.sightline;

import org.sightline.store.DatabaseUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one command. `bin/sightline --help` lists what it can do.
@Command(
    name = "sightline",
    description = "A workbench for contextual safeguarding.",
    mixinStandardHelpOptions = true,
    version = "Sightline 0.1.0",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      SetUpCommand.class,
      VerifyAuditCommand.class
    })
public final class Sightline {

  Sightline() {}

  public static void main(String[] arguments) {
    int code =
        new CommandLine(new Sightline())
            .setExecutionExceptionHandler(Sightline::explain)
            .execute(arguments);
    if (code != Running.STAYS_UP) {
      System.exit(code);
    }
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    Throwable cause = failure;
    while (!(cause instanceof IllegalStateException)
        && !(cause instanceof DatabaseUnavailable)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    command.getErr().println(cause.getMessage());
    if (System.getenv("SIGHTLINE_DEBUG") != null) {
      failure.printStackTrace(command.getErr());
    }
    return 1;
  }
}
