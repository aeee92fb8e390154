package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// A document that may rot will: links lead somewhere, commands and their options exist, and what
/// is listed is what there is.
class DocumentsTest {

  private static final SourceTree TREE = SourceTree.read();

  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern COMMAND =
      Pattern.compile("bin/(sightline|test|format|bench)\\b([^`|;&#\n]*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern DECLARED_OPTION = Pattern.compile("names = \"(--[a-z][a-z-]*)\"");
  private static final Pattern ACT =
      Pattern.compile("Act\\.(?:in|of)\\([^;\"]*?\"([a-z]+\\.[a-z-]+)\"");
  private static final Pattern HYPHENED_ACT = Pattern.compile("\"([a-z]+\\.[a-z]+(?:-[a-z]+)+)\"");
  private static final String PROCESSES = "docs/data-protection/processes.md";

  @Test
  void everyRelativeLinkLeadsSomewhere() {
    assertThat(brokenLinks(TREE)).isEmpty();
  }

  @Test
  void everyCommandAndOptionExists() {
    assertThat(unknownCommands(TREE)).isEmpty();
  }

  @Test
  void everyActIsListed() {
    assertThat(acts()).isNotEmpty();
    assertThat(listedActs()).isEqualTo(acts());
  }

  @Test
  void everyTestTheThreatModelNamesIsThere() {
    var named =
        Pattern.compile("`(\\w+Test)`")
            .matcher(TREE.text("docs/data-protection/threat-model.md"))
            .results()
            .map(hit -> hit.group(1))
            .toList();

    assertThat(named)
        .isNotEmpty()
        .allMatch(test -> TREE.matching(".*/" + test + "\\.java").findAny().isPresent());
  }

  /// Each adversary once, with at least one test.
  @Test
  void theThreatModelHasEachAdversaryOnceWithATest() {
    var rows =
        Pattern.compile("(?m)^\\| (T\\d+) \\|.*\\|([^|]*)\\|$")
            .matcher(TREE.text("docs/data-protection/threat-model.md"))
            .results()
            .toList();

    assertThat(rows)
        .extracting(row -> row.group(1))
        .containsExactlyElementsOf(
            Stream.iterate(1, n -> n + 1).limit(18).map(n -> "T" + n).toList());
    assertThat(rows).allMatch(row -> row.group(2).contains("Test`"), "has a test");
  }

  @Test
  void theDocumentsAStrangerLooksForAreThere() {
    for (String name :
        List.of("README", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG", "SECURITY", "NOTICE")) {
      assertThat(TREE.has(name + ".md")).as(name).isTrue();
    }
    assertThat(TREE.text("LICENSE")).contains("Apache License", "END OF TERMS AND CONDITIONS");
  }

  @Test
  void everyDocumentCanBeReachedFromTheReadme() {
    var reached = new TreeSet<String>();
    reach("README.md", reached);

    assertThat(
            TREE.matching("docs/.*\\.md")
                .map(file -> file.getKey())
                .filter(f -> !reached.contains(f)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[planted](docs/no-such.md)",
        "[planted](docs/glossary.md#no-such-heading)",
        "![planted](docs/screenshots/no-such.png)"
      })
  void aLinkToNowhereIsFound(String planted) {
    assertThat(brokenLinks(TREE.with("PLANTED.md", planted))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`bin/sightline plant`",
        "`bin/sightline demo --planted`",
        "`bin/test --planted`",
        "`bin/format --planted`",
        "`bin/bench plant`",
        "`bin/bench score-page --data-dir demo-data --planted`",
        "`bin/bench score-page --bare-jar planted.jar`",
        "```\nbin/sightline demo \\\n  --planted\n```"
      })
  void aCommandThatDoesNotExistIsFound(String planted) {
    assertThat(unknownCommands(TREE.with("PLANTED.md", planted))).hasSize(1);
  }

  private static List<String> brokenLinks(SourceTree tree) {
    var broken = new ArrayList<String>();
    tree.each(
        ".*\\.md",
        (path, text) ->
            links(text)
                .filter(link -> !leadsSomewhere(tree, path, link))
                .forEach(link -> broken.add(path + ": " + link)));
    return broken;
  }

  private static Stream<String> links(String text) {
    return LINK.matcher(text)
        .results()
        .map(hit -> hit.group(1))
        .filter(link -> !link.contains("://"));
  }

  private static boolean leadsSomewhere(SourceTree tree, String from, String link) {
    String[] parts = link.split("#", 2);
    String target = parts[0].isEmpty() ? from : resolve(from, parts[0]);
    boolean there =
        tree.has(target)
            || tree.hasFolder(target)
            || java.nio.file.Files.exists(SourceTree.root().resolve(target));
    return there && (parts.length == 1 || anchors(tree.text(target)).contains(parts[1]));
  }

  private static Set<String> anchors(String text) {
    return text.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String resolve(String from, String link) {
    var folder = java.nio.file.Path.of(from).getParent();
    var target = folder == null ? java.nio.file.Path.of(link) : folder.resolve(link);
    return target.normalize().toString().replace('\\', '/');
  }

  private static void reach(String path, Set<String> reached) {
    if (TREE.has(path) && reached.add(path) && path.endsWith(".md")) {
      links(TREE.text(path)).forEach(link -> reach(resolve(path, link.split("#")[0]), reached));
    }
  }

  private static List<String> unknownCommands(SourceTree tree) {
    var unknown = new ArrayList<String>();
    tree.each(
        ".*\\.md",
        (path, text) ->
            COMMAND
                .matcher(text.replaceAll("\\\\\n\\s*", " "))
                .results()
                .map(hit -> complaint(hit.group(1), hit.group(2).strip()))
                .filter(complaint -> !complaint.isEmpty())
                .forEach(complaint -> unknown.add(path + ": " + complaint)));
    return unknown;
  }

  /// What is wrong with a command, or nothing.
  private static String complaint(String script, String arguments) {
    Set<String> known = Set.of();
    if (script.equals("sightline")) {
      var command = new CommandLine(new Sightline());
      String first = arguments.split("\\s+")[0];
      if (first.matches("[a-z][a-z-]*")) {
        command = command.getSubcommands().get(first);
        if (command == null) {
          return "there is no command " + first;
        }
        // Some have commands of their own, as `escrow split`.
        var words = arguments.split("\\s+");
        var inner = words.length > 1 ? command.getSubcommands().get(words[1]) : null;
        command = inner == null ? command : inner;
      }
      known = command.getCommandSpec().optionsMap().keySet();
    } else if (script.equals("test")) {
      known =
          OPTION
              .matcher(TREE.text("bin/test"))
              .results()
              .map(hit -> hit.group())
              .collect(Collectors.toSet());
      known.removeIf(option -> !TREE.text("bin/test").contains("    " + option));
    } else if (script.equals("bench")) {
      String first = arguments.split("\\s+")[0];
      if (first.matches("[a-z][a-z-]*") && driver(first).isEmpty()) {
        return "there is no load driver " + first;
      }
      known = options(driver(first));
      // Some of what the script itself reads, as `linkage --rows`.
      known.addAll(ofScript("bin/bench"));
    }
    for (var option : OPTION.matcher(arguments).results().toList()) {
      if (!known.contains(option.group())) {
        return "bin/" + script + " has no option " + option.group();
      }
    }
    return "";
  }

  /// Options a script has a branch for.
  private static Set<String> ofScript(String script) {
    String text = TREE.text(script);
    return OPTION
        .matcher(text)
        .results()
        .map(hit -> hit.group())
        .filter(option -> text.contains(" " + option + ") "))
        .collect(Collectors.toSet());
  }

  /// The source of a load driver, which is another module than this; or nothing.
  private static String driver(String name) {
    return TREE.matching("bench/src/main/java/.*\\.java")
        .map(file -> file.getValue())
        .filter(text -> text.contains("@Command(name = \"%s\"".formatted(name)))
        .findFirst()
        .orElse("");
  }

  private static Set<String> options(String source) {
    return Stream.concat(
            DECLARED_OPTION.matcher(source).results().map(hit -> hit.group(1)),
            Stream.of("--help", "--version"))
        .collect(Collectors.toSet());
  }

  private static TreeSet<String> acts() {
    var modules =
        TREE.matching("app/src/main/java/org/sightline/[a-z]+/.*\\.java")
            .map(file -> file.getKey().split("/")[6])
            .collect(Collectors.toSet());
    return TREE.matching("app/src/main/java/.*\\.java")
        .flatMap(
            file ->
                Stream.of(ACT, HYPHENED_ACT)
                    .flatMap(pattern -> pattern.matcher(file.getValue()).results())
                    .map(hit -> hit.group(1)))
        .filter(act -> modules.contains(act.split("\\.")[0]))
        .filter(
            act ->
                !TREE.text("app/src/main/resources/messages/" + act.split("\\.")[0] + ".properties")
                    .contains("\n" + act + "="))
        .filter(act -> !hasWords(act, "waiting") && !hasWords(act, "copy") && !hasWords(act, "two"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Kinds of notices, of copies and of what takes two look like acts, and have words of their own.
  private static boolean hasWords(String kind, String what) {
    String[] parts = kind.split("\\.");
    String key = "\n%s.%s.%s=".formatted(parts[0], what, parts[1]);
    return TREE.matching("app/src/main/resources/messages/" + parts[0] + "[-a-z]*\\.properties")
        .anyMatch(file -> file.getValue().contains(key));
  }

  private static TreeSet<String> listedActs() {
    return Pattern.compile("(?m)^\\| `([a-z]+\\.[a-z-]+)` \\|")
        .matcher(TREE.text(PROCESSES))
        .results()
        .map(hit -> hit.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
