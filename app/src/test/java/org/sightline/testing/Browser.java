package org.sightline.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;

/// One window of a real browser, with no memory of others. It lets nothing out but to the two
/// sites, and remembers what scripts complained of.
public final class Browser implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private static final String REPORT_VIOLATIONS =
      """
      document.addEventListener('securitypolicyviolation', event => console.error(
        'Content Security Policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
      """;

  private final TestPeople people;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> answeredNo = new HashSet<>();

  Browser(com.microsoft.playwright.Browser chromium, TestPeople people) {
    this.people = people;
    this.context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setViewportSize(1280, 900));
    context.setDefaultTimeout(10_000);
    context.addInitScript(REPORT_VIOLATIONS);
    context.route("**/*", this::letThroughToOurSitesOnly);
    context.onConsoleMessage(this::listen);
    context.onResponse(this::noteRefusals);
    context.onWebError(error -> faults.add("A script failed: " + error.error()));
    this.page = context.newPage();
  }

  /// Playwright's own page, for everything not named here.
  public Page playwright() {
    return page;
  }

  /// The page that is open, to be checked.
  public CheckedPage page() {
    return new CheckedPage(page);
  }

  /// Signs in to the staff site by filling in the page.
  public Browser signIn(Role role) {
    return signIn(people.cast().the(role));
  }

  public Browser signIn(Cast.Member member) {
    open("/signing-in");
    page.fill("#username", member.username());
    page.fill("#password", member.password());
    page.click("button.govuk-button");
    page.waitForURL(url -> !url.endsWith("/signing-in"));
    return this;
  }

  /// Opens a page of the staff site.
  public Browser open(String path) {
    page.navigate(people.staffUrl() + path);
    return this;
  }

  /// Opens a page of the student site.
  public Browser openStudentSite(String path) {
    page.navigate(people.studentUrl() + path);
    return this;
  }

  /// As wide as a telephone: 390 by 844.
  public Browser onATelephone() {
    page.setViewportSize(390, 844);
    return this;
  }

  /// The whole page as a picture in `target/screenshots`; returns where.
  public Path screenshot(String name) {
    return screenshot(SCREENSHOTS, name);
  }

  /// A picture for the documents: written to `docs/screenshots` with `-Dscreenshots.write=true`,
  /// and to `target/screenshots` otherwise.
  public Path screenshotForDocs(String name) {
    boolean write = Boolean.getBoolean("screenshots.write");
    return screenshot(write ? Path.of("../docs/screenshots") : SCREENSHOTS, name);
  }

  private Path screenshot(Path folder, String name) {
    Path file = folder.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return file;
  }

  /// What went wrong unasked so far: violations of the policy, complaints of scripts, requests to
  /// elsewhere.
  public List<String> faults() {
    var all = new ArrayList<>(faults);
    complaints.stream()
        .filter(complaint -> answeredNo.stream().noneMatch(complaint::startsWith))
        .forEach(all::add);
    return all;
  }

  void checkNothingWentWrong() {
    if (!faults().isEmpty()) {
      throw new AssertionError("On the pages of this test:\n" + String.join("\n", faults()));
    }
  }

  @Override
  public void close() {
    context.close();
  }

  private void letThroughToOurSitesOnly(Route route) {
    String url = route.request().url();
    if (url.startsWith(people.staffUrl() + "/") || url.startsWith(people.studentUrl() + "/")) {
      route.resume();
    } else {
      faults.add("A request to elsewhere: " + url);
      route.abort();
    }
  }

  private void listen(ConsoleMessage message) {
    if (message.type().equals("error")) {
      String text = message.text();
      boolean answer = text.startsWith("Failed to load resource");
      complaints.add((answer ? message.location() + " " : "") + text);
    }
  }

  /// A page that says no (404, 422) is an answer; Chromium writes it to the console all the same. A
  /// script or a picture that is not there is a fault.
  private void noteRefusals(Response response) {
    if (response.request().isNavigationRequest() && response.status() >= 400) {
      answeredNo.add(response.url() + ":");
    }
  }
}
