package org.sightline.journeys;

import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.Set;

/// A person with a keyboard and nothing else. Every control that takes the focus on the way has to
/// show it.
final class Keyboard {

  private static final int FARTHEST = 150;

  /// GOV.UK draws the focus of a radio or a tick box on its label.
  private static final String UNSEEN =
      """
      () => {
        const at = document.activeElement;
        if (!at || at === document.body) return '';
        const drawn = style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
            && !/rgba\\(0, 0, 0, 0\\)|transparent/.test(style.outlineColor))
          || style.boxShadow !== 'none' || style.backgroundColor === 'rgb(255, 221, 0)';
        const label = at.labels?.[0];
        const shape = at.querySelector?.(':scope > .zone__shape');
        const seen = drawn(getComputedStyle(at))
          || (label && (drawn(getComputedStyle(label)) || drawn(getComputedStyle(label, '::before'))))
          || (shape && parseFloat(getComputedStyle(shape).strokeWidth) > 8);
        return seen ? '' : location.pathname.replace(/[0-9a-f-]{36}/g, '…') + ' ' + at.outerHTML.slice(0, 160);
      }
      """;

  private final Page page;
  private final Set<String> unseen = new LinkedHashSet<>();

  Keyboard(Page page) {
    this.page = page;
  }

  /// Presses Tab until this control has the focus.
  Keyboard to(String selector) {
    page.locator(selector).first().waitFor();
    page.waitForLoadState();
    for (int i = 0; i < FARTHEST; i++) {
      if ((boolean) page.evaluate("s => document.activeElement?.matches(s) ?? false", selector)) {
        return this;
      }
      press("Tab");
    }
    throw new AssertionError("No way by keyboard to %s on %s".formatted(selector, page.url()));
  }

  Keyboard press(String key) {
    page.keyboard().press(key);
    if (key.equals("Tab") || key.startsWith("Arrow")) {
      var here = (String) page.evaluate(UNSEEN);
      if (!here.isEmpty()) {
        unseen.add(here);
      }
    }
    return this;
  }

  /// Types into the control that has the focus, in place of what stood there.
  Keyboard type(String text) {
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
    return this;
  }

  /// Follows a link or presses a button, and waits for the page that comes.
  Keyboard enter(String selector, String heading) {
    to(selector).press("Enter");
    page.locator("h1:visible")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(heading))
        .first()
        .waitFor();
    return this;
  }

  Page page() {
    return page;
  }

  /// Controls that had the focus and did not show it.
  Set<String> unseen() {
    return unseen;
  }
}
