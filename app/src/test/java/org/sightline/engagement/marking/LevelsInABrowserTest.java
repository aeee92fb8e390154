package org.sightline.engagement.marking;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.OpenSessions;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// What a marked place looks like, and the floors, on a telephone.
@BrowserTest
class LevelsInABrowserTest {

  @Autowired private OpenSessions sessions;
  @Autowired private TestPeople people;

  private Browser browser;

  @BeforeEach
  void open(Browser opened) {
    browser = opened;
  }

  /// Never by colour alone: each level has its letter and its pattern (look.md, Surfaces).
  @Test
  void aTouchedPlaceCarriesTheLetterAndThePatternOfItsLevel() {
    var page = marking();
    var looks = new HashMap<String, String>();

    for (var level : Map.of("Red", "R", "Yellow", "Y", "Green", "G").entrySet()) {
      brush(page, level.getKey()).click();
      zone(page, "Canteen").click();
      var pattern = "level-" + level.getValue();
      assertThat(zone(page, "Canteen").locator(".zone__shape").getAttribute("fill"))
          .isEqualTo("url(#%s)".formatted(pattern));
      assertThat(zone(page, "Canteen").locator(".zone__badge text").textContent())
          .isEqualTo(level.getValue());
      looks.put(
          level.getValue(),
          (String)
              page.evaluate(
                  "id => document.getElementById(id).innerHTML.replace(/#[0-9a-f]{6}/g, '')",
                  pattern));
    }
    assertThat(looks.values()).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void twoFloorsAreMarkedWithTheKeyboardOnATelephone() {
    var page = marking();

    page.locator("#tab-0").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#tab-1").getAttribute("aria-selected")).isEqualTo("true");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("tab-1");
    assertThat(page.locator("#floor-0").isVisible()).isFalse();
    page.keyboard().press("Tab");
    var upstairs = page.evaluate("document.activeElement.dataset.name");
    assertThat(page.evaluate("document.activeElement.closest('.floor').id")).isEqualTo("floor-1");
    page.keyboard().press("g");
    page.locator("#tab-1").focus();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Tab");
    var downstairs = page.evaluate("document.activeElement.dataset.name");
    page.keyboard().press("r");

    assertThat(page.locator("#floor-0").isVisible()).isTrue();
    assertThat(marked(page, upstairs)).isEqualTo("G");
    assertThat(marked(page, downstairs)).isEqualTo("R");
    assertThat(page.locator(".place input:checked:not([value=''])").count()).isEqualTo(2);
  }

  private static String marked(Page page, Object place) {
    return page.locator(".place[data-name='" + place + "'] input:checked").inputValue();
  }

  private Page marking() {
    var page = browser.anotherTouched().playwright();
    page.setViewportSize(390, 844);
    page.navigate(people.studentUrl() + "/joining");
    page.locator(".code-input").fill(sessions.open().classCode());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join")).click();
    page.getByText("I want to mark a map").click();
    page.getByText("Next").click();
    page.locator(".brushes").waitFor();
    return page;
  }

  private static Locator brush(Page page, String name) {
    return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name))
        .and(page.locator(".brush"));
  }

  private static Locator zone(Page page, String name) {
    return page.locator(".zone[data-name='" + name + "']");
  }
}
