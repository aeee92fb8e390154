package org.sightline.engagement.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.engagement.keying.Pass;
import org.sightline.engagement.keying.Reading;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What a person decides about a pile, and what becomes of sheets that came by another way.
@SightlineTest
@ExtendWith(OutputCaptureExtension.class)
class PileReviewTest extends PileTrial {

  @Autowired private PileEnd end;

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

    var asked = colleague.get(pile() + "/throwing-away").page();
    assertThat(asked.select("dt").eachText())
        .containsExactly(people.cast().the(Role.ROUND_OWNER).name());
    assertThat(asked.select("[data-waiting]").text()).matches("[12] pages? that waits? .*");
    assertThat(colleague.post(pile() + "/throwing-away").page().text()).contains("is thrown away");
    assertThat(colleague.get(pile()).page().text()).doesNotContain("Piles of colleagues");
    assertThat(owner.get(pile() + "/review/zones/" + zone).status()).isEqualTo(404);
    assertThat(owner.get(pile()).page().select(".pile__refused li").first().text())
        .matches("sheet-00[01].jpg A colleague threw away what waited of sheet [2-9A-Z]{2}\\. .*");
    assertThat(colleague.get(pile() + "/throwing-away").page().text()).contains("Nothing waits");
    marks.close(rounds.owner(), session.id(), 2);
    assertThat(count("pile_zone")).isZero();
  }

  @Test
  void aFileThatIsThrownAwayUnreadIsNamedToWhoeverDroppedIt() {
    var who = rounds.owner();
    processes.look(
        who,
        () -> {
          var id = UUID.randomUUID();
          files.add(session, who.user(), id, new byte[] {1}, "unread.pdf");
          files.addPart(session.id(), who.user(), id, 0, ByteBuffer.wrap(new byte[] {1}));
          return true;
        });
    var colleague = people.signedIn(Role.FACILITATOR);

    assertThat(colleague.get(pile()).page().text()).contains("1 page or file");
    assertThat(colleague.get(pile() + "/throwing-away").page().select("[data-waiting]").text())
        .isEqualTo("1 file that is not read yet");
    colleague.post(pile() + "/throwing-away");

    assertThat(count("pile_part")).isZero();
    assertThat(owner.get(pile()).page().select(".pile__refused li").text())
        .startsWith("unread.pdf A colleague threw this file away before it was read.");
    assertThat(marks.close(rounds.owner(), session.id(), 1).closure()).isNotNull();
  }

  /// The reader's own word for each place of a check is changed by the person twice.
  @Test
  void howOftenReaderAndPersonAgreedIsSaidWhenThePileIsFinished(CapturedOutput log) {
    difficult().forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    var who = rounds.owner();
    var shown = shown();
    var any = shown.values().iterator().next();
    processes.look(
        who,
        () -> {
          for (int place = 0; place < 4; place++) {
            zones.add(
                session, who.user(), any.file(), any.page(), place, Looked.GREEN, new byte[] {1});
          }
          return true;
        });
    shown = shown();
    int checks = (int) shown.values().stream().filter(ShownZone::isCheck).count();
    int others = 0;
    for (var field = waiting(); !field.isEmpty(); field = waiting()) {
      var zone = Objects.requireNonNull(shown.get(field));
      var answer = zone.isCheck() && others++ >= 2 ? zone.read() : Looked.BLANK;
      if (zone.isCheck() && others <= 2 && zone.read() == Looked.BLANK) {
        answer = Looked.RED;
      }
      owner.post(pile() + "/review", "zone", field, "decision", "" + answer.letter());
    }
    owner.post(pile() + "/finishing");

    assertThat(owner.get(pile()).page().select("[data-agreement]").text())
        .isEqualTo(
            "agreed on %d of the %d places it was sure of and you looked at"
                .formatted(checks - 2, checks));
    assertThat(log)
        .contains(
            "A pile was finished and its pictures destroyed: %d places".formatted(shown.size()));
  }

  private String waiting() {
    return owner.get(pile() + "/review").page().select("[name=zone]").attr("value");
  }

  private Map<String, ShownZone> shown() {
    var who = rounds.owner();
    return processes.look(who, () -> zones.of(session.id(), who.user())).stream()
        .collect(Collectors.toMap(zone -> zone.id().toString(), zone -> zone));
  }

  @Test
  void theSlipOfASheetThatWaitsTakesItsPicturesToo() {
    byte[] printed = print(1);
    var sheet =
        new Classroom(pages, processes, rounds.owner(), session.id())
            .difficult()
            .colour(printed, 400, Classroom.SCANNER)
            .getFirst();
    drop(owner, sheet.name(), sheet.picture());
    read();
    var zone = waiting();
    assertThat(owner.get(pile() + "/review/zones/" + zone).status()).isEqualTo(200);

    owner.post("/engagement/slip-box", "code", slipOn(printed, 0));

    assertThat(count("pile_zone")).isZero();
    assertThat(owner.get(pile() + "/review/zones/" + zone).status()).isEqualTo(404);
    assertThat(owner.get(pile()).page().select("[data-waiting], [data-to-look-at]")).isEmpty();
  }

  @Test
  void atTheEndOfTheWindowEveryPictureAndWhatWasReadGoesAndALineSaysSo(CapturedOutput log) {
    difficult().forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    var who = rounds.owner();
    processes.look(
        who,
        () -> {
          var id = UUID.randomUUID();
          files.add(session, who.user(), id, new byte[] {1}, "unread.pdf");
          files.addPart(session.id(), who.user(), id, 0, ByteBuffer.wrap(new byte[] {1}));
          return true;
        });

    end.endOfWindow(session.lastDay());
    assertThat(count("pile_zone")).as("on the last day itself").isPositive();
    assertThat(count("pile_part")).isPositive();
    end.endOfWindow(session.lastDay().plusDays(1));

    for (var table : List.of("pile_file", "pile_part", "pile_page", "pile_zone")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(log.toString()).containsPattern("Piles went at the end of their window: \\d+ files");
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
