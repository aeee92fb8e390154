package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import org.sightline.demonstration.Cast;
import org.sightline.testing.Browser;

/// A young person draws their own map with a youth worker, who lays it beside the map of the
/// professionals afterwards.
final class OwnMapOnATablet {

  private final Browser tablet;
  private final Page page;
  private final Clerk clerk;
  private final Cast.Member worker;
  private final String exercise;
  private String at = "";

  OwnMapOnATablet(Browser tablet, Cast.Member worker, String exercise) {
    this.tablet = tablet.signIn(worker);
    this.page = tablet.playwright();
    this.clerk = new Clerk(tablet);
    this.worker = worker;
    this.exercise = exercise;
  }

  /// From being told what happens with it to giving the tablet back.
  ///
  /// @return the path of their own map
  String draw(String young) {
    tablet.open(exercise);
    clerk.answerPurpose();
    tablet.open(exercise + "/own-maps");
    page.click("main table a:has-text('" + young + "')");
    at = page.url().replaceAll("https?://[^/]+", "");
    page.click("form[action$='/telling'] button");
    assertThat(page.textContent("main")).doesNotContain(young).contains("You can stop at any time");
    clerk.complete("/telling", "answer", "yes");
    put("Kit", 1, "FRIEND", "We play football on Fridays");
    put("Cory", 2, "FRIEND", "Gets a lift in a car");
    tablet.open(exercise);
    assertThat(page.url()).as("whoever holds the tablet").endsWith("/signing-in-again");
    tablet.open(at + "/map");
    page.click("main a[href$='/questions/1']");
    page.getByLabel("Kit").check();
    page.click("main button[value=ANSWERED]");
    for (int question = 2; question <= 10; question++) {
      page.waitForURL("**/questions/" + question);
      page.click("main button[value=" + (question == 2 ? "RATHER_NOT" : "SKIPPED") + "]");
    }
    page.waitForURL("**/plans");
    clerk.complete(
        "/plans",
        "what",
        "AGREED",
        "words",
        "I can leave ten minutes early.",
        "with",
        "Invented School",
        "from",
        LocalDate.of(2026, 12, 3),
        "looked",
        LocalDate.of(2027, 1, 8));
    page.click("main a[href$='/stopping']");
    page.click("form[action$='/finishing'] button");
    page.waitForURL("**/thanks");
    giveBack();
    return at;
  }

  private void put(String name, int ring, String kind, String said) {
    clerk.complete("/map", "name", name, "ring", ring, "kind", kind, "said", said);
    assertThat(page.textContent("[data-rings]")).contains(name);
  }

  private void giveBack() {
    page.click("main a:has-text('For the worker')");
    page.fill("#code", worker.password());
    page.click("form[action='/signing-in-again'] button");
    page.waitForURL("**" + at);
    assertThat(page.textContent("main")).contains("it is finished");
  }

  /// Says who they and those they mention are on our map.
  ///
  /// @param named whom they call Cory
  void compare(String young, String named) {
    tablet.open(at + "/comparing");
    page.click("form[action$='/comparing'] button:has-text('Yes, the same: " + young + "')");
    page.locator("li:has(strong:text-is('Cory')) select")
        .selectOption(new SelectOption().setLabel(named));
    page.click("li:has(strong:text-is('Cory')) button:has-text('Confirm')");
    page.waitForSelector("section[aria-labelledby=differently] li:has-text('Cory')");
    assertThat(page.textContent("section[aria-labelledby=only-they]"))
        .contains("Kit")
        .doesNotContain("Cory");
    assertThat(page.textContent("section[aria-labelledby=differently]"))
        .contains("They mean " + named + " on our map");
    assertThat(page.textContent("section[aria-labelledby=only-we]")).contains("Ann Larkwing");
    tablet.page().checkAccessible();
  }

  /// After it was closed: it can be read and thrown away, and nothing is added.
  void isAsItWas() {
    tablet.open(at);
    assertThat(page.querySelector("form[action$='/telling']")).isNull();
    assertThat(page.querySelector("form[action$='/status']")).isNull();
    assertThat(page.textContent("main")).contains("Nothing is drawn");
    tablet.page().checkAccessible();
    tablet.open(at.replaceAll("/own-maps/.*", "/photos"));
    assertThat(page.querySelector("main form[enctype]")).isNull();
  }
}
