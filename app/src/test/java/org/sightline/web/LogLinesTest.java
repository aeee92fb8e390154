package org.sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// AU-09: whatever a name or a message of an exception holds, it forges no line of the log, moves
/// no cursor and turns no text around. A line of ours starts with a time, and nothing else does.
class LogLinesTest {

  private static final Pattern LINE = Pattern.compile("(?m)^\\d\\d:\\d\\d:\\d\\d ");

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\t\\r]]");

  private final PatternLayout layout = layout();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jo\n12:00:00 INFO  forged",
        "Jo\r12:00:00 INFO  forged",
        "Jo\r\n12:00:00 INFO  forged",
        "Jo\u008512:00:00 INFO  forged",
        "Jo\u202812:00:00 INFO  forged",
        "Jo\u202912:00:00 INFO  forged",
        "Jo\u000b12:00:00\f12:00:00",
        "Jo\u001b[2J\u001b[1;1H12:00:00 INFO  forged",
        "Jo \u202eforged\u202c \u2066x\u2069",
        "Jo\0\b\u007f\u009b2J"
      })
  void nothingForgesALine(String name) {
    for (var written : List.of(write(name, null), write("{}", null, name))) {
      assertThat(LINE.matcher(written).results()).hasSize(1);
      assertThat(written.stripTrailing().lines()).hasSize(1);
      assertThat(UNSEEN.matcher(written).find()).isFalse();
      assertThat(written).contains("Jo");
    }
    var failed = write("It failed", new IllegalStateException(name, new IOException(name)));

    assertThat(LINE.matcher(failed).results()).hasSize(1);
    assertThat(UNSEEN.matcher(failed).find()).isFalse();
    assertThat(failed.lines().skip(1)).allMatch(line -> line.isEmpty() || line.startsWith(" | "));
  }

  @Test
  void whatIsPlainStaysAsItIs() {
    assertThat(write("The audit is broken at entry {}. Zoë", null, 3))
        .matches("\\d\\d:\\d\\d:\\d\\d WARN  The audit is broken at entry 3\\. Zoë\\R");
    assertThat(write("It failed", new IOException("why")))
        .contains("WARN  It failed\n | java.io.IOException: why\n | \tat org.sightline");
  }

  private String write(String message, Throwable failure, Object... values) {
    var context = new LoggerContext();
    return layout.doLayout(
        new LoggingEvent("x", context.getLogger("x"), Level.WARN, message, failure, values));
  }

  /// The pattern of the application, with a layout of its own.
  private static PatternLayout layout() {
    try (InputStream file = LogLinesTest.class.getResourceAsStream("/application.yaml")) {
      Map<String, Map<String, Object>> settings = new Yaml().load(file);
      var layout = new PatternLayout();
      layout.setContext(new LoggerContext());
      layout.setPattern(String.valueOf(settings.get("logging").get("pattern.console")));
      layout.start();
      return layout;
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
