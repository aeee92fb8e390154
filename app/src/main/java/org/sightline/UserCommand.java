package org.sightline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.access.AdministratorsCode;
import org.sightline.access.PeopleByCommand;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "user",
    description =
        "Works on the people who sign in, when the staff site cannot: for the owner of the data directory with an administrator's one-time code. Asks for the name and the code.",
    footerHeading = "%nACTION is one of%n",
    footer = {
      "  list                who there is, each with a number",
      "  add                 adds somebody; prints a one-time link for them",
      "  disable NUMBER      switches somebody off, at once on every browser",
      "  enable NUMBER       switches somebody on again",
      "  lost-device NUMBER  signs somebody out everywhere",
      "  reset NUMBER        the same, and prints a link to choose anew",
      "                      how to sign in"
    },
    mixinStandardHelpOptions = true)
final class UserCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Parameters(index = "0", paramLabel = "ACTION", description = "What to do, see below.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "Whom, as the list numbers them.")
  private @Nullable UUID number;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "The staff site's address as people type it, for links.")
  private @Nullable String publicUrl;

  @Option(names = "--json", description = "Answers as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  UserCommand() {}

  @Override
  public Integer call() {
    boolean needsNumber = List.of("disable", "enable", "lost-device", "reset").contains(action);
    if (!needsNumber && !List.of("list", "add").contains(action)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no action %s: it is list, add, disable, enable, lost-device or reset."
              .formatted(action));
    }
    if (needsNumber != (number != null)) {
      throw new ParameterException(
          spec.commandLine(),
          needsNumber ? action + " needs the NUMBER of a person" : action + " takes no NUMBER");
    }
    if (publicUrl != null && !publicUrl.matches("https?://[^/\\s]+/*")) {
      throw new IllegalStateException(
          "%s is not an address such as https://sightline.council.example".formatted(publicUrl));
    }
    installation.mustExist();
    var asking = OwnersCode.of(spec.commandLine(), installation.dataDirectory);
    try (var context =
        Running.beside(
            OwnersWork.class,
            installation.dataDirectory,
            installation.keys(),
            installation.given())) {
      var who =
          asking.signIn(installation.dataDirectory, context.getBean(AdministratorsCode.class));
      var people = context.getBean(PeopleByCommand.class);
      if (action.equals("list")) {
        list(people.list(who));
      } else {
        act(asking, people, who);
      }
      return 0;
    }
  }

  private void act(OwnersCode asking, PeopleByCommand people, SignedIn who) {
    var user = number == null ? who.user() : new UserId(number);
    switch (action) {
      case "add" ->
          link(people.add(who, asking.line("Sign-in name of the new person"), asking.line("Name")));
      case "reset" -> link(people.reset(who, user));
      case "lost-device" -> {
        int browsers = people.lostDevice(who, user);
        say(Map.of("browsers", browsers), "Signed out everywhere: %d.".formatted(browsers));
      }
      default -> {
        boolean on = action.equals("enable");
        people.switchTo(who, user, on);
        say(Map.of("on", on), on ? "Switched on." : "Switched off and signed out everywhere.");
      }
    }
  }

  private void link(String path) {
    String origin = publicUrl == null ? "" : publicUrl.replaceAll("/+$", "");
    say(
        Map.of("link", origin + path),
        "For them, within 30 minutes, on the staff site: " + origin + path);
  }

  private void list(List<PeopleByCommand.Person> people) {
    if (json) {
      say(
          people.stream()
              .map(
                  each ->
                      new TreeMap<>(
                          Map.of(
                              "number", each.id().toString(),
                              "signInName", each.username(),
                              "name", each.name(),
                              "on", each.on(),
                              "roles", each.roles())))
              .toList(),
          "");
      return;
    }
    for (var each : people) {
      say(
          "",
          "%s  %-4s %2d roles  %s (%s)"
              .formatted(
                  each.id(), each.on() ? "on" : "off", each.roles(), each.name(), each.username()));
    }
  }

  private void say(Object machine, String words) {
    spec.commandLine()
        .getOut()
        .println(json ? JsonMapper.builder().build().writeValueAsString(machine) : words);
  }
}
