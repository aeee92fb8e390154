package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What the owner of a round does before the day: a plan of the school, a round, a session.
final class OwnersJob {

  private static final List<String> STEPS =
      List.of(
          "session-plan",
          "facilitators",
          "participants",
          "consent",
          "confidentiality",
          "space",
          "capture",
          "right-to-withdraw",
          "follow-up");

  private final Person owner;

  OwnersJob(Person owner) {
    this.owner = owner;
  }

  /// Starts from labelled boxes, draws one zone with the mouse and one in the table.
  void drawAPlan(String name) {
    owner.open("/contexts/plans").press("Start a plan").sees("Start a plan");
    owner.type("name", name).check("way-boxes");
    owner.pressAt("main form button.govuk-button").sees(name);
    drawByMouse();
    owner.type("name", "Quiet bench").pressAt("[data-add] button").reads("Quiet bench was added.");
    owner.type("name", "Bike shed").type("corners", "80,80 95,80 95,95 80,95");
    owner.pressAt("[data-add] button").reads("Bike shed was added.");
    assertThat(owner.find(".plan__table tbody th").allInnerTexts())
        .contains("Quiet bench", "Bike shed");
  }

  private void drawByMouse() {
    owner.press("Draw a shape");
    owner.page().evaluate("() => document.querySelector('[data-map]').scrollIntoView()");
    BoundingBox map = owner.find("[data-map]").boundingBox();
    var mouse = owner.page().mouse();
    double[][] corners = {{0.42, 0.42}, {0.58, 0.42}, {0.58, 0.58}, {0.42, 0.58}};
    for (double[] corner : corners) {
      double x = map.x + corner[0] * map.width;
      double y = map.y + corner[1] * map.height;
      mouse.move(x, y);
      mouse.click(x, y);
      // OpenLayers takes two clicks within a quarter of a second for one double click.
      owner.page().waitForTimeout(300);
    }
    mouse.click(map.x + 0.42 * map.width, map.y + 0.58 * map.height);
    owner.reads("The shape is drawn.");
    assertThat(owner.find("#corners").inputValue()).startsWith("[[");
  }

  /// @return the round's address
  String startARound(String title, String plan) {
    owner.open("/engagement/rounds").press("Start a round").sees("Start a round");
    owner.type("title", title);
    owner.find(".govuk-radios__item:has-text('" + plan + "') input").first().check();
    owner.press("Start the round").sees(title);
    String round = owner.path();
    while (owner.find("#colleague").count() > 0) {
      int left = owner.find("#colleague option").count();
      owner.press("Add");
      owner
          .page()
          .waitForFunction("n => document.querySelectorAll('#colleague option').length < n", left);
    }
    return round;
  }

  /// @return the session's address
  String planASession(String round) {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    owner.open(round + "/sessions/new").sees("Plan a session");
    owner.type("heldOn-day", "" + today.getDayOfMonth());
    owner.type("heldOn-month", "" + today.getMonthValue());
    owner.type("heldOn-year", "" + today.getYear());
    owner.type("startsAt", "10:05").pressAt("main form button.govuk-button").sees("Session 1");
    return owner.path();
  }

  /// A session without a response plan is not started, from wherever one tries (A08).
  void meetTheGate(String session) {
    owner.open(session + "/starting").reads("This session cannot start yet.");
    assertThat(owner.find("form[action$='/starting']").count()).isZero();
    owner.browser().page().checkAccessible();
  }

  void walkTheNineSteps(String session, String facilitator) {
    owner.open(session + "/steps/session-plan");
    for (String step : STEPS) {
      owner.comesTo("/steps/" + step);
      switch (step) {
        case "facilitators" -> owner.check("facilitator." + facilitator + "-STAFF");
        case "participants" -> owner.type("groupSize", "6");
        case "confidentiality" -> {
          owner.find("[id='response.lead']").selectOption(selectFirst());
          owner.type("response.pathway", "To the lead the same day, then to social care.");
        }
        default -> {}
      }
      owner.check("done").pressAt("button[name=then]");
    }
    owner.sees("Session 1");
    assertThat(owner.find(".govuk-task-list__status").allInnerTexts())
        .hasSize(9)
        .allMatch(status -> status.equals("Done"));
  }

  private static com.microsoft.playwright.options.SelectOption selectFirst() {
    return new com.microsoft.playwright.options.SelectOption().setIndex(1);
  }

  /// @return the class code
  String start(String session) {
    owner.open(session + "/starting").pressAt("form[action$='/starting'] button");
    owner.page().waitForURL(url -> !url.endsWith("/starting"));
    return owner.open(session + "/class-code").text(".joining__code").strip();
  }
}
