package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What the school makes of the maps: results, a presentation, a plan, a letter, a poster.
final class SchoolsJob {

  private final Person owner;
  private final String round;
  private final String plan;

  SchoolsJob(Person owner, String round) {
    this.owner = owner;
    this.round = round;
    this.plan = round.replace("/engagement/rounds/", "/plans/");
  }

  void publish(int maps) {
    owner.open(round + "/results/publishing").press("Make results");
    owner.open(round + "/results").sees("Score summary");
    assertThat(owner.text("main")).contains("" + maps);
    assertThat(owner.find(".results-map svg").count()).isPositive();
    assertThat(owner.find("main table").first().innerText()).contains("Quiet bench");
  }

  /// @return the headings shown, turned by the arrow key
  static List<String> present(Person presenter, String round) {
    presenter.open(round + "/results/presenting");
    var headings = new ArrayList<String>();
    while (true) {
      assertThat(presenter.find(".top__who, .top__nav, .demonstration").count()).isZero();
      headings.add(presenter.text(".slide h1"));
      if (presenter.find(".slide__turn a[rel=next]").count() == 0) {
        return headings;
      }
      String before = presenter.page().url();
      presenter.page().keyboard().press("ArrowRight");
      presenter.page().waitForURL(url -> !url.equals(before));
    }
  }

  /// Every place with any red became an issue of the plan when results were made; one gets a
  /// measure from the library.
  void planAMeasure() {
    owner.open(round + "/results/outcomes").sees("Zones that need an outcome");
    owner.open(plan).sees("Intervention plan");
    String issue =
        owner
            .find("a[href$='/actions/new']")
            .first()
            .getAttribute("href")
            .replace("/actions/new", "");
    addAction(issue);
    owner.open(issue + "/outcome").check("kind").pressAt("main form button").sees("");
    owner.pressAt("main form button").reads("The outcome is recorded.");
  }

  private void addAction(String issue) {
    var due = LocalDate.now(ZoneId.of("Europe/London")).plusDays(10);
    owner.open(issue + "/actions/new");
    owner.find("#library").selectOption(new SelectOption().setIndex(1));
    owner.check("answer");
    owner.find("#owner").selectOption(new SelectOption().setIndex(1));
    owner.type("due-day", "" + due.getDayOfMonth()).type("due-month", "" + due.getMonthValue());
    owner.type("due-year", "" + due.getYear()).type("forStudents", "A light is put up.");
    owner.pressAt("main form button").page().waitForURL(url -> !url.endsWith("/new"));
  }

  /// A place outside school goes to the council, with a date and a recipient.
  void writeToTheCouncil() {
    owner.open("/plans/council-contacts");
    owner
        .check("use")
        .type("area", "Journey Park")
        .type("team", "Parks Team")
        .type("email", "parks@journey.invalid");
    owner.pressAt("form[action='/plans/council-contacts'] button").reads("Journey Park");
    owner.open(plan + "/issues/new").type("place", "Journey Park").check("source");
    owner.type("said", "There is no light.").check("outside");
    owner.type("forStudents", "It is dark in the park.").pressAt("main form button");
    owner.page().waitForURL(url -> !url.endsWith("/new"));
    owner.open(plan + "/council").reads("Journey Park").type("recipient", "Parks Team");
    owner.pressAt("form[action$='/sent'] button");
    owner.find(".govuk-notification-banner").waitFor();
  }

  void lookAtThePoster() {
    owner.open(plan + "/poster");
    assertThat(owner.text(".poster")).contains("It is dark in the park.");
  }
}
