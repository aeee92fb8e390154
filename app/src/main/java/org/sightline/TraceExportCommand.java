package org.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.CopyTracing;
import org.sightline.documents.CopyTracing.Traced;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trace-export",
    description =
        "Says who took a copy, from the file or a picture of the page: PDF, CSV, PNG or JPEG.",
    mixinStandardHelpOptions = true)
final class TraceExportCommand implements Callable<Integer> {

  /// Nothing that was exported is this large.
  private static final long LARGEST = 200_000_000;

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "What was found.")
  private @Nullable Path file;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "The code printed beside the square, instead of a file.")
  private @Nullable String code;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  TraceExportCommand() {}

  @Override
  public Integer call() {
    installation.mustExist();
    byte[] content = code == null ? content() : new byte[0];
    try (var context =
        Running.beside(
            Tracing.class, installation.dataDirectory, installation.keys(), installation.given())) {
      var tracing = context.getBean(CopyTracing.class);
      var found = code == null ? tracing.trace(content) : tracing.traceCode(code);
      var words = new Words();
      for (Traced copy : found) {
        say(sentence(copy, words));
      }
      if (found.isEmpty()) {
        say("This is no copy we know, and no stamp of ours was found on it.");
      }
      return found.isEmpty() ? 2 : 0;
    } catch (IOException damaged) {
      throw new IllegalStateException("The file is damaged and could not be read.", damaged);
    }
  }

  private byte[] content() {
    if (file == null || !Files.isRegularFile(file)) {
      throw new IllegalStateException("Give a file, or the code that is printed with --code.");
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalStateException("The file is too large to be one of our copies.");
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sentence(Traced copy, Words words) {
    return String.join(
        System.lineSeparator(),
        List.of(
            words.say(
                "documents.traced.copy",
                copy.number(),
                words.say(copy.kind().replaceFirst("\\.", ".copy.")),
                copy.by(),
                Dates.moment(copy.at()),
                words.say(copy.purpose().key())),
            words.say(copy.exact() ? "documents.traced.exact" : "documents.traced.stamp")));
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(sentence);
  }
}
