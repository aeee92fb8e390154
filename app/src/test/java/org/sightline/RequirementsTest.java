package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page that says of every requirement where it lives and what shows it says so of all of them,
/// and names nothing that is not there.
class RequirementsTest {

  private static final SourceTree TREE = SourceTree.read();
  private static final String PAGE = "docs/reference/hotspot-requirements.md";
  private static final String ADDRESSES = "docs/data-protection/access.md";
  private static final int LAST = 86;

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (A\\d\\d) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /// @param where addresses among them in quotes
  /// @param shownBy tests in quotes, or [#LATER]
  private record Row(String number, String where, String shownBy) {}

  private static final String LATER = "Later";

  @Test
  void hasEveryRequirementOnceAndInOrder() {
    assertThat(rows(TREE))
        .extracting(Row::number)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, LAST).mapToObj("A%02d"::formatted).toList());
  }

  @Test
  void everyTestAndEveryAddressItNamesIsThere() {
    assertThat(complaints(TREE)).isEmpty();
  }

  /// What is put off is said here too, so that nothing is put off by a word in a table.
  @Test
  void onlyTheAttachmentToAnAuditIsPutOff() {
    assertThat(rows(TREE).stream().filter(row -> row.shownBy().equals(LATER)))
        .extracting(Row::number)
        .containsExactly("A02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`/concerns` | `NoSuchTest` | NoSuchTest",
        "`/concerns` | `RequirementsTest.noSuchMethod` | noSuchMethod",
        "`/concerns` | nothing at all | nothing",
        "`/no-such-address` | `RequirementsTest` | /no-such-address"
      })
  void whatIsNotThereIsFound(String where, String shownBy, String complaint) {
    String planted = "| A99 | Planted | %s | %s |\n".formatted(where, shownBy);

    assertThat(complaints(TREE.with(PAGE, planted)))
        .singleElement()
        .asString()
        .startsWith("A99: ")
        .contains(complaint);
  }

  private static List<String> complaints(SourceTree tree) {
    var complaints = new ArrayList<String>();
    for (var row : rows(tree)) {
      quoted(row.where())
          .filter(address -> address.startsWith("/"))
          .filter(address -> !tree.text(ADDRESSES).contains("| `" + address + "` |"))
          .forEach(address -> complaints.add(row.number() + ": there is no " + address));
      if (row.shownBy().equals(LATER)) {
        continue;
      }
      if (quoted(row.shownBy()).findAny().isEmpty()) {
        complaints.add(row.number() + ": nothing shows it");
      }
      quoted(row.shownBy())
          .filter(test -> !isThere(tree, test))
          .forEach(test -> complaints.add(row.number() + ": there is no " + test));
    }
    return complaints;
  }

  /// @param test a class, or a class and one of its methods
  private static boolean isThere(SourceTree tree, String test) {
    String[] parts = test.split("\\.");
    return tree.matching(".*/src/test/java/.*/" + Pattern.quote(parts[0]) + "\\.java")
        .anyMatch(file -> parts.length == 1 || isTest(file.getValue(), parts[1]));
  }

  private static boolean isTest(String source, String method) {
    int at = source.indexOf(" void " + method + "(");
    return at > 0
        && source
            .substring(source.lastIndexOf("\n\n", at), at)
            .matches("(?s).*@(Test|ParameterizedTest|Property)\\b.*");
  }

  private static List<Row> rows(SourceTree tree) {
    return ROW.matcher(tree.text(PAGE))
        .results()
        .map(row -> new Row(row.group(1), row.group(3).strip(), row.group(4).strip()))
        .toList();
  }

  private static Stream<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(hit -> hit.group(1));
  }
}
