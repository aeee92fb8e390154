package org.sightline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.sightline.kernel.Late;
import org.sightline.kernel.Overdue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "list-overdue",
    description =
        "Lists what should have been done by now: concerns, actions, letters to the council, dates of mapping exercises, roles to be looked through, emergencies to be reviewed, agreements to be looked at again, receipts of what was shared, questions from outside, and drills of the key's custodians. Says of what kind, its number and since when; never about whom. Ends with code 3 if there is any.",
    mixinStandardHelpOptions = true)
final class ListOverdueCommand implements Callable<Integer> {

  private static final int SOMETHING_IS_LATE = 3;

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Option(names = "--json", description = "Answers as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  ListOverdueCommand() {}

  @Override
  public Integer call() {
    installation.mustExist();
    try (var context =
        Running.beside(
            LateWork.class,
            installation.dataDirectory,
            installation.keys(),
            installation.given())) {
      var late =
          context.getBeanProvider(Overdue.class).stream()
              .flatMap(each -> each.list().stream())
              .sorted(Comparator.comparing(Late::since))
              .toList();
      say(late);
      return late.isEmpty() ? 0 : SOMETHING_IS_LATE;
    }
  }

  private void say(List<Late> late) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.builder()
              .build()
              .writeValueAsString(
                  late.stream()
                      .map(
                          each ->
                              new TreeMap<>(
                                  Map.of(
                                      "kind", each.kind(),
                                      "number", each.id().toString(),
                                      "since", each.since().toString())))
                      .toList()));
      return;
    }
    late.forEach(each -> out.println("%s  %s  %s".formatted(each.since(), each.id(), each.kind())));
    out.println(late.isEmpty() ? "Nothing is overdue." : "%d overdue.".formatted(late.size()));
  }
}
