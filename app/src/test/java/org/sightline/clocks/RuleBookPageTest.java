package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleBookPageTest {

  private static final String WRITE = "clocks.page.write";

  @Test
  void theDocumentedRulesAreTheRulesInForce() throws IOException {
    var path = page();
    var now = RuleBookPage.of(RuleBook.shipped());
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, now);
    }

    assertThat(path)
        .as(
            "docs/reference/clocks.md is stale. Make it again with:"
                + " mvn -pl app -am test -Dtest=RuleBookPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
            WRITE)
        .hasContent(now);
  }

  /// Tests run in the module's folder under Maven and in the project's under some editors.
  private static Path page() {
    var root =
        Files.isDirectory(Path.of("src")) && Files.exists(Path.of("../app"))
            ? Path.of("..")
            : Path.of(".");
    return root.resolve("docs/reference/clocks.md");
  }
}
