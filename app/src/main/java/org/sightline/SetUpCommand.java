package org.sightline;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.access.FirstLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "set-up",
    description = "Makes a new one-time link for the first administrator, while there is none.",
    mixinStandardHelpOptions = true)
final class SetUpCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "The staff site's address as people type it.")
  private @Nullable String publicUrl;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  SetUpCommand() {}

  @Override
  public Integer call() {
    installation.mustExist();
    try (var context =
        Running.beside(
            LinkMaking.class,
            installation.dataDirectory,
            installation.keys(),
            installation.given())) {
      var first = context.getBean(FirstLink.class);
      if (!first.isNobodyThere()) {
        throw new IllegalStateException(
            "There are people here already. An administrator makes links for others on the page \"People\".");
      }
      String origin = publicUrl == null ? "" : publicUrl.replaceAll("/+$", "");
      spec.commandLine()
          .getOut()
          .println("Open this within 30 minutes, on the staff site: " + origin + first.make());
      return 0;
    }
  }
}
