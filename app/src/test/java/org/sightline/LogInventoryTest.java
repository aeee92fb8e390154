package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// AU-12: who writes to the log is listed, and nobody puts into it what somebody typed.
class LogInventoryTest {

  private static final SourceTree TREE = SourceTree.read();
  private static final String JAVA = "app/src/main/java/org/sightline/";

  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z.]+\\.[A-Z]\\w+)` \\|");

  /// The message of a failure may hold what it failed on.
  private static final Pattern MESSAGE =
      Pattern.compile("(?s)\\b(?:log|LOG)\\.\\w+\\([^;]*\\bgetMessage\\(\\)[^;]*;");

  @Test
  void everyClassThatLogsIsListed() {
    var logging =
        TREE.matching(JAVA + ".*\\.java")
            .filter(file -> file.getValue().contains("LoggerFactory.getLogger("))
            .map(file -> file.getKey().substring(JAVA.length()).replaceAll("\\.java$", ""))
            .map(path -> path.replace('/', '.'))
            .collect(Collectors.toCollection(TreeSet::new));
    var listed =
        LISTED
            .matcher(TREE.text("docs/data-protection/logs.md"))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(logging);
  }

  @Test
  void nobodyLogsTheMessageOfAFailure() {
    assertThat(
            TREE.matching(JAVA + ".*\\.java")
                .filter(file -> MESSAGE.matcher(file.getValue()).find())
                .map(file -> file.getKey()))
        .isEmpty();
  }
}
