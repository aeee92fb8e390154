package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.Browser;

/// A member of staff with a keyboard and nothing else, who works through pages and forms. Every
/// page arrived at is looked at the way [Browser#page] does.
final class DeskTypist {

  private final Browser browser;
  private final Keyboard keyboard;

  DeskTypist(Browser browser) {
    this.browser = browser;
    this.keyboard = new Keyboard(browser.playwright());
  }

  DeskTypist signIn(Cast.Member member) {
    browser.open("/signing-in");
    keyboard.to("#username").type(member.username());
    keyboard.press("Tab").type(member.password());
    keyboard.press("Enter");
    page().locator(".top__who").waitFor();
    return this;
  }

  Keyboard keyboard() {
    return keyboard;
  }

  Page page() {
    return browser.playwright();
  }

  /// Goes by the menu to one of its pages.
  DeskTypist goes(String path, String heading) {
    return enters(".top__nav a[href='" + path + "']", heading);
  }

  /// Follows a link or presses a button, and looks at the page that comes.
  DeskTypist enters(String selector, String heading) {
    keyboard.to(selector);
    sends();
    page()
        .locator("h1:visible")
        .filter(new Locator.FilterOptions().setHasText(heading))
        .first()
        .waitFor();
    return looks();
  }

  /// Follows a link within the content, by the end of its address.
  DeskTypist follows(String end, String heading) {
    return enters("main a[href$='" + end + "']", heading);
  }

  /// Presses a button, and waits for the page to say that it was done.
  DeskTypist presses(String selector, String said) {
    keyboard.to(selector);
    return sends().isTold(said);
  }

  /// Presses Enter where the focus is, and waits until another page has come.
  DeskTypist sends() {
    page().evaluate("() => { window.before = true }");
    keyboard.press("Enter");
    page().waitForFunction("() => !window.before");
    return this;
  }

  /// Writes into a field, in place of what stood there.
  DeskTypist writes(String selector, String text) {
    keyboard.to(selector).type(text);
    return this;
  }

  DeskTypist writes(String name, LocalDate day) {
    writes("#" + name + "-day", "" + day.getDayOfMonth());
    keyboard.press("Tab").type("" + day.getMonthValue());
    keyboard.press("Tab").type("" + day.getYear());
    return this;
  }

  /// Goes to a list to choose from, and from choice to choice until this one is chosen.
  DeskTypist chooses(String name, String value) {
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

  /// The page says what is wrong, has the focus on it, and leads from there into the field.
  DeskTypist isRefused(String said, String field) {
    page().locator(".govuk-error-summary").getByText(said).waitFor();
    page().waitForFunction("() => document.activeElement.matches('.govuk-error-summary')");
    looks();
    keyboard.press("Tab").press("Enter");
    page().waitForFunction("field => document.activeElement.matches(field)", field);
    return this;
  }

  DeskTypist isTold(String said) {
    page().locator(".govuk-notification-banner").getByText(said).waitFor();
    return looks();
  }

  /// Waits for what the page says of the last key.
  DeskTypist status(String said) {
    page()
        .waitForFunction(
            "said => document.querySelector('[data-status]').textContent.includes(said)", said);
    return this;
  }

  /// The way back, with Shift and Tab.
  DeskTypist goesBackTo(String selector) {
    for (int i = 0; i < 60; i++) {
      if ((boolean) page().evaluate("s => document.activeElement.matches(s)", selector)) {
        return this;
      }
      keyboard.press("Shift+Tab");
    }
    throw new AssertionError("No way back to %s on %s".formatted(selector, page().url()));
  }

  DeskTypist reads(String selector, String... words) {
    assertThat(page().locator(selector).innerText()).contains(words);
    return this;
  }

  DeskTypist looks() {
    page().waitForLoadState();
    browser.page().checkAccessible();
    return this;
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
}
