package org.sightline.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.sightline.testing.Browser;

/// Somebody at a window, who does what the page offers by the words it offers it in, and waits for
/// what comes.
final class Person {

  private final Browser browser;

  Person(Browser browser) {
    this.browser = browser;
  }

  Browser browser() {
    return browser;
  }

  Page page() {
    return browser.playwright();
  }

  Person open(String path) {
    page().navigate(browser.origin() + path);
    return this;
  }

  /// Presses the button with exactly these words.
  Person press(String button) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
    return this;
  }

  Person pressAt(String selector) {
    find(selector).first().click();
    return this;
  }

  Person follow(String link) {
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
    return this;
  }

  Person type(String id, String text) {
    find("[id='" + id + "']").fill(text);
    return this;
  }

  Person check(String id) {
    find("[id='" + id + "']").check();
    return this;
  }

  /// Waits until the page with this heading has come.
  Person sees(String heading) {
    find("h1:visible").filter(new Locator.FilterOptions().setHasText(heading)).first().waitFor();
    return this;
  }

  /// Waits until these words are somewhere on the page.
  Person reads(String words) {
    page().getByText(words).first().waitFor();
    return this;
  }

  Person comesTo(String path) {
    page().waitForURL(Pattern.compile(".*" + Pattern.quote(path) + ".*"));
    return this;
  }

  Locator find(String selector) {
    return page().locator(selector);
  }

  String text(String selector) {
    return find(selector).first().innerText();
  }

  String path() {
    return page().url().substring(browser.origin().length()).replaceAll("[?#].*", "");
  }
}
