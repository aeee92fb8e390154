package org.sightline.engagement.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.LabelledBoxes;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;

/// Sheets from the printer to the score map, without a keyboard.
@SightlineTest
class PileTest extends PileTrial {

  @Test
  void isNotThereForWhoeverDoesNotRunTheRound() {
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);

    assertThat(lead.get(pile()).status()).isIn(403, 404);
    assertThat(drop(lead, "a.jpg", new byte[] {1}).status()).isIn(403, 404);
    assertThat(count("pile_file")).isZero();
  }

  @Test
  void whatIsNoPictureIsListedWithItsSentenceAndNothingOfItIsKept() {
    drop(
        owner,
        "IMG_1.HEIC",
        "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
    drop(owner, "moves.gif", "GIF89a and so on".getBytes(StandardCharsets.US_ASCII));
    drop(owner, "letter.jpg", "Dear all".getBytes(StandardCharsets.US_ASCII));
    var empty = drop(owner, "empty.png", new byte[0]);

    var page = owner.get(pile()).page();
    assertThat(empty.status()).isEqualTo(422);
    assertThat(new String(empty.response().body(), StandardCharsets.UTF_8)).contains("empty");
    assertThat(page.select(".pile__refused li").eachText())
        .containsExactlyInAnyOrder(
            "IMG_1.HEIC " + org.sightline.scan.Refusal.HEIC.sentence(),
            "moves.gif " + org.sightline.scan.Refusal.ANIMATED.sentence(),
            "letter.jpg " + org.sightline.scan.Refusal.NOT_A_PICTURE.sentence());
    assertThat(count("pile_part")).isZero();
  }

  @Test
  void aFormWithoutAFileSaysSoAndOneWithAFileTakesItIn() {
    var none = owner.upload(pile(), "file", "", new byte[0]);
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.page().select(".govuk-error-summary").text()).contains("Choose at least one");

    var one = owner.upload(pile(), "file", "a.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII));
    assertThat(one.page().text()).contains("1 file was taken in");
    var again = owner.upload(pile(), "file", "b.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII));
    assertThat(again.page().text()).contains("1 file was dropped before");
  }

  @Test
  void aPileBecomesTheScoreMapTheClassMeantAndDroppedTwiceItChangesNothing() {
    var sheets = classroom(4, Classroom.SCANNER);
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    var before =
        thief.rows(
            "select * from engagement.pile_page where session_id = ? order by file_id",
            session.id().value());
    sheets.forEach(
        sheet -> assertThat(text(drop(owner, sheet.name(), sheet.picture()))).isEqualTo("before"));
    read();
    assertThat(
            thief.rows(
                "select * from engagement.pile_page where session_id = ? order by file_id",
                session.id().value()))
        .usingRecursiveComparison()
        .isEqualTo(before);
    assertThat(owner.get(pile()).page().select(".pile__refused li").eachText()).isEmpty();

    review(sheets);
    assertThat(count("pile_part")).as("pictures that were read").isZero();
    owner.post(pile() + "/finishing");

    var page = owner.get(pile()).page();
    assertThat(page.select("[data-staged]").text()).isEqualTo("4");
    assertThat(page.text()).contains("Finished");
    assertThat(count("pile_zone")).isZero();
    assertThat(count("keyed_sheet")).isEqualTo(4);
    assertThat(marks.close(rounds.owner(), session.id(), 4).closure().mapsIn()).isEqualTo(4);
    assertThat(scores()).isEqualTo(meant(sheets));
    for (String table :
        List.of("pile_file", "pile_page", "printed_page", "sheet_layout", "pile_check")) {
      assertThat(count(table)).as(table).isZero();
    }
  }

  @Test
  void filesThatWaitAreGoneOnWithAfterARestart() {
    var sheets = classroom(2, Classroom.SCANNER);
    var who = rounds.owner();
    processes.look(
        who,
        () -> {
          for (var sheet : sheets) {
            var id = UUID.randomUUID();
            files.add(
                session,
                who.user(),
                id,
                sheet.name().getBytes(StandardCharsets.UTF_8),
                sheet.name());
            files.addPart(
                session.id(), who.user(), id, 0, java.nio.ByteBuffer.wrap(sheet.picture()));
          }
          return true;
        });

    reading.goOn();
    read();

    assertThat(count("pile_page")).isEqualTo(2);
    reading.goOn();
    read();
    assertThat(count("pile_page")).isEqualTo(2);
  }

  /// Sheets with two floors come together by their label; lists are read as plans are.
  @Test
  void listsAreReadAndYearsOnlyWhereTheyWereAskedFor() {
    var printed =
        owner.post(
            "/engagement/sessions/" + session.id() + "/pack/printing",
            "part",
            "list-sheets",
            "list-sheets",
            "2",
            "years",
            "yes");
    var sheets =
        new Classroom(pages, processes, rounds.owner(), session.id())
            .colour(printed.response().body(), 77, Classroom.SCANNER);
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    review(sheets);
    owner.post(pile() + "/finishing");
    marks.close(rounds.owner(), session.id(), 2);
    assertThat(scores()).isEqualTo(meant(sheets));
  }

  /// A school of two floors has two pages to a sheet: it counts once both are in.
  @Test
  void aSheetOfTwoFloorsCountsOnceBothPagesAreIn() {
    var boxes = LabelledBoxes.lay(4);
    var plan =
        plans.start(
            rounds.owner(),
            people.school(),
            "Two floors",
            List.of(Floor.empty(0, "Ground floor"), Floor.empty(1, "First floor")),
            List.of(
                Zone.at(0, "Hall", boxes.get(0)),
                Zone.at(0, "Canteen", boxes.get(1)),
                Zone.at(1, "Library", boxes.get(0)),
                Zone.at(1, "Stairs", boxes.get(1))));
    session =
        rounds.anOpenSession(
            allRounds.start(rounds.owner(), people.school(), "Two floors", plan.id(), null));
    var sheets = classroom(2, Classroom.SCANNER);
    assertThat(sheets).hasSize(4);
    assertThat(sheets.get(0).label()).isEqualTo(sheets.get(1).label());

    drop(owner, sheets.get(0).name(), sheets.get(0).picture());
    drop(owner, sheets.get(2).name(), sheets.get(2).picture());
    read();
    review(sheets);
    assertThat(owner.get(pile()).page().select("[data-waiting]").text()).isEqualTo("2");
    assertThat(count("keyed_sheet")).isZero();

    drop(owner, sheets.get(3).name(), sheets.get(3).picture());
    read();
    review(sheets);
    assertThat(count("keyed_sheet")).isEqualTo(1);
    owner.post(pile() + "/finishing");
    assertThat(owner.get(pile()).page().select("[data-by-hand]").text())
        .startsWith(sheets.get(0).label());

    drop(owner, sheets.get(1).name(), sheets.get(1).picture());
    read();
    review(sheets);
    assertThat(count("keyed_sheet")).as("its other page was left to the keyboard").isEqualTo(1);
    var first = sheets.get(0);
    var again =
        new Classroom.Page(first.label(), "again.jpg", longer(first.picture()), first.truth());
    drop(owner, again.name(), again.picture());
    read();
    review(List.of(again, sheets.get(1)));
    assertThat(count("keyed_sheet")).isEqualTo(2);
    owner.post(pile() + "/finishing");
    marks.close(rounds.owner(), session.id(), 2);
    assertThat(scores()).isEqualTo(meant(sheets));
  }
}
