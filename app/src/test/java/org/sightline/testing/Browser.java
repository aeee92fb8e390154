package org.sightline.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;

/// One window of a real browser, with no memory of others, which remembers what scripts complained
/// of and what was asked for elsewhere. It cannot get there: [Browsers] lets Chromium find no other
/// machine. Requests are watched and not stopped, since a window in which requests are stopped
/// keeps no files, and loads every style and script anew for every page.
public final class Browser implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private static final String REPORT_VIOLATIONS =
      """
      document.addEventListener('securitypolicyviolation', event => console.error(
        'Content Security Policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample
        + ' on ' + event.documentURI + ' by ' + event.sourceFile + ':' + event.lineNumber));
      """;

  private static final Pattern GONE = Pattern.compile("has been closed|is already handled");

  private final TestPeople people;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> answeredNo = new HashSet<>();
  private final Set<String> expectedNo = new HashSet<>();
  private final List<Browser> others = new ArrayList<>();

  Browser(com.microsoft.playwright.Browser chromium, TestPeople people) {
    this(chromium, people, new com.microsoft.playwright.Browser.NewContextOptions());
  }

  private Browser(
      com.microsoft.playwright.Browser chromium,
      TestPeople people,
      com.microsoft.playwright.Browser.NewContextOptions kind) {
    this.people = people;
    this.context =
        chromium.newContext(
            kind.setLocale("en-GB").setTimezoneId("Europe/London").setViewportSize(1280, 900));
    context.setDefaultTimeout(30_000);
    context.addInitScript(REPORT_VIOLATIONS);
    context.onRequest(this::noteWhereTo);
    context.onConsoleMessage(this::listen);
    context.onResponse(this::noteRefusals);
    context.onDialog(Browser::answer);
    context.onWebError(error -> faults.add("A script failed: " + error.error()));
    this.page = context.newPage();
  }

  /// Playwright's own page, for everything not named here.
  public Page playwright() {
    return page;
  }

  /// The window of somebody else, watched and closed together with this one.
  public Browser another() {
    return open(new com.microsoft.playwright.Browser.NewContextOptions());
  }

  /// Somebody else's telephone: touched, 390 wide.
  public Browser anotherTouched() {
    return open(new com.microsoft.playwright.Browser.NewContextOptions().setHasTouch(true))
        .onATelephone();
  }

  /// Somebody else's window in which no script runs.
  public Browser anotherWithoutScripts() {
    return open(
        new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  private Browser open(com.microsoft.playwright.Browser.NewContextOptions kind) {
    var other = new Browser(context.browser(), people, kind);
    others.add(other);
    return other;
  }

  /// Takes the connection away, or gives it back.
  public void connected(boolean connected) {
    context.setOffline(!connected);
  }

  /// What a script sends to addresses with this ending is refused or lost on purpose: Chromium
  /// writes such an answer to the console all the same.
  public Browser expectNo(String... endings) {
    expectedNo.addAll(List.of(endings));
    return this;
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
    page.click("form[action='/signing-in'] button");
    page.waitForURL(url -> !url.endsWith("/signing-in"));
    return this;
  }

  /// The address of the site the open page belongs to.
  public String origin() {
    return page.url().startsWith(people.studentUrl()) ? people.studentUrl() : people.staffUrl();
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
    return screenshot(SCREENSHOTS, name, true);
  }

  /// This window and those of the others as they were when a test failed.
  void screenshotsOfAll(String name) {
    screenshot(name);
    for (int i = 0; i < others.size(); i++) {
      others.get(i).screenshot(name + "-" + (i + 1));
    }
  }

  /// A picture for the documents, 1280 by 800: written to `docs/screenshots` with
  /// `-Dscreenshots.write=true`, and to `target/screenshots` otherwise.
  public Path screenshotForDocs(String name) {
    boolean write = Boolean.getBoolean("screenshots.write");
    page.setViewportSize(1280, 800);
    return screenshot(write ? Path.of("../docs/screenshots") : SCREENSHOTS, name, false);
  }

  private Path screenshot(Path folder, String name, boolean whole) {
    Path file = folder.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
    return file;
  }

  /// What went wrong unasked so far: violations of the policy, complaints of scripts, requests to
  /// elsewhere.
  public List<String> faults() {
    var all = new ArrayList<>(faults);
    complaints.stream()
        .filter(complaint -> answeredNo.stream().noneMatch(complaint::startsWith))
        .filter(complaint -> !isExpected(complaint))
        .forEach(all::add);
    others.forEach(other -> all.addAll(other.faults()));
    return all;
  }

  void checkNothingWentWrong() {
    if (!faults().isEmpty()) {
      throw new AssertionError("On the pages of this test:\n" + String.join("\n", faults()));
    }
  }

  @Override
  public void close() {
    others.forEach(Browser::close);
    context.close();
  }

  private void noteWhereTo(Request request) {
    String url = request.url();
    if (TypedWords.in(URI.create(url))) {
      faults.add("Typed words in an address (WB-06): " + url);
    }
    if (!url.startsWith("blob:")
        && !url.startsWith(people.staffUrl() + "/")
        && !url.startsWith(people.studentUrl() + "/")) {
      faults.add("A request to elsewhere: " + url);
    }
  }

  /// A page that asks whether to leave it is left; every other question is answered with no. Left
  /// to itself the driver does the same, and fails whichever test is running when the window that
  /// asked is gone.
  private static void answer(Dialog dialog) {
    boolean leaving = dialog.type().equals("beforeunload");
    try {
      if (leaving) {
        dialog.accept();
      } else {
        dialog.dismiss();
      }
    } catch (PlaywrightException e) {
      if (!GONE.matcher(e.getMessage()).find()) {
        throw e;
      }
    }
  }

  private void listen(ConsoleMessage message) {
    boolean lostOnPurpose = message.text().contains("net::ERR_INTERNET_DISCONNECTED");
    // GOV.UK's own typeface, which we neither may nor do ship: asked for only when a test measures
    // a
    // page of which our style sheet has not arrived yet.
    boolean typeface = message.location().contains("/assets/fonts/");
    if (message.type().equals("error") && !lostOnPurpose && !typeface) {
      String text = message.text();
      boolean answer = text.startsWith("Failed to load resource");
      complaints.add((answer ? message.location() + " " : "") + text);
    }
  }

  private boolean isExpected(String complaint) {
    return complaint.contains("Failed to load resource")
        && expectedNo.stream().anyMatch(ending -> complaint.contains(ending + ":"));
  }

  /// A page, or a part of one, that says no (404, 422) is an answer; Chromium writes it to the
  /// console all the same. A script or a picture that is not there is a fault.
  private void noteRefusals(Response response) {
    var request = response.request();
    boolean isPage = request.isNavigationRequest() || request.headers().containsKey("x-part");
    if (isPage && response.status() >= 400) {
      answeredNo.add(response.url() + ":");
    }
  }
}
