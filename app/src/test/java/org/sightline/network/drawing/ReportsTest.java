package org.sightline.network.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.ElementId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What a line rests on can be answered later, and put right (B86; practice.md, Safety 3).
@SightlineTest
class ReportsTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  private Visitor chair;
  private String line;
  private String report;

  @BeforeEach
  void draw() {
    var team = casework.aTeam("Reports");
    WorkspaceId work = casework.aPieceOf(team);
    var ann = ElementId.random();
    var bo = ElementId.random();
    var joined = ElementId.random();
    maps.draw(team.asChair(), work, Drawn.aPerson(ann, "Ann Invented"), 0);
    maps.draw(team.asChair(), work, Drawn.aPerson(bo, "Bo Madeup"), 1);
    maps.draw(team.asChair(), work, Drawn.aLine(joined, ann, bo), 2);
    chair = people.signedIn(team.chair());
    line = "/network/maps/" + work + "/elements/" + joined;
    report = chair.get(line).page().select("a:contains(Correct it)").attr("href");
  }

  @Test
  void aForgottenTickIsPutRightAndTheSourceIsNotShownAnyMore() {
    assertThat(chair.get(line).page().text()).contains("youth worker, Youth service");

    chair.post(report, filled("by-a-young-person", "yes", "reliability", "FIRST_HAND"));

    assertThat(chair.get(line).page().text())
        .contains("a young person")
        .doesNotContain("youth worker, Youth service, seen");
    assertThat(chair.get(report).page().select("#by-a-young-person").hasAttr("checked")).isTrue();
    assertThat(chair.get(report).page().select("#reliability option[selected]").val())
        .isEqualTo("FIRST_HAND");
  }

  @Test
  void theGradingOfThePoliceStandsOnWhatThePoliceSuppliedOnly() {
    var refused = chair.post(report, filled("grading", "2BP"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").attr("href"))
        .as("what the grading stands under")
        .isEqualTo("#by-the-police");
    assertThat(refused.page().select("#by-the-police-error").text())
        .contains("Only the police give a grading");
    assertThat(refused.page().select("#grading").val()).isEqualTo("2BP");

    var taken = chair.post(report, filled("grading", "2BP", "by-the-police", "yes"));
    assertThat(taken.status()).isEqualTo(200);
    var form = chair.get(report).page();
    assertThat(form.select("#conditional-by-the-police #grading").val()).isEqualTo("2BP");
    assertThat(form.select("#by-the-police").attr("data-aria-controls"))
        .isEqualTo("conditional-by-the-police");
  }

  /// RR-07: no free text without a label.
  @Test
  void whatIsTypedFreelyNeedsItsLabelAndKeepsIt() {
    var page = chair.get(line).page();
    String[] typed = {
      "edit",
      page.select("input[name=edit]").val(),
      "seen",
      page.select("input[name=seen]").val(),
      "narrative",
      "Walks home with them."
    };

    var refused = chair.post(line, typed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").attr("href"))
        .isEqualTo("#narrative-label");
    assertThat(refused.page().select("#narrative").text()).isEqualTo("Walks home with them.");

    var labelled = new java.util.ArrayList<>(List.of(typed));
    labelled.addAll(List.of("narrative-label", "FACT"));
    assertThat(chair.post(line, labelled.toArray(String[]::new)).status()).isEqualTo(200);
    assertThat(chair.get(line).page().select("#narrative-label option[selected]").val())
        .isEqualTo("FACT");
  }

  @Test
  void theLastThingALineRestsOnStays() {
    var page = chair.get(report).page();

    var refused =
        chair.post(
            report + "/off",
            "edit",
            page.select("input[name=edit]").val(),
            "seen",
            page.select("input[name=seen]").val(),
            "because",
            "Written twice");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(chair.get(line).page().text()).contains("youth worker, Youth service");
  }

  private String[] filled(String... more) {
    var page = chair.get(report).page();
    var fields =
        new java.util.ArrayList<>(
            List.of(
                "edit",
                page.select("input[name=edit]").val(),
                "seen",
                page.select("input[name=seen]").val(),
                "role",
                page.select("#role").val(),
                "agency",
                page.select("#agency").val(),
                "seen-or-heard",
                page.select("#seen-or-heard option[selected]").val(),
                "when-day",
                page.select("#when-day").val(),
                "when-month",
                page.select("#when-month").val(),
                "when-year",
                page.select("#when-year").val()));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }
}
