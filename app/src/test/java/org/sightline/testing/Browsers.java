package org.sightline.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Starts the system's Chromium once for all tests (again when it died), gives each test a fresh
/// window, and looks at the end whether anything happened in it that must not.
final class Browsers implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(Browsers.class);

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

  private static final String MISSING =
      "BROWSER TESTS ARE SKIPPED: there is no Chromium on this machine. Install the package 'chromium', or set"
          + " SIGHTLINE_CHROMIUM to the program.";

  /// The browser the tests drive, where there is one.
  static Optional<Path> chromium() {
    var asked = Optional.ofNullable(System.getenv("SIGHTLINE_CHROMIUM"));
    if (asked.equals(Optional.of("none"))) {
      return Optional.empty();
    }
    var named = asked.map(Path::of);
    var usual =
        Stream.of(
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/usr/bin/google-chrome-stable",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .map(Path::of);
    return Stream.concat(named.stream(), usual).filter(Files::isExecutable).findFirst();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (chromium().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is there");
    }
    context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(
            "said",
            said -> {
              System.err.println("\n*** " + MISSING + " ***\n");
              return true;
            });
    return ConditionEvaluationResult.disabled(MISSING);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(OURS).computeIfAbsent("browser", none -> open(context), Browser.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var browser = context.getStore(OURS).remove("browser", Browser.class);
    if (browser != null) {
      try {
        if (context.getExecutionException().isPresent()) {
          browser.screenshotsOfAll("failed-" + context.getRequiredTestMethod().getName());
        } else {
          browser.checkNothingWentWrong();
        }
      } finally {
        browser.close();
      }
    }
  }

  private static Browser open(ExtensionContext context) {
    var running = context.getRoot().getStore(OURS);
    var program = running.computeIfAbsent("program", none -> Program.start(), Program.class);
    if (!program.browser().isConnected()) {
      running.remove("program", Program.class).close();
      program = running.computeIfAbsent("program", none -> Program.start(), Program.class);
    }
    var people = SpringExtension.getApplicationContext(context).getBean(TestPeople.class);
    return new Browser(program.browser(), people);
  }

  /// @param browser running until all tests are done
  private record Program(Playwright driver, com.microsoft.playwright.Browser browser)
      implements AutoCloseable {

    static Program start() {
      var driver =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      var chromium =
          driver
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Browsers.chromium().orElseThrow())
                      .setArgs(FLAGS));
      return new Program(driver, chromium);
    }

    @Override
    public void close() {
      browser.close();
      driver.close();
    }
  }
}
