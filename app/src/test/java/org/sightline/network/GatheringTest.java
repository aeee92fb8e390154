package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What is gathered before the first session: a risk with its nature, scale and seriousness (B04),
/// and what counts as having asked others (B28).
@SightlineTest
class GatheringTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;

  private Visitor chair;
  private String at;

  @BeforeEach
  void open() {
    var team = casework.aTeam("Gathering");
    chair = people.signedIn(team.chair());
    at = PreparingTest.exercise(chair, team);
  }

  @Test
  void aRiskSaysFromWhomHowMuchAndHowSerious() {
    add("PLACE", "Invented arcade");
    String cell = chair.get(at + "/matrix").page().select("a[href$=/RISKS]").attr("href");
    var refused = chair.post(cell, said());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary").text())
        .contains("Say whether the risk comes from them", "Say how serious it is");
    assertThat(refused.page().select("#words").text()).isEqualTo("Boys are asked to hold bags.");

    chair.post(
        cell, said("way", "TO", "many", "about six pupils", "serious", "one was threatened"));

    assertThat(chair.get(at + "/matrix").page().text())
        .contains("Drugs or county lines")
        .contains(
            "From others to them. How many: about six pupils. How serious: one was threatened."
                + " Boys are asked to hold bags.");
  }

  @Test
  void whoHasNoRecordIsAskedForByHandAndCountsOnceSomebodyWasAsked() {
    var page = add("YOUNG_PERSON", "Quill").page();

    assertThat(chair.post(page.select("form[action$=/check]").attr("action")).path())
        .isEqualTo("/people/signposts");
    assertThat(chair.get(at + "/subjects").page().text()).contains("Not checked yet");
    assertThat(chair.get(at).page().text()).contains("0 of 1 checked");

    var asked = chair.post(page.select("form[action$=/asked]").attr("action"));
    assertThat(asked.page().text()).contains("Checked on");
    assertThat(chair.get(at).page().text()).contains("1 of 1 checked");
  }

  private Visitor.Arrived add(String kind, String name) {
    return chair.post(
        at + "/subjects", "kind", kind, "name", name, "decision", "PART", "because", "On the list");
  }

  private static String[] said(String... more) {
    var all =
        new java.util.ArrayList<>(
            java.util.List.of(
                "words",
                "Boys are asked to hold bags.",
                "tag",
                "drugs-or-county-lines",
                "label",
                "REPORTED",
                "agency",
                "Club",
                "role",
                "Youth worker",
                "knownOn-day",
                "2",
                "knownOn-month",
                "3",
                "knownOn-year",
                "2026",
                "reliability",
                "LIKELY"));
    all.addAll(java.util.List.of(more));
    return all.toArray(String[]::new);
  }
}
