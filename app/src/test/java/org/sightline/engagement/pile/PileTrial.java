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
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.keying.Keying;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A session whose pile is dropped, read and decided through its pages.
@SightlineTest
abstract class PileTrial {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Autowired TestPeople people;
  @Autowired TestRounds rounds;
  @Autowired FloorPlans plans;
  @Autowired Rounds allRounds;
  @Autowired Keying keying;
  @Autowired PrintedPages pages;
  @Autowired Processes processes;
  @Autowired Marks marks;
  @Autowired DatabaseSettings settings;
  @Autowired JdbcZones zones;
  @Autowired JdbcFiles files;
  @Autowired PileReading reading;

  DatabaseReader thief;
  Session session;
  Visitor owner;

  @BeforeEach
  void openASession() {
    thief = new DatabaseReader(settings);
    session = rounds.anOpenSession(rounds.aRound());
    owner = people.signedIn(Role.ROUND_OWNER);
  }

  List<Classroom.Page> difficult() {
    byte[] printed = print(2);
    return new Classroom(pages, processes, rounds.owner(), session.id())
        .difficult()
        .colour(printed, 400, Classroom.SCANNER);
  }

  List<Classroom.Page> classroom(int count, Classroom.Device device) {
    byte[] printed = print(count);
    return new Classroom(pages, processes, rounds.owner(), session.id())
        .colour(printed, 400, device);
  }

  byte[] print(int count) {
    var answer =
        owner.post(
            "/engagement/sessions/" + session.id() + "/pack/printing",
            "part",
            "plan-sheets",
            "plan-sheets",
            "" + count);
    assertThat(answer.status()).isEqualTo(200);
    return answer.response().body();
  }

  static String slipOn(byte[] pdf, int page) {
    try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
      var stripper = new org.apache.pdfbox.text.PDFTextStripper();
      stripper.setStartPage(page + 1);
      stripper.setEndPage(page + 1);
      var found =
          java.util.regex.Pattern.compile("[2-9A-Z]{4}(-[2-9A-Z]{4}){3}-[2-9A-Z]")
              .matcher(stripper.getText(document));
      assertThat(found.find()).isTrue();
      return found.group();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Visitor.Arrived drop(Visitor visitor, String name, byte[] content) {
    return visitor.drop(pile() + "/files", name, content);
  }

  /// The same picture as another file: a comment at its head, which is wiped and not taken out.
  static byte[] longer(byte[] jpeg) {
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 4, 'h', 'i'});
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  static String text(Visitor.Arrived answer) {
    return new String(answer.response().body(), StandardCharsets.UTF_8);
  }

  void read() {
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
  void review(List<Classroom.Page> sheets) {
    var who = rounds.owner();
    var names = new HashMap<UUID, String>();
    processes
        .look(who, () -> files.of(session.id(), who.user()))
        .forEach(file -> names.put(file.id(), file.name()));
    var places = keying.sheet(who, session.id()).zones();
    var shown = new HashMap<String, ShownZone>();
    processes
        .look(who, () -> zones.of(session.id(), who.user()))
        .forEach(zone -> shown.put(zone.id().toString(), zone));
    while (true) {
      var field = owner.get(pile() + "/review").page().select("[name=zone]");
      if (field.isEmpty()) {
        return;
      }
      var zone = shown.get(field.attr("value"));
      var sheet =
          sheets.stream()
              .filter(one -> one.name().equals(names.get(zone.file())))
              .findFirst()
              .orElseThrow();
      var meant = sheet.truth().get(places.get(zone.place()).key().toString());
      owner.post(pile() + "/review", "zone", field.attr("value"), "decision", "" + meant.letter());
    }
  }

  Map<String, Integer> meant(List<Classroom.Page> sheets) {
    var scores = new HashMap<String, Integer>();
    for (var sheet : sheets) {
      sheet
          .truth()
          .forEach(
              (zone, level) -> {
                if (level != Looked.BLANK) {
                  scores.merge(zone + " " + level.name(), 1, Integer::sum);
                }
              });
    }
    return scores;
  }

  Map<String, Integer> scores() {
    var scores = new HashMap<String, Integer>();
    thief
        .rows(
            "select k.zone_key::text as zone, k.level as level, count(*)::int as n from engagement.mark k join engagement.map m on m.id = k.map_id where m.session_id = ? group by 1, 2",
            session.id().value())
        .forEach(
            row -> scores.put(row.get("zone") + " " + row.get("level"), (Integer) row.get("n")));
    return scores;
  }

  int count(String table) {
    String where =
        table.equals("pile_part")
            ? "file_id in (select id from engagement.pile_file where session_id = ?)"
            : "session_id = ?";
    return thief.count(
        "select count(*)::int from engagement." + table + " where " + where, session.id().value());
  }

  String pile() {
    return "/engagement/sessions/" + session.id() + "/pile";
  }
}
