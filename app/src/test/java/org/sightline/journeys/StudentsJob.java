package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.sightline.testing.Browser;

/// A student marks a map: by touch, by keyboard alone, or in a browser without scripts. Each way
/// ends with a slip.
final class StudentsJob {

  private static final String GO_ON =
      "main form:not(.leave) button.govuk-button:not(.govuk-button--secondary)";

  private final String classCode;

  StudentsJob(String classCode) {
    this.classCode = classCode;
  }

  /// @return the slip's code
  String byTouch(Browser browser) {
    var page = browser.openStudentSite("/joining").playwright();
    page.locator("#code").fill(classCode);
    for (int i = 0; i < 3; i++) {
      tapOn(page);
    }
    page.locator("[data-brush=R]").tap();
    page.locator(".zone[data-name='Quiet bench']").tap();
    page.locator("[data-brush=G]").tap();
    page.locator(".zone[data-name='Bike shed']").tap();
    page.locator("#done").tap();
    page.locator("#send").tap();
    return slip(page);
  }

  private static void tapOn(Page page) {
    String before = page.url();
    page.locator(GO_ON).first().tap();
    page.waitForURL(url -> !url.equals(before));
  }

  /// @return the slip's code
  String byKeyboard(Browser browser) {
    var page = browser.openStudentSite("/joining").playwright();
    var keyboard = new Keyboard(page);
    keyboard.to("#code").type(classCode);
    keyboard.press("Enter");
    page.waitForURL("**/what-happens");
    keyboard.to("form[action='/year-group'] button").press("Enter");
    page.waitForURL("**/year-group*");
    keyboard.to(GO_ON).press("Enter");
    page.locator("[data-use=list]").waitFor();
    keyboard.to("[data-use=list]").press("Enter");
    // The last answer of a place, "no answer", is chosen: one step down leads round to red.
    keyboard.to(".place input:checked").press("ArrowDown");
    keyboard.to("#done").press("Enter");
    keyboard.to("#send").press("Enter");
    String code = slip(page);
    assertThat(keyboard.unseen()).isEmpty();
    return code;
  }

  /// @return the slip's code
  String withoutScripts(Browser browser) {
    var page = browser.openStudentSite("/joining").playwright();
    page.locator("#code").fill(classCode);
    for (int i = 0; i < 3; i++) {
      String before = page.url();
      page.locator(GO_ON).first().click();
      page.waitForURL(url -> !url.equals(before));
    }
    page.locator(".place[data-name='Quiet bench'] input[value='Y']").check();
    page.locator("#done").click();
    page.waitForURL("**/checking");
    page.locator("form[action='/slip'] button").first().click();
    return slip(page);
  }

  private static String slip(Page page) {
    page.locator(".slip").waitFor();
    return page.locator(".slip").getAttribute("data-code");
  }
}
