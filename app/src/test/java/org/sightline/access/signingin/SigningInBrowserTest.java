package org.sightline.access.signingin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class SigningInBrowserTest {

  @Autowired private TestPeople people;

  @Test
  void thePageIsAccessible(Browser browser) {
    browser.open("/signing-in");

    browser.page().checkAccessible();
    browser.screenshot("signing-in");
  }

  @Test
  void soIsThePageWithAnError(Browser browser) {
    browser.open("/signing-in");

    browser.playwright().fill("#username", "nobody");
    browser.playwright().keyboard().press("Enter");

    browser.playwright().waitForSelector(".govuk-error-summary");
    browser.page().checkAccessible();
  }

  @Test
  void aPersonSignsInByKeyboardAlone(Browser browser) {
    var head = people.cast().the(Role.HEAD);
    browser.open("/signing-in");
    var keyboard = browser.playwright().keyboard();

    browser.playwright().focus("#username");
    keyboard.type(head.username());
    keyboard.press("Tab");
    keyboard.type(head.password());
    keyboard.press("Enter");

    browser.playwright().waitForSelector(".top__who");
    assertThat(browser.playwright().textContent(".top__who span")).isEqualTo(head.name());
  }

  @Test
  void theStudentSiteIsAPageToo(Browser browser) {
    browser.openStudentSite("/no-such-page");

    browser.page().checkAccessible();
  }
}
