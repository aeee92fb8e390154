package org.sightline;

import java.util.Map;
import java.util.concurrent.Callable;
import org.sightline.demonstration.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description = "Starts Sightline with an invented school, people and rounds.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Mixin private final SiteOptions sites = new SiteOptions();

  @Mixin private final MailOptions mail = new MailOptions();

  @Mixin private final AuditOptions audit = new AuditOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed makes the same world. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  DemoCommand() {}

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var directory = sites.dataDirectory.toAbsolutePath().normalize();
    var settings = sites.settings();
    settings.putAll(mail.settings());
    settings.putAll(audit.settings(sites.dataDirectory));
    settings.putAll(Map.of("sightline.demonstration", true, "sightline.seed", seed));
    sites.refuseTakenPorts();
    DemonstrationMark.check(directory, seed);
    out.println("Starting the demonstration in " + directory + " …");
    out.flush();
    var context = Running.start(directory, directory.resolve("keys/installation.key"), settings);
    var summary = context.getBean(Demonstration.class).prepare(seed, directory);
    out.println(summary);
    out.flush();
    return Running.STAYS_UP;
  }
}
