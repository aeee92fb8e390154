package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import org.sightline.testing.Browser;

/// Somebody at a window who fills in forms by the names of their fields.
final class Clerk {

  private final Browser browser;
  private final Page page;

  Clerk(Browser browser) {
    this.browser = browser;
    this.page = browser.playwright();
  }

  /// Opens a page, fills in the form that goes there, and sends it.
  void send(String path, String action, Object... fields) {
    browser.open(path);
    answerPurpose();
    page.evaluate(
        "() => document.querySelectorAll('details').forEach((each) => (each.open = true))");
    complete(action, fields);
  }

  /// Fills in the last form that goes there, and sends it.
  void complete(String action, Object... fields) {
    var form = page.locator("form[action$='" + action + "']").last();
    for (int i = 0; i < fields.length; i += 2) {
      fill(form, fields[i].toString(), fields[i + 1]);
    }
    String before = page.url();
    form.locator("button:not([formaction])").last().click();
    page.waitForLoadState();
    assertThat(page.querySelector(".govuk-error-summary"))
        .as("%s, %s: %s", before, action, page.textContent("main"))
        .isNull();
  }

  private static void fill(Locator form, String name, Object value) {
    if (value instanceof LocalDate day) {
      form.locator("#" + name + "-day").fill("" + day.getDayOfMonth());
      form.locator("#" + name + "-month").fill("" + day.getMonthValue());
      form.locator("#" + name + "-year").fill("" + day.getYear());
      return;
    }
    var choice =
        form.locator(
            "input:is([type=radio], [type=checkbox])[name='%s'][value='%s']"
                .formatted(name, value.toString().replace("\n", "")));
    var select = form.locator("select[name='" + name + "']");
    if (choice.count() > 0) {
      choice.check();
    } else if (select.count() > 0) {
      select.selectOption(value.toString());
    } else {
      form.locator("[name='" + name + "']").fill(value.toString());
    }
  }

  void answerPurpose() {
    if (page.url().endsWith("/opening")) {
      String wanted = page.url();
      page.check("input[name=purpose] >> nth=0");
      page.click("main form button");
      page.waitForURL(url -> !url.equals(wanted));
    }
  }

  /// Draws a line on a map that is open: a practitioner of the agency saw it on that day.
  static void drawLine(Page drawn, String from, String to, String agency, LocalDate seen) {
    drawn.click("[data-nodes] button:has-text('" + from + "')");
    drawn.click("[data-panel] a[href*='lines/new']");
    drawn.waitForSelector("#to");
    drawn.selectOption("#to", new SelectOption().setLabel(to));
    drawn.fill("#role", "practitioner");
    drawn.fill("#agency", agency);
    drawn.selectOption("#seen-or-heard", "SEEN");
    drawn.fill("#when-day", "" + seen.getDayOfMonth());
    drawn.fill("#when-month", "" + seen.getMonthValue());
    drawn.fill("#when-year", "" + seen.getYear());
    drawn.click("[data-panel] form button");
    drawn.waitForFunction(
        "() => document.querySelector('[data-status]').textContent.includes('The line is drawn')");
  }
}
