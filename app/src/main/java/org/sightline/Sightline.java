package org.sightline;

import java.net.BindException;
import org.sightline.store.DatabaseUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The one command. `bin/sightline --help` lists what it can do.
@Command(
    name = "sightline",
    description = "A workbench for contextual safeguarding.",
    mixinStandardHelpOptions = true,
    version = Sightline.VERSION,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      SetUpCommand.class,
      UserCommand.class,
      VerifyAuditCommand.class,
      TraceExportCommand.class,
      RotateKeysCommand.class,
      EscrowCommand.class,
      ListOverdueCommand.class,
      BackupCommand.class,
      VerifyBackupCommand.class,
      RestoreCommand.class,
      LinkCommand.class,
      SheetsCommand.class,
      ReadSheetsCommand.class
    })
public final class Sightline {

  static final String VERSION = "Sightline 0.1.0";

  Sightline() {}

  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    if (code != Running.STAYS_UP) {
      System.exit(code);
    }
  }

  /// @return what understands the arguments; a mistake in them ends with code 2, a refusal with 1
  static CommandLine commandLine() {
    return new CommandLine(new Sightline())
        .setExecutionExceptionHandler(Sightline::explain)
        .setParameterExceptionHandler(Sightline::explainArguments);
  }

  /// What is wrong with the arguments, without the class of an exception, and what they may be.
  private static int explainArguments(ParameterException mistake, String[] arguments) {
    var command = mistake.getCommandLine();
    String sentence = String.valueOf(mistake.getMessage());
    command.getErr().println(sentence.replaceFirst(" \\([\\w.]+(Exception|Error)\\b.*\\)$", ""));
    command.usage(command.getErr());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(sentence(failure));
    if (System.getenv("SIGHTLINE_DEBUG") != null) {
      failure.printStackTrace(command.getErr());
    }
    return 1;
  }

  /// What the first cause says that speaks to the person; anything else is not what was expected.
  private static String sentence(Throwable failure) {
    Throwable last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "Another program has taken a port of the two sites in the meantime. Start again, or choose other ports with --port and --student-port.";
      }
      if (cause instanceof IllegalStateException || cause instanceof DatabaseUnavailable) {
        return String.valueOf(cause.getMessage());
      }
      last = cause;
    }
    return "Sightline had to stop: %s. Start it with SIGHTLINE_DEBUG=1 in the environment to see where."
        .formatted(last);
  }
}
