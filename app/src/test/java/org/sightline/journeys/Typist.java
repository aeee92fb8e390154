package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.Browser;

/// Somebody of the staff who signs in and works with a keyboard and nothing else. Every page they
/// come to is looked at, unless its like was looked at before in the same story.
final class Typist {

  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final String SHAPE =
      "() => document.querySelectorAll('.govuk-error-summary, .govuk-notification-banner, form').length";

  private static final String FOCUS = "() => document.activeElement.id";

  private static final String NOTHING_HAS_THE_FOCUS =
      "() => document.activeElement === document.body";

  private static final String IS_ON_THE_SKIP_LINK =
      "() => document.activeElement.matches('.govuk-skip-link')";

  private final Browser window;
  private final Keyboard keyboard;
  private final Set<String> lookedAt;

  private Typist(Browser window, Set<String> lookedAt) {
    this.window = window;
    this.lookedAt = lookedAt;
    this.keyboard = new Keyboard(window.playwright());
  }

  /// @param lookedAt kinds of pages the story has looked at so far, added to here
  static Typist signedIn(Browser window, Cast.Member who, Set<String> lookedAt) {
    var typist = new Typist(window.open("/signing-in"), lookedAt);
    typist.keyboard.to("#username").type(who.username()).press("Tab");
    typist.keyboard.type(who.password()).press("Enter");
    typist.find(".top__who").waitFor();
    return typist;
  }

  static Typist signedIn(Browser window, Cast.Member who) {
    return signedIn(window, who, new HashSet<>());
  }

  /// Goes by the menu to one of its pages.
  Typist goesByMenu(String path, String heading) {
    return goes(".top__nav a[href='" + path + "']", heading);
  }

  /// Follows a link within the content, by the end of its address.
  Typist follows(String end, String heading) {
    return goes("main a[href$='" + end + "']", heading);
  }

  /// Presses a button, and waits for the page to say that it was done.
  Typist presses(String button, String said) {
    return leaves(button).isTold(said);
  }

  /// Presses Enter where the focus is, and waits until another page has come.
  Typist sends() {
    page().evaluate("() => { window.isOld = true; }");
    keyboard.press("Enter");
    page().waitForFunction("() => !window.isOld && document.readyState === 'complete'");
    return this;
  }

  /// The page says what is wrong, has the focus on it, and leads from there into the field.
  Typist isRefused(String said, String field) {
    page().locator(".govuk-error-summary").getByText(said).waitFor();
    page().waitForFunction("() => document.activeElement.matches('.govuk-error-summary')");
    looks();
    keyboard.press("Tab").press("Enter");
    page().waitForFunction("field => document.activeElement.matches(field)", field);
    return this;
  }

  Typist isTold(String said) {
    page().locator(".govuk-notification-banner").getByText(said).waitFor();
    return looks();
  }

  /// Waits for what the page says of the last key.
  Typist status(String said) {
    page()
        .waitForFunction(
            "said => document.querySelector('[data-status]').textContent.includes(said)", said);
    return this;
  }

  /// The way back, with Shift and Tab.
  Typist goesBackTo(String selector) {
    for (int i = 0; i < 60; i++) {
      if ((boolean) page().evaluate("s => document.activeElement.matches(s)", selector)) {
        return this;
      }
      keyboard.press("Shift+Tab");
    }
    throw new AssertionError("No way back to %s on %s".formatted(selector, page().url()));
  }

  Typist reads(String selector, String... words) {
    assertThat(page().locator(selector).innerText()).contains(words);
    return this;
  }

  /// Follows a link or presses a button, and looks at the page that comes.
  Typist goes(String selector, String heading) {
    leaves(selector);
    find("h1:visible").filter(new Locator.FilterOptions().setHasText(heading)).first().waitFor();
    return looks();
  }

  /// Presses a button and waits until these words stand on the page that comes.
  Typist sends(String button, String words) {
    leaves(button);
    find("main").getByText(words).first().waitFor();
    return looks();
  }

  /// Sends a form that is not complete, and follows the first line of the summary to its field.
  Typist isSentBack(String button, String field) {
    leaves(button);
    find(".govuk-error-summary:focus").waitFor();
    looks();
    assertThat(page().title()).startsWith("Error: ");
    keyboard.press("Tab").press("Enter");
    assertThat(page().evaluate(FOCUS)).as("where the summary leads").isEqualTo(field);
    return this;
  }

  /// Types an address, as somebody does who remembers it.
  Typist types(String address) {
    page().navigate(window.origin() + address);
    return this;
  }

  Typist writes(String field, String text) {
    to(field).type(text);
    return this;
  }

  Typist writes(String name, LocalDate day) {
    writes("#" + name + "-day", "" + day.getDayOfMonth());
    keyboard.press("Tab").type("" + day.getMonthValue());
    keyboard.press("Tab").type("" + day.getYear());
    return this;
  }

  Typist ticks(String box) {
    to(box).press("Space");
    assertThat(page().isChecked(box)).as(box).isTrue();
    return this;
  }

  /// Comes to a group of radios and goes down it until this one is chosen.
  Typist chooses(String radio) {
    String name = find(radio).getAttribute("name");
    to("input[type=radio][name='" + name + "']").press("Space");
    int most = find("input[type=radio][name='" + name + "']").count();
    for (int i = 0; i < most && !page().isChecked(radio); i++) {
      keyboard.press("ArrowDown");
    }
    assertThat(page().isChecked(radio)).as(radio).isTrue();
    return this;
  }

  /// Goes to a list to choose from, and from choice to choice until this one is chosen.
  Typist chooses(String name, String value) {
    keyboard.to("[name='" + name + "']");
    String wanted = "[name='%s'][value='%s']".formatted(name, value);
    if (page().isChecked(wanted)) {
      return this;
    }
    keyboard.press("Space");
    for (int i = 0; i < 30 && !page().isChecked(wanted); i++) {
      keyboard.press("ArrowDown");
    }
    assertThat(page().isChecked(wanted)).as(wanted).isTrue();
    return this;
  }

  /// Opens what is folded away.
  Typist unfolds(String summary) {
    to(summary).press("Enter");
    return this;
  }

  /// Looks at the page as it is now.
  Typist looks() {
    String kind = path().replaceAll(ID, "…") + page().evaluate(SHAPE);
    if (lookedAt.add(kind)) {
      window.page().checkAccessible();
    }
    return this;
  }

  /// Presses Enter on this, and waits until another page is there.
  Typist leaves(String selector) {
    to(selector);
    return sends();
  }

  /// Tabs to a control; on a page that has just come, by the skip link where that is shorter.
  private Keyboard to(String selector) {
    var wanted = find(selector).first();
    wanted.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    boolean isFresh = (boolean) page().evaluate(NOTHING_HAS_THE_FOCUS);
    if (isFresh && (boolean) wanted.evaluate("each => each.closest('main') !== null")) {
      keyboard.press("Tab");
      if ((boolean) page().evaluate(IS_ON_THE_SKIP_LINK)) {
        keyboard.press("Enter");
      }
    }
    return keyboard.to(selector);
  }

  /// What was reached shows its focus; called when the story is over.
  void sawItsWay() {
    assertThat(keyboard.unseen()).as("Controls that do not show the focus").isEmpty();
  }

  String reads() {
    return find("main").innerText();
  }

  /// What this piece of work has in the audit as done by this person, oldest first.
  static List<String> acts(SystemStore store, WorkspaceId work, Cast.Member by) {
    return store
        .jdbc()
        .sql(
            """
            select act from audit.entry
             where workspace = :work and user_id = :by and outcome = 'DONE' order by seq
            """)
        .param("work", work.value())
        .param("by", by.id().value())
        .query(String.class)
        .list();
  }

  Locator find(String selector) {
    return page().locator(selector);
  }

  String path() {
    return page().url().substring(window.origin().length()).replaceAll("[?#].*", "");
  }

  Keyboard keyboard() {
    return keyboard;
  }

  Page page() {
    return keyboard.page();
  }
}
