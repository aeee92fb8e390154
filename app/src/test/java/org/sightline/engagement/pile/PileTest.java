package org.sightline.engagement.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.LabelledBoxes;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.keying.Pass;
import org.sightline.engagement.keying.PrintedSheets;
import org.sightline.engagement.keying.Reading;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.kernel.Role;
import org.sightline.scan.Readers;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Sheets from the printer to the score map, without a keyboard.
@SightlineTest
class PileTest extends PileTrial {

  @Autowired private PrintedSheets printedSheets;

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
    var names = names();
    assertThat(marks.close(rounds.owner(), session.id(), 4).closure().mapsIn()).isEqualTo(4);
    assertThat(scores()).isEqualTo(meant(sheets));
    assertThat(shownScores(names)).isEqualTo(meant(sheets));
    for (String table :
        List.of("pile_file", "pile_page", "printed_page", "sheet_layout", "pile_check")) {
      assertThat(count(table)).as(table).isZero();
    }
  }

  /// Numbers are shown of two sessions and ten maps or more.
  private void closeASessionOfSixBlankMaps() {
    var who = rounds.owner();
    var other = rounds.anOpenSession(allRounds.find(who, session.round()));
    var blank = new Reading(Map.of(), null, false);
    for (var sheet : printedSheets.issue(who, other.id(), 6)) {
      keying.key(who, other.id(), Pass.FIRST, sheet.label(), 0, blank);
    }
    marks.close(who, other.id(), 6);
  }

  private Map<String, String> names() {
    return keying.sheet(rounds.owner(), session.id()).zones().stream()
        .collect(Collectors.toMap(OpenSheet.Place::name, zone -> zone.key().toString()));
  }

  /// What the score page says of each place, once results are made.
  private Map<String, Integer> shownScores(Map<String, String> keys) {
    closeASessionOfSixBlankMaps();
    var results = "/engagement/rounds/" + session.round() + "/results";
    owner.post(results + "/publishing");
    var shown = new HashMap<String, Integer>();
    for (var row : owner.get(results).page().select("#all-places tbody tr")) {
      for (var level : List.of(Looked.RED, Looked.YELLOW, Looked.GREEN)) {
        int number = Integer.parseInt(row.select("td").get(level.ordinal()).text());
        if (number > 0) {
          shown.put(keys.get(row.select("th").text()) + " " + level.name(), number);
        }
      }
    }
    return shown;
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
    var printed = printLists(2);
    var sheets =
        new ArrayList<>(
            new Classroom(pages, processes, rounds.owner(), session.id())
                .colour(printed.response().body(), 77, Classroom.SCANNER));
    var twoYears =
        named(
            "two-years.jpg",
            new Classroom(pages, processes, rounds.owner(), session.id())
                .tickingTwice()
                .colour(printLists(1).response().body(), 79, Classroom.SCANNER)
                .getFirst());
    sheets.add(twoYears);
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    review(sheets);
    assertThat(owner.get(pile()).page().select("[data-yearless]").text())
        .isEqualTo("More than one year is ticked on " + twoYears.label() + ".");
    owner.post(pile() + "/finishing");
    marks.close(rounds.owner(), session.id(), 3);
    assertThat(scores()).isEqualTo(meant(sheets));
    assertThat(years())
        .as("%s", sheets.stream().map(Classroom.Page::ticked).toList())
        .containsExactlyInAnyOrderElementsOf(
            sheets.stream()
                .map(sheet -> sheet.ticked().size() == 1 ? sheet.ticked().iterator().next() : "-")
                .toList())
        .contains("-")
        .anyMatch(year -> !year.equals("-"));
  }

  private List<String> years() {
    return thief
        .rows(
            "select coalesce(year_group::text, '-') as year from engagement.map where session_id = ?",
            session.id().value())
        .stream()
        .map(row -> "" + row.get("year"))
        .toList();
  }

  private Visitor.Arrived printLists(int count) {
    return owner.post(
        "/engagement/sessions/" + session.id() + "/pack/printing",
        "part",
        "list-sheets",
        "list-sheets",
        "" + count,
        "years",
        "yes");
  }

  private static Classroom.Page named(String name, Classroom.Page page) {
    return new Classroom.Page(page.label(), name, page.picture(), page.truth(), page.ticked());
  }

  /// The two kinds of paper that lie and stand, larger than usual.
  @ParameterizedTest
  @ValueSource(strings = {"A3_LANDSCAPE", "A3_PORTRAIT"})
  void aPackOnA3IsReadAsOneOnA4(String paper) {
    var printed =
        owner.post(
            "/engagement/sessions/" + session.id() + "/pack/printing",
            "part",
            "plan-sheets",
            "plan-sheets",
            "1",
            "paper",
            paper);
    var sheets =
        new Classroom(pages, processes, rounds.owner(), session.id())
            .colour(printed.response().body(), 410, Classroom.SCANNER);
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    review(sheets);
    owner.post(pile() + "/finishing");
    marks.close(rounds.owner(), session.id(), 1);
    assertThat(scores()).isEqualTo(meant(sheets));
  }

  @Test
  void aSheetOfAnotherOpenSessionIsNamed() {
    var here = session;
    session = rounds.anOpenSession(rounds.aRound());
    var sheet = classroom(1, Classroom.SCANNER).getFirst();
    session = here;

    drop(owner, "theirs.jpg", sheet.picture());
    read();
    assertThat(owner.get(pile()).page().select(".pile__refused li").text())
        .as("before anything was printed here")
        .contains("not printed for this session");
    print(1);
    drop(owner, "theirs.jpg", sheet.picture());
    read();

    assertThat(owner.get(pile()).page().select(".pile__refused li").eachText())
        .containsExactly(
            "theirs.jpg This sheet was not printed for this session. Look which pile it belongs to.");
    assertThat(count("keyed_sheet")).isZero();
  }

  @Test
  void whereTheReaderCannotBeStartedThePageSaysSoAndNothingIsLost() {
    var sheet = classroom(1, Classroom.SCANNER).getFirst();
    var readers = reading.readers;
    reading.readers = new Readers(Path.of("/no-such-java"));
    try {
      drop(owner, sheet.name(), sheet.picture());
      String said = "";
      for (int i = 0; i < 100 && said.isEmpty(); i++) {
        said = owner.get(pile()).page().select("[data-stuck]").text();
      }
      assertThat(said).contains("The reader cannot be started", "tell your administrator");
      assertThat(count("pile_part")).as("what waits").isPositive();
    } finally {
      reading.readers = readers;
    }

    read();
    assertThat(owner.get(pile()).page().select("[data-stuck]")).isEmpty();
    assertThat(owner.get(pile()).page().select("[data-progress]").text()).isEqualTo("1 of 1 pages");
  }

  @Test
  void howLongItTakesIsSaidAfterAFewPages() {
    var who = rounds.owner();
    var time = new AtomicLong();
    var pace = new PilePace(time::get);
    var pile = new PileReading.Pile(session.id(), who.user());
    queue("one.pdf", "one");
    reading.running.put(pile, pace);
    try {
      assertThat(owner.get(pile()).page().select("[data-left]").text())
          .isEqualTo("How long it takes shows after a few pages.");
      // It waited an hour behind another pile.
      time.set(3_600_000_000_000L);
      for (int page = 0; page < 4; page++) {
        pace.read();
        time.addAndGet(8_000_000_000L);
      }
      assertThat(owner.get(pile()).page().select("[data-left]").text())
          .isEqualTo("About 15 seconds left, or more: some files are not opened yet.");
      for (int file = 0; file < 9; file++) {
        queue(file + ".jpg", "" + file);
      }
      assertThat(owner.get(pile()).page().select("[data-left]").text())
          .isEqualTo("About 2 minutes left, or more: some files are not opened yet.");
    } finally {
      reading.running.remove(pile);
    }
  }

  private void queue(String name, String sum) {
    var who = rounds.owner();
    processes.look(
        who,
        () ->
            files.add(
                session,
                who.user(),
                UUID.randomUUID(),
                sum.getBytes(StandardCharsets.UTF_8),
                name));
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
    assertThat(text(drop(owner, sheets.get(0).name(), sheets.get(0).picture())))
        .as("the very same file, of which nothing counts")
        .isEqualTo("taken");
    read();
    review(sheets);
    assertThat(count("keyed_sheet")).isEqualTo(2);
    owner.post(pile() + "/finishing");
    marks.close(rounds.owner(), session.id(), 2);
    assertThat(scores()).isEqualTo(meant(sheets));
  }
}
