package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.network.Exercises;
import org.sightline.network.Maps;
import org.sightline.network.SealedMaps;
import org.sightline.network.map.ElementKind;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

/// A mapping exercise without a mouse, from its opening to its closing: every control on the way
/// can be reached with Tab, shows that it has the focus, and answers to its key.
@Tag("long")
@BrowserTest
class KeyboardOnlyMappingTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestCasework casework;
  @Autowired private Exercises exercises;
  @Autowired private Maps maps;
  @Autowired private SealedMaps sealed;

  @Test
  void aChairOpensDrawsSealsFilesReviewsAndCloses(Browser browser) {
    var team = casework.aTeam("Keyboard");
    var keyboard = new Keyboard(browser.open("/signing-in").playwright());
    keyboard.to("#username").type(team.chair().username());
    keyboard.press("Tab").type(team.chair().password());
    keyboard.press("Enter");
    keyboard.page().locator(".top__who").waitFor();

    openAnExercise(keyboard);
    String at = keyboard.page().url().replaceAll("https?://[^/]+", "").replaceAll("[?#].*", "");
    writeInTheMatrix(keyboard, at);
    draw(keyboard, at);
    takeBackAndSayAgain(keyboard);
    sayMore(keyboard);
    meet(keyboard, at);
    seal(keyboard);
    agree(keyboard, at);
    file(keyboard, at);
    review(keyboard, at);
    close(keyboard, at);

    var work = exercises.mine(team.asChair()).getFirst().id();
    assertThat(maps.open(team.asChair(), work).on(ElementKind.LINE)).hasSize(1);
    assertThat(sealed.of(team.asChair(), work)).hasSize(2);
    assertThat(exercises.find(team.asChair(), work).isOpen()).isFalse();
    assertThat(keyboard.unseen()).as("Controls that do not show the focus").isEmpty();
  }

  private static void openAnExercise(Keyboard keyboard) {
    keyboard.enter(".top__nav a[href='/network/exercises']", "Mapping exercises");
    keyboard.enter("main a[href='/network/exercises/new']", "Open a mapping exercise");
    keyboard.to("[name=risk]").press("Space");
    keyboard.to("main form button").press("Enter");
    keyboard.page().locator("#title").waitFor();
    keyboard.to("#title").type("The arcade by keys");
    keyboard.to("[name=kind]").press("Space");
    keyboard.to("#basis").type("Children Act 2004, section 11");
    keyboard.to("#whyNow").type("Two reports within a week");
    keyboard.to("#contact").type("Invented desk, 01632 960020");
    for (String choice : new String[] {"framework", "unit", "source"}) {
      keyboard.to("[name=" + choice + "]").press("Space");
    }
    day(keyboard, "identified");
    keyboard.to("[name=agreement]").press("ArrowUp");
    keyboard.to("#objective").type("What would make the way home safe?");
    keyboard.to("#sourceWords").type("Two workers spoke of it");
    keyboard.to("main form button").press("Enter");
    keyboard.page().waitForURL(url -> !url.contains("/new"));
  }

  private static void writeInTheMatrix(Keyboard keyboard, String at) {
    keyboard.enter("a[href='" + at + "/preparing']", "Before the first session");
    keyboard.enter("main a[href$='/preparing/subjects']", "People and places");
    keyboard.to("main [name=kind]").press("Space");
    keyboard.to("#name").type("Ann Invented");
    keyboard.to("[name=decision]").press("ArrowDown");
    String part = "[name=decision][value=PART]";
    for (int i = 0; i < 3 && !keyboard.page().isChecked(part); i++) {
      keyboard.press("ArrowDown");
    }
    keyboard.to("#because").type("Named in both reports");
    keyboard.to("form[action$='/subjects'] button").press("Enter");
    keyboard.page().getByText("Named in both reports").first().waitFor();
    keyboard.enter(".govuk-back-link", "Before the first session");
    keyboard.enter("main a[href$='/preparing/matrix']", "Matrix");
    keyboard.to("a[href$='/CONCERNS']").press("Enter");
    keyboard.page().locator("#words").waitFor();
    keyboard.to("#words").type("Out late on Fridays");
    keyboard.to("[name=label]").press("Space");
    keyboard.to("#agency").type("Youth service");
    keyboard.to("#role").type("Youth worker");
    day(keyboard, "knownOn");
    keyboard.to("[name=reliability]").press("Space");
    keyboard.to("main form:has(#words) button.govuk-button").press("Enter");
    keyboard.page().locator("li:has-text('Out late on Fridays')").waitFor();
  }

  private static void draw(Keyboard keyboard, String at) {
    var page = keyboard.page();
    exercise(keyboard, at);
    keyboard.to("a[href='" + at.replace("/exercises/", "/maps/") + "']").press("Enter");
    page.waitForSelector("[data-ready]");
    keyboard.to("[data-canvas]").press("a");
    page.waitForSelector("#names:focus");
    keyboard.type("Ann Invented");
    keyboard.press("Enter");
    page.keyboard().type("Bo Madeup");
    keyboard.press("Tab");
    page.keyboard().type("Young");
    keyboard.to("[data-panel] form button").press("Enter");
    status(page, "2 are on the map now.");
    page.waitForFunction("() => document.querySelectorAll('[data-nodes] tr').length === 2");

    back(keyboard).press("ArrowRight");
    status(page, "Ann Invented: Young person");
    keyboard.press("l");
    status(page, "From Ann Invented");
    keyboard.press("ArrowRight").press("Enter");
    page.waitForSelector("#from");
    keyboard.to("#line-kind");
    page.keyboard().type("Friends");
    keyboard.to("#role").type("youth worker");
    keyboard.to("#agency").type("Youth service");
    keyboard.to("#seen-or-heard");
    page.keyboard().type("Seen");
    day(keyboard, "when");
    keyboard.press("Enter");
    status(page, "The line is drawn.");
    page.waitForSelector("[data-lines] tr");
  }

  private static void takeBackAndSayAgain(Keyboard keyboard) {
    var page = keyboard.page();
    back(keyboard).press("Control+z");
    status(page, "Undone.");
    page.waitForFunction("() => !document.querySelector('[data-lines] tr')");
    keyboard.press("Control+y");
    page.waitForSelector("[data-lines] tr");
  }

  /// One more who says so, how strong it is, and of whom papers are filed.
  private static void sayMore(Keyboard keyboard) {
    var page = keyboard.page();
    keyboard.to("[data-lines] button").press("Enter");
    String report = "[data-panel] form[action$='/reports']";
    keyboard.to("[data-panel] details:has(form[action$='/reports']) summary").press("Enter");
    keyboard.to(report + " #role").type("teacher");
    keyboard.to(report + " #agency").type("Invented School");
    keyboard.to(report + " #seen-or-heard");
    page.keyboard().type("Heard");
    day(keyboard, "when");
    keyboard.to(report + " button").press("Enter");
    page.waitForSelector("[data-panel] li:has-text('Invented School')");
    keyboard.to("#strength");
    page.keyboard().type("4");
    keyboard.to("[data-panel] form:has(#strength) button").press("Enter");
    page.waitForSelector("[data-panel] #strength:has(option[value='4'][selected])");
    keyboard.to("[data-nodes] button").press("Enter");
    keyboard.to("[data-panel] [name=key]").press("Space");
    keyboard.to("[data-panel] form:has([name=key]) button").press("Enter");
    page.waitForSelector("[data-panel] [name=key][checked]");
  }

  private static void meet(Keyboard keyboard, String at) {
    keyboard.enter("a[href='" + at + "']", "The arcade by keys");
    plan(keyboard, at, "INTERNAL");
    var page = keyboard.page();
    String form = "form[action$='/invitations']";
    keyboard.to("details:has(" + form + ") summary").press("Enter");
    keyboard.to("#partner");
    page.keyboard().type("Police");
    keyboard.to(form + " #agency").type("Invented police");
    keyboard.to(form + " #role").type("Sergeant");
    keyboard.to(form + " button").press("Enter");
    keyboard.to("button[name=came][value=CAME]").press("Enter");
    page.locator("button[name=came][value=NOT_SAID]").waitFor();
    hold(keyboard);
  }

  private static void hold(Keyboard keyboard) {
    keyboard.to("[name=state]");
    while (!keyboard.page().isChecked("[name=state][value=held]")) {
      keyboard.press("ArrowDown");
    }
    day(keyboard, "day");
    keyboard.to("form[action$='/day'] button").press("Enter");
    keyboard.page().getByText("The day is kept").waitFor();
  }

  /// From the page of the session.
  private static void seal(Keyboard keyboard) {
    keyboard.enter("a[href$='/sealing']", "Seal the version");
    var page = keyboard.page();
    if (page.querySelector("form[action$='/gaps']") != null) {
      keyboard.to("form[action$='/gaps'] button").press("Enter");
      page.getByText("Everything about every line is answered or a gap.").waitFor();
    }
    if (page.querySelector("#told") != null) {
      keyboard.to("#told").type("Both families were told.");
    }
    keyboard.to("form[action$='/sealing'] button").press("Enter");
    page.getByText("The version is sealed.").waitFor();
  }

  private static void agree(Keyboard keyboard, String at) {
    exercise(keyboard, at);
    keyboard.enter("main a[href$='/actions']", "Actions");
    keyboard.enter("main a[href$='/actions/new']", "Add an action");
    keyboard.to("#words").type("Light the way to the bus stop");
    for (String choice : new String[] {"kind", "about"}) {
      keyboard.to("[name=" + choice + "]").press("Space");
    }
    keyboard.to("#agency").type("Council");
    keyboard.to("#owner").press("End");
    keyboard.to("#outside").type("Street lighting desk");
    day(keyboard, "due");
    keyboard.to("main form button").press("Enter");
    keyboard.page().getByText("Light the way to the bus stop").first().waitFor();
  }

  private static void file(Keyboard keyboard, String at) {
    exercise(keyboard, at);
    keyboard.enter("main a[href='" + at + "/sessions']", "Sessions");
    keyboard.enter("main a[href*='/sessions/']", "Inside the agency");
    keyboard.enter("main a[href$='/filing']", "Minutes and map on file");
    var page = keyboard.page();
    keyboard.to("[name=pattern]").press("Space");
    keyboard.to("#risk").type("County line to the coast");
    keyboard.to("#words").type("Bo waits for a car on Fridays.");
    keyboard.to("form[action$='/minutes'] button").press("Enter");
    page.locator("[name=papers]").first().waitFor();
    for (var paper : page.querySelectorAll("[name=papers]")) {
      keyboard.to("[id='" + paper.getAttribute("id") + "']").press("Space");
    }
    keyboard.to("#where").type("Case system of the council");
    day(keyboard, "day");
    keyboard.to("form[action$='/receipts'] button:not([formaction])").press("Enter");
    page.getByText("Nothing is waiting").waitFor();
  }

  private static void exercise(Keyboard keyboard, String at) {
    keyboard.enter(".top__nav a[href='/network/exercises']", "Mapping exercises");
    keyboard.enter("main a[href='" + at + "']", "The arcade by keys");
  }

  private static void review(Keyboard keyboard, String at) {
    exercise(keyboard, at);
    plan(keyboard, at, "REVIEW");
    keyboard.enter("a[href$='/review']", "Go through the map");
    var page = keyboard.page();
    String form = "main form[action*='/review/']";
    while (page.querySelector(form) != null) {
      for (var group : page.querySelectorAll(form + " fieldset")) {
        String name = group.querySelector("input[type=radio]").getAttribute("name");
        keyboard.to("[name='" + name + "']").press("Space");
        var words = page.querySelector("[name='" + name.replace("said-", "words-") + "']");
        if (words != null) {
          keyboard.to("[name='" + name.replace("said-", "words-") + "']").type("As before");
        }
      }
      String before = page.textContent("main nav");
      keyboard.to(form + " button").press("Enter");
      page.waitForFunction(
          "before => (document.querySelector('main nav')?.textContent ?? before) !== before",
          before);
    }
    assertThat(page.textContent("main")).contains("Everything on the map has been gone through");
    keyboard.enter(".govuk-back-link", "Review");
    hold(keyboard);
    seal(keyboard);
  }

  private static void close(Keyboard keyboard, String at) {
    exercise(keyboard, at);
    keyboard.enter("main a[href$='/closing']", "Close the exercise");
    day(keyboard, "agreedOn");
    keyboard.to("#agreedBy").type("Police and youth work");
    keyboard.to("#why").type("It is quiet there.");
    keyboard.to("form[action$='/closing'] button").press("Enter");
    keyboard.page().getByText("Closed: it was agreed").waitFor();
  }

  private static void plan(Keyboard keyboard, String at, String kind) {
    keyboard.enter("a[href='" + at + "/sessions']", "Sessions");
    keyboard.to("[name=kind]").press("Space");
    while (!keyboard.page().isChecked("[name=kind][value=" + kind + "]")) {
      keyboard.press("ArrowDown");
    }
    day(keyboard, "day");
    keyboard.to("form[action$='/sessions'] button").press("Enter");
    keyboard.page().getByText("It is planned, and the dates").waitFor();
  }

  /// Back to the picture, which stands before what is beside it.
  private static Keyboard back(Keyboard keyboard) {
    for (int i = 0; i < 60; i++) {
      if ((boolean) keyboard.page().evaluate("document.activeElement.matches('[data-canvas]')")) {
        return keyboard;
      }
      keyboard.press("Shift+Tab");
    }
    throw new AssertionError("No way back to the picture");
  }

  private static void day(Keyboard keyboard, String name) {
    keyboard.to("#" + name + "-day").type("" + TODAY.getDayOfMonth());
    keyboard.press("Tab").type("" + TODAY.getMonthValue());
    keyboard.press("Tab").type("" + TODAY.getYear());
  }

  private static void status(Page page, String text) {
    page.waitForFunction(
        "text => document.querySelector('[data-status]').textContent.includes(text)", text);
  }
}
