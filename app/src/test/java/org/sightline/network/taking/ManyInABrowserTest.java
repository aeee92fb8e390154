package org.sightline.network.taking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.network.Maps;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

/// Two people, from the page where one is held up to the page where the files are (AC-12).
@BrowserTest
class ManyInABrowserTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;

  @Test
  void oneAsksAnotherLooksAndAgreesAndTheFilesAreThere(Browser browser) {
    var team = casework.aTeam("Fifty");
    var work = casework.aPieceOf(team);
    var everybody =
        IntStream.rangeClosed(1, 63)
            .mapToObj(i -> Drawn.aPerson(ElementId.random(), "Planted " + i))
            .reduce(Edit::and)
            .orElseThrow();
    maps.draw(team.asChair(), work, everybody, 0);
    var asking = browser.signIn(team.chair());
    var page = asking.open("/network/maps/" + work + "/copies").playwright();
    page.check("input[name=purpose] >> nth=0");
    page.click("main form button");
    page.waitForURL("**/copies");
    asking.page().checkAccessible();
    asking.screenshot("many-held-up");
    page.setViewportSize(390, 844);
    asking.screenshot("many-held-up-390");
    assertThat(page.textContent("main")).contains("This names 63 people");
    page.fill("#why", "The conference on Monday needs all of them on one sheet.");
    page.click("main form button");
    page.waitForURL("**/second-person/*");
    asking.screenshot("many-asked-390");

    var second = browser.another().signIn(team.practitioner());
    var other = second.open("/waiting").playwright();
    other.click("main a[href^='/second-person/']");
    other.waitForURL("**/second-person/*");
    second.page().checkAccessible();
    second.screenshot("many-second");
    other.click("main form button");
    other.waitForURL("**/opening");
    other.check("input[name=purpose] >> nth=0");
    other.click("main form button");
    other.waitForURL("**/second-person/*");
    other.locator("form[action$='/agreement'] button").last().click();
    other.waitForSelector(".govuk-notification-banner--success");
    assertThat(other.textContent("main")).contains("agreed.");

    page.navigate(page.url().replaceAll("/second-person/.*", "/network/maps/" + work + "/copies"));
    asking.page().checkAccessible();
    asking.screenshot("many-agreed-390");
    page.setViewportSize(1280, 900);
    asking.screenshot("many-agreed");
    assertThat(page.locator("main a[href$='.csv']").count()).isPositive();

    page.navigate(page.url().replaceAll("/network/.*", "/casework/" + work + "/telling"));
    asking.page().checkAccessible();
    asking.screenshot("telling");
    page.navigate(page.url().replaceAll("/casework/.*", "/sharing/codes"));
    asking.page().checkAccessible();
    asking.screenshot("codes");
  }
}
