package org.sightline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.Map;
import java.util.Set;
import org.sightline.store.DatabaseUnavailable;
import org.slf4j.LoggerFactory;
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

  /// Commands whose log is read by whoever started them.
  private static final Set<String> STAY_UP = Set.of("demo", "serve");

  /// For the part of a command that Spring starts.
  private static final Map<String, String> LEVELS =
      Map.of("logging.level.org.sightline", "WARN", "logging.level.org.flywaydb", "ERROR");

  Sightline() {}

  public static void main(String[] arguments) {
    var line = commandLine();
    if (arguments.length > 0 && !STAY_UP.contains(arguments[0])) {
      answerAlone(line);
    }
    int code = line.execute(arguments);
    line.getOut().flush();
    if (code != Running.STAYS_UP) {
      System.exit(code);
    }
  }

  /// What a command answers may be read by a program: the answer alone goes to the standard output.
  /// What libraries have to say goes to the other stream, and only when something is wrong.
  private static void answerAlone(CommandLine line) {
    line.setOut(new PrintWriter(System.out, true, System.out.charset()));
    System.setOut(System.err);
    LEVELS.forEach(System::setProperty);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
      logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
      logs.getLogger("org.flywaydb").setLevel(Level.ERROR);
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
