package org.sightline.engagement.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.keying.Pass;
import org.sightline.engagement.keying.Reading;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;

/// What a person decides about a pile, and what becomes of sheets that came by another way.
@SightlineTest
class PileReviewTest extends PileTrial {

  @Test
  void doubtfulPlacesAreShownBlindAndTheLastDecisionIsTakenBack() {
    var sheets = difficult();
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    int shown = count("pile_zone");
    assertThat(shown).as("doubts and every tenth of the rest, of thirty places").isPositive();

    var first = owner.get(pile() + "/review");
    assertThat(first.page().select(".review__level")).hasSize(4);
    assertThat(first.page().text()).doesNotContain("confidence", "sure of it", "doubt");
    var zone = first.page().select("[name=zone]").attr("value");
    assertThat(
            owner
                .get(first.page().select(".review__crop img").attr("src"))
                .response()
                .headers()
                .firstValue("Content-Type"))
        .contains("image/jpeg");
    owner.post(pile() + "/review", "zone", zone, "decision", "G");
    assertThat(text(owner.get(pile() + "/review"))).doesNotContain("value=\"" + zone + "\"");

    var undone = owner.post(pile() + "/review/undoing");
    assertThat(undone.page().text()).contains("Taken back");
    assertThat(undone.page().select("[name=zone]").attr("value")).isEqualTo(zone);
    assertThat(owner.post(pile() + "/review/undoing").page().text())
        .contains("nothing to take back");
  }

  @Test
  void colleaguesSeeNoPictureAndTheSessionDoesNotCloseOverAPileThatWaits() {
    var sheets = difficult();
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    var zone = owner.get(pile() + "/review").page().select("[name=zone]").attr("value");
    var colleague = people.signedIn(Role.FACILITATOR);

    var theirs = colleague.get(pile());
    assertThat(theirs.page().select("[data-staged]")).isEmpty();
    assertThat(theirs.page().text()).contains("Piles of colleagues");
    assertThat(colleague.get(pile() + "/review/zones/" + zone).status()).isEqualTo(404);
    assertThat(owner.get(pile() + "/review/zones/" + zone).status()).isEqualTo(200);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> marks.close(rounds.owner(), session.id(), 2))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not finished");

    colleague.post(pile() + "/throwing-away");
    assertThat(colleague.get(pile()).page().text()).doesNotContain("Piles of colleagues");
    marks.close(rounds.owner(), session.id(), 2);
    assertThat(count("pile_zone")).isZero();
  }

  @Test
  void aSheetThatIsKeyedOrTakenOutIsNamedAndNotCountedTwice() {
    var printed = print(3);
    var sheets =
        new Classroom(pages, processes, rounds.owner(), session.id())
            .colour(printed, 900, Classroom.SCANNER);
    var facilitator = people.as(Role.FACILITATOR);
    keying.key(
        facilitator,
        session.id(),
        Pass.valueOf("FIRST"),
        new SheetLabel(sheets.get(0).label()),
        0,
        new Reading(Map.of(), null, false));
    owner.post("/engagement/slip-box", "code", slipOn(printed, 1));

    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();

    assertThat(owner.get(pile()).page().select(".pile__refused li").eachText())
        .containsExactly(
            "sheet-000.jpg This sheet was keyed already. What was keyed counts.",
            "sheet-001.jpg The slip of this sheet was used: its map is taken out. Put the sheet in the shredder.");
    review(sheets);
    owner.post(pile() + "/finishing");
    assertThat(count("keyed_sheet")).isEqualTo(2);

    owner.post("/engagement/slip-box", "code", slipOn(printed, 2));
    assertThat(count("keyed_sheet")).as("taken out after it was read").isEqualTo(1);
    assertThat(
            thief.count(
                "select count(*)::int from engagement.pile_page where session_id = ? and label is not null",
                session.id().value()))
        .isZero();
  }

  @Test
  void writingOnAMapStopsItAndTellsTheLeadWithoutItsWords() {
    var sheets = difficult();
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    var zone = owner.get(pile() + "/review").page().select("[name=zone]").attr("value");
    int concerns = thief.count("select count(*)::int from concerns.concern");

    var stop = owner.post(pile() + "/review", "zone", zone, "decision", "!");
    var label = stop.page().select("[data-label]").text();
    assertThat(sheets).extracting(Classroom.Page::label).contains(label);
    var told =
        owner.post(
            pile() + "/review/writing",
            "zone",
            zone,
            "concern",
            stop.page().select("[name=concern]").attr("value"));

    assertThat(told.page().text()).contains("Passed on");
    assertThat(thief.count("select count(*)::int from concerns.concern")).isEqualTo(concerns + 1);
    assertThat(
            thief.count(
                "select count(*)::int from engagement.keyed_sheet where session_id = ? and label = ?",
                session.id().value(),
                label))
        .isZero();
    assertThat(
            thief.count(
                "select count(*)::int from engagement.pile_page where session_id = ? and label = ? and state = 'WRITING'",
                session.id().value(),
                label))
        .isEqualTo(1);
    var again =
        sheets.stream().filter(sheet -> sheet.label().equals(label)).findFirst().orElseThrow();
    drop(owner, "another.jpg", longer(again.picture()));
    read();
    assertThat(owner.get(pile()).page().select(".pile__refused li").text())
        .contains("another.jpg", "This sheet has been read already");
    assertThat(count("keyed_sheet")).isLessThan(2);
  }
}
