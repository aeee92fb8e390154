package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Set;
import org.sightline.demonstration.Cast;
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
    page().evaluate("() => { window.isOld = true; }");
    to(selector).press("Enter");
    page().waitForFunction("() => !window.isOld && document.readyState === 'complete'");
    return this;
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
