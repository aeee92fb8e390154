package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Signing on screen with a mouse, a pen or a finger: the line that was drawn is what is kept and
/// shown again (A77 to A86).
@BrowserTest
class SigningInABrowserTest {

  /// A start and a way through points inside the box.
  private static final Pattern LINE = Pattern.compile("M\\d+ \\d+(L\\d+ \\d+)+");

  @Autowired private ApplicationContext application;

  private OneRegister at;

  @BeforeEach
  void inviteTwo() {
    at = new OneRegister(application);
  }

  @Test
  void aLineDrawnWithTheMouseIsKeptAndDrawnAgain(Browser browser) {
    var page = signing(browser);
    var pad = pad(page);
    stroke(page, pad, 0.1, 0.2, 0.3, 0.8);
    page.locator("[data-clear]").click();
    assertThat(drawn(page)).isEmpty();

    stroke(page, pad(page), 0.2, 0.5, 0.8, 0.5);

    String line = drawn(page);
    goesFrom(line, 120, 90, 480, 90);
    sent(page);
    keeps(line);
  }

  @Test
  void aLineDrawnWithAFingerIsKeptAndThePageStaysWhereItIs(Browser browser) {
    var page = signing(browser.anotherTouched());
    var pad = pad(page);
    var before = page.evaluate("scrollY");
    var finger = page.context().newCDPSession(page);
    finger.send("Input.dispatchTouchEvent", touching("touchStart", pad, 0.2, 0.2));
    finger.send("Input.dispatchTouchEvent", touching("touchMove", pad, 0.5, 0.6));
    finger.send("Input.dispatchTouchEvent", touching("touchMove", pad, 0.8, 0.9));
    finger.send("Input.dispatchTouchEvent", touching("touchEnd", null, 0, 0));

    String line = drawn(page);
    goesFrom(line, 120, 36, 480, 162);
    assertThat(page.evaluate("scrollY")).isEqualTo(before);
    sent(page);
    keeps(line);
  }

  /// A77: pictures and large letters, also on a telephone.
  @Test
  void easyReadCanBeReadOnATelephone(Browser browser) {
    browser.signIn(Role.FACILITATOR).open(at.form(at.first()) + "/signing?form=easy-read");
    browser.screenshot("easy-read");

    browser.onATelephone().page().checkAccessible();

    browser.screenshot("easy-read-telephone");
  }

  @Test
  void aPadThatWasNotTouchedIsNoSignature(Browser browser) {
    var page = signing(browser);

    page.locator("main form button.govuk-button:not([data-clear])").click();

    page.locator(".govuk-error-summary").waitFor();
    assertThat(at.entry(at.first()).returned()).isNull();
  }

  /// As it is handed over, every line ticked and answered with yes.
  private Page signing(Browser browser) {
    var page = browser.signIn(Role.FACILITATOR).open(at.form(at.first())).playwright();
    page.navigate(browser.origin() + at.form(at.first()) + "/handing-over");
    page.locator("main form button").click();
    page.locator("[data-draw]").waitFor();
    for (var tick : page.locator("input[name=ticked]").all()) {
      tick.check();
    }
    page.locator("#answer").check();
    return page;
  }

  private static BoundingBox pad(Page page) {
    var pad = page.locator(".signature--pad");
    pad.scrollIntoViewIfNeeded();
    return pad.boundingBox();
  }

  /// A line of two pieces between two points of the pad.
  private static void stroke(
      Page page, BoundingBox pad, double fromX, double fromY, double toX, double toY) {
    var mouse = page.mouse();
    mouse.move(pad.x + fromX * pad.width, pad.y + fromY * pad.height);
    mouse.down();
    mouse.move(pad.x + (fromX + toX) / 2 * pad.width, pad.y + (fromY + toY) / 2 * pad.height);
    mouse.move(pad.x + toX * pad.width, pad.y + toY * pad.height);
    mouse.up();
    mouse.move(pad.x + pad.width / 2, pad.y + pad.height / 2);
  }

  /// Of 600 across and 180 down; a browser may tell whole dots only.
  private static void goesFrom(String line, int x, int y, int toX, int toY) {
    assertThat(line).matches(LINE);
    var numbers =
        Pattern.compile("\\d+")
            .matcher(line)
            .results()
            .mapToInt(n -> Integer.parseInt(n.group()))
            .toArray();
    var ends =
        new int[] {
          numbers[0], numbers[1], numbers[numbers.length - 2], numbers[numbers.length - 1]
        };
    var meant = new int[] {x, y, toX, toY};
    for (int i = 0; i < 4; i++) {
      assertThat(ends[i]).as(line).isCloseTo(meant[i], within(3));
    }
  }

  private static String drawn(Page page) {
    String sent = page.locator("[data-drawn]").inputValue();
    assertThat(page.locator(".signature--pad path").getAttribute("d"))
        .as("what is seen is what is sent")
        .isEqualTo(sent);
    return sent;
  }

  private static void sent(Page page) {
    page.locator("main form button.govuk-button:not([data-clear])").click();
    page.locator("h1:has-text('Thank you')").waitFor();
  }

  private void keeps(String line) {
    var kept = at.facilitator.get(at.form(at.first())).page().select("svg.signature path");
    assertThat(kept.attr("d")).isEqualTo(line);
  }

  private static JsonObject touching(
      String type, @Nullable BoundingBox pad, double across, double down) {
    var points = new JsonArray();
    if (pad != null) {
      var point = new JsonObject();
      point.addProperty("x", pad.x + across * pad.width);
      point.addProperty("y", pad.y + down * pad.height);
      points.add(point);
    }
    var event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    return event;
  }
}
