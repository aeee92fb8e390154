package org.sightline.engagement.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.LabelledBoxes;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.keying.Keying;
import org.sightline.engagement.keying.Pass;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.keying.Reading;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Sheets from the printer to the score map, without a keyboard.
@SightlineTest
class PileTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private FloorPlans plans;
  @Autowired private Rounds allRounds;
  @Autowired private Keying keying;
  @Autowired private PrintedPages pages;
  @Autowired private Processes processes;
  @Autowired private Marks marks;
  @Autowired private DatabaseSettings settings;
  @Autowired private JdbcZones zones;
  @Autowired private JdbcFiles files;
  @Autowired private PileReading reading;

  private DatabaseReader thief;
  private Session session;
  private Visitor owner;

  @BeforeEach
  void openASession() {
    thief = new DatabaseReader(settings);
    session = rounds.anOpenSession(rounds.aRound());
    owner = people.signedIn(Role.ROUND_OWNER);
  }

  @Test
  void isNotThereForWhoeverDoesNotRunTheRound() {
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);

    assertThat(lead.get(pile()).status()).isIn(403, 404);
    assertThat(drop(lead, "a.jpg", new byte[] {1}).status()).isIn(403, 404);
    assertThat(count("pile_file")).isZero();
  }

  @Test
  void whatIsNoPictureIsListedWithItsSentenceAndNothingOfItIsKept() {
    drop(owner, "IMG_1.HEIC", "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
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
    var sheets = classroom(6, Classroom.SCANNER);
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    var before = thief.rows("select * from engagement.pile_page where session_id = ? order by file_id", session.id().value());
    sheets.forEach(sheet -> assertThat(text(drop(owner, sheet.name(), sheet.picture()))).isEqualTo("before"));
    read();
    assertThat(thief.rows("select * from engagement.pile_page where session_id = ? order by file_id", session.id().value()))
        .usingRecursiveComparison().isEqualTo(before);
    assertThat(owner.get(pile()).page().select(".pile__refused li").eachText()).isEmpty();

    review(sheets);
    assertThat(count("pile_part")).as("pictures that were read").isZero();
    owner.post(pile() + "/finishing");

    var page = owner.get(pile()).page();
    assertThat(page.select("[data-staged]").text()).isEqualTo("6");
    assertThat(page.text()).contains("Finished");
    assertThat(count("pile_zone")).isZero();
    assertThat(count("keyed_sheet")).isEqualTo(6);
    assertThat(marks.close(rounds.owner(), session.id(), 6).closure().mapsIn()).isEqualTo(6);
    assertThat(scores()).isEqualTo(meant(sheets));
    for (String table : List.of("pile_file", "pile_page", "printed_page", "sheet_layout", "pile_check")) {
      assertThat(count(table)).as(table).isZero();
    }
  }

  @Test
  void doubtfulPlacesAreShownBlindAndTheLastDecisionIsTakenBack() {
    var sheets = classroom(3, Classroom.SCANNER);
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    int shown = count("pile_zone");
    assertThat(shown).as("doubts and every tenth of the rest, of thirty places").isPositive();

    var first = owner.get(pile() + "/review");
    assertThat(first.page().select(".review__level")).hasSize(4);
    assertThat(first.page().text()).doesNotContain("confidence", "sure of it", "doubt");
    var zone = first.page().select("[name=zone]").attr("value");
    assertThat(owner.get(first.page().select(".review__crop img").attr("src")).response().headers().firstValue("Content-Type")).contains("image/jpeg");
    owner.post(pile() + "/review", "zone", zone, "decision", "G");
    assertThat(text(owner.get(pile() + "/review"))).doesNotContain("value=\"" + zone + "\"");

    var undone = owner.post(pile() + "/review/undoing");
    assertThat(undone.page().text()).contains("Taken back");
    assertThat(undone.page().select("[name=zone]").attr("value")).isEqualTo(zone);
    assertThat(owner.post(pile() + "/review/undoing").page().text()).contains("nothing to take back");
  }

  @Test
  void colleaguesSeeNoPictureAndTheSessionDoesNotCloseOverAPileThatWaits() {
    var sheets = classroom(4, Classroom.SCANNER);
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    makeOneWait(sheets);
    var zone = owner.get(pile() + "/review").page().select("[name=zone]").attr("value");
    var colleague = people.signedIn(Role.FACILITATOR);

    var theirs = colleague.get(pile());
    assertThat(theirs.page().select("[data-staged]")).isEmpty();
    assertThat(theirs.page().text()).contains("Piles of colleagues");
    assertThat(colleague.get(pile() + "/review/zones/" + zone).status()).isEqualTo(404);
    assertThat(owner.get(pile() + "/review/zones/" + zone).status()).isEqualTo(200);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> marks.close(rounds.owner(), session.id(), 4))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not finished");

    colleague.post(pile() + "/throwing-away");
    assertThat(colleague.get(pile()).page().text()).doesNotContain("Piles of colleagues");
    marks.close(rounds.owner(), session.id(), 4);
    assertThat(count("pile_zone")).isZero();
  }

  @Test
  void aSheetThatIsKeyedOrTakenOutIsNamedAndNotCountedTwice() {
    var printed = print(3);
    var sheets = new Classroom(pages, processes, rounds.owner(), session.id()).colour(printed, 900, Classroom.SCANNER);
    var facilitator = people.as(Role.FACILITATOR);
    keying.key(facilitator, session.id(), Pass.valueOf("FIRST"), new SheetLabel(sheets.get(0).label()), 0, new Reading(Map.of(), null, false));
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
    assertThat(thief.count("select count(*)::int from engagement.pile_page where session_id = ? and label is not null", session.id().value())).isZero();
  }

  @Test
  void writingOnAMapStopsItAndTellsTheLeadWithoutItsWords() {
    var sheets = classroom(3, Classroom.SCANNER);
    sheets.forEach(sheet -> drop(owner, sheet.name(), sheet.picture()));
    read();
    var zone = owner.get(pile() + "/review").page().select("[name=zone]").attr("value");
    int concerns = thief.count("select count(*)::int from concerns.concern");

    var stop = owner.post(pile() + "/review", "zone", zone, "decision", "!");
    var label = stop.page().select("[data-label]").text();
    assertThat(sheets).extracting(Classroom.Page::label).contains(label);
    var told = owner.post(pile() + "/review/writing", "zone", zone, "concern", stop.page().select("[name=concern]").attr("value"));

    assertThat(told.page().text()).contains("Passed on");
    assertThat(thief.count("select count(*)::int from concerns.concern")).isEqualTo(concerns + 1);
    assertThat(thief.count("select count(*)::int from engagement.keyed_sheet where session_id = ? and label = ?", session.id().value(), label)).isZero();
    assertThat(thief.count("select count(*)::int from engagement.pile_page where session_id = ? and label = ? and state = 'WRITING'", session.id().value(), label)).isEqualTo(1);
    var again = sheets.stream().filter(sheet -> sheet.label().equals(label)).findFirst().orElseThrow();
    drop(owner, "another.jpg", longer(again.picture()));
    read();
    assertThat(count("keyed_sheet")).isLessThan(3);
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
            files.add(session, who.user(), id, sheet.name().getBytes(StandardCharsets.UTF_8), sheet.name());
            files.addPart(session.id(), who.user(), id, 0, java.nio.ByteBuffer.wrap(sheet.picture()));
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
    var printed = owner.post("/engagement/sessions/" + session.id() + "/pack/printing", "part", "list-sheets", "list-sheets", "2", "years", "yes");
    var sheets = new Classroom(pages, processes, rounds.owner(), session.id()).colour(printed.response().body(), 77, Classroom.SCANNER);
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
    var again = new Classroom.Page(first.label(), "again.jpg", longer(first.picture()), first.truth());
    drop(owner, again.name(), again.picture());
    read();
    review(List.of(again, sheets.get(1)));
    assertThat(count("keyed_sheet")).isEqualTo(2);
    owner.post(pile() + "/finishing");
    marks.close(rounds.owner(), session.id(), 2);
    assertThat(scores()).isEqualTo(meant(sheets));
  }

  private void makeOneWait(List<Classroom.Page> sheets) {
    if (thief.count("select count(*)::int from engagement.pile_page where session_id = ? and state = 'READ'", session.id().value()) == 0) {
      thief.run("update engagement.pile_page set state = 'READ', staged = null where session_id = '" + session.id() + "' and number = 1");
      thief.run("delete from engagement.keyed_sheet where session_id = '" + session.id() + "'");
    }
    assertThat(sheets).isNotEmpty();
    assertThat(count("pile_zone")).isPositive();
  }

  private List<Classroom.Page> classroom(int count, Classroom.Device device) {
    byte[] printed = print(count);
    return new Classroom(pages, processes, rounds.owner(), session.id())
        .colour(printed, 400, device);
  }

  private byte[] print(int count) {
    var answer = owner.post("/engagement/sessions/" + session.id() + "/pack/printing", "part", "plan-sheets", "plan-sheets", "" + count);
    assertThat(answer.status()).isEqualTo(200);
    return answer.response().body();
  }

  private static String slipOn(byte[] pdf, int page) {
    try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
      var stripper = new org.apache.pdfbox.text.PDFTextStripper();
      stripper.setStartPage(page + 1);
      stripper.setEndPage(page + 1);
      var found = java.util.regex.Pattern.compile("[2-9A-Z]{4}(-[2-9A-Z]{4}){3}-[2-9A-Z]").matcher(stripper.getText(document));
      assertThat(found.find()).isTrue();
      return found.group();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Visitor.Arrived drop(Visitor visitor, String name, byte[] content) {
    return visitor.drop(pile() + "/files", name, content);
  }

  /// The same picture as another file: a comment at its head, which is wiped and not taken out.
  private static byte[] longer(byte[] jpeg) {
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 4, 'h', 'i'});
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  private static String text(Visitor.Arrived answer) {
    return new String(answer.response().body(), StandardCharsets.UTF_8);
  }

  private void read() {
    var end = Instant.now().plus(PATIENCE);
    while (owner.get(pile()).page().select("#pile").attr("data-reading").equals("yes")) {
      assertThat(Instant.now()).isBefore(end);
      try {
        Thread.sleep(150);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// Decides every place as the child meant it.
  private void review(List<Classroom.Page> sheets) {
    var who = rounds.owner();
    var names = new HashMap<UUID, String>();
    processes.look(who, () -> files.of(session.id(), who.user())).forEach(file -> names.put(file.id(), file.name()));
    var places = keying.sheet(who, session.id()).zones();
    var shown = new HashMap<String, ShownZone>();
    processes.look(who, () -> zones.of(session.id(), who.user())).forEach(zone -> shown.put(zone.id().toString(), zone));
    while (true) {
      var field = owner.get(pile() + "/review").page().select("[name=zone]");
      if (field.isEmpty()) {
        return;
      }
      var zone = shown.get(field.attr("value"));
      var sheet = sheets.stream().filter(one -> one.name().equals(names.get(zone.file()))).findFirst().orElseThrow();
      var meant = sheet.truth().get(places.get(zone.place()).key().toString());
      owner.post(pile() + "/review", "zone", field.attr("value"), "decision", "" + meant.letter());
    }
  }

  private Map<String, Integer> meant(List<Classroom.Page> sheets) {
    var scores = new HashMap<String, Integer>();
    for (var sheet : sheets) {
      sheet.truth().forEach((zone, level) -> {
        if (level != Looked.BLANK) {
          scores.merge(zone + " " + level.name(), 1, Integer::sum);
        }
      });
    }
    return scores;
  }

  private Map<String, Integer> scores() {
    var scores = new HashMap<String, Integer>();
    thief
        .rows(
            "select k.zone_key::text as zone, k.level as level, count(*)::int as n from engagement.mark k join engagement.map m on m.id = k.map_id where m.session_id = ? group by 1, 2",
            session.id().value())
        .forEach(row -> scores.put(row.get("zone") + " " + row.get("level"), (Integer) row.get("n")));
    return scores;
  }

  private int count(String table) {
    String where = table.equals("pile_part") ? "file_id in (select id from engagement.pile_file where session_id = ?)" : "session_id = ?";
    return thief.count("select count(*)::int from engagement." + table + " where " + where, session.id().value());
  }

  private String pile() {
    return "/engagement/sessions/" + session.id() + "/pile";
  }
}
