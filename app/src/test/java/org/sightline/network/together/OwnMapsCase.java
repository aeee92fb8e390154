package org.sightline.network.together;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.sightline.access.Casework;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.Maps;
import org.sightline.network.OwnMaps;
import org.sightline.network.Photos;
import org.sightline.network.Preparing;
import org.sightline.network.Subject;
import org.sightline.network.TestExercises;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.store.RecordKeys;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// An exercise with one young person, and what tests do with their own map.
abstract class OwnMapsCase {

  static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired TestPeople people;
  @Autowired TestCasework casework;
  @Autowired Casework work;
  @Autowired Preparing preparing;
  @Autowired OwnMaps own;
  @Autowired Exercises exercises;
  @Autowired Maps maps;
  @Autowired Photos photos;
  @Autowired RecordKeys keys;

  TestCasework.Team team;
  Visitor chair;
  WorkspaceId exercise;
  UUID young;
  String list;
  String base;

  @BeforeEach
  void open() {
    team = casework.aTeam("Own maps");
    chair = people.signedIn(team.chair());
    exercise = TestExercises.open(chair, team);
    young = subject("Quill Invented", null);
    list = "/network/exercises/" + exercise + "/own-maps";
    base = list + "/" + young;
  }

  static String section(org.jsoup.nodes.Document page, String id) {
    return page.select("section[aria-labelledby=" + id + "]").text();
  }

  void begin() {
    chair.post(base + "/telling", "answer", "yes");
  }

  org.jsoup.nodes.Document put(String name, String ring, String kind, String said) {
    return chair
        .post(
            base + "/map", "someone", id(), "name", name, "ring", ring, "kind", kind, "said", said)
        .page();
  }

  Visitor.Arrived plan(String what, String words) {
    return chair.post(base + "/plans", "plan", id(), "what", what, "words", words);
  }

  UUID subject(String name, UUID record) {
    var who = team.asChair();
    preparing.add(
        who,
        exercise,
        Subject.Kind.YOUNG_PERSON,
        record,
        List.of(name),
        Subject.Decision.PART,
        "Named in both reports");
    return preparing.read(who, exercise).part().getLast().id();
  }

  ElementId node(SignedIn who, String label, UUID record) {
    var node = ElementId.random();
    var changes =
        new java.util.ArrayList<>(
            List.of(
                new Change(node, Field.KIND, "YOUNG_PERSON"),
                new Change(node, Field.LABEL, label)));
    if (record != null) {
      changes.add(new Change(node, Field.RECORD, record.toString()));
    }
    maps.draw(who, exercise, new Edit(UUID.randomUUID(), changes), 1_000);
    return node;
  }

  void line(SignedIn who, ElementId from, ElementId to, String strength, String protects) {
    var line = ElementId.random();
    var report = ElementId.random();
    maps.draw(
        who,
        exercise,
        new Edit(
            UUID.randomUUID(),
            List.of(
                new Change(line, Field.FROM, from.toString()),
                new Change(line, Field.TO, to.toString()),
                new Change(line, Field.STRENGTH, strength),
                new Change(line, Field.PROTECTS, protects),
                new Change(report, Field.ON, line.toString()),
                new Change(report, Field.AGENCY, "Youth service"),
                new Change(report, Field.ROLE, "youth worker"),
                new Change(report, Field.SEEN_OR_HEARD, "SEEN"),
                new Change(report, Field.WHEN, "2026-11-02"))),
        1_000);
  }

  String[] day(String said, LocalDate day) {
    return new String[] {
      "said",
      said,
      "worker",
      "Ms Made Up",
      "day-day",
      "" + day.getDayOfMonth(),
      "day-month",
      "" + day.getMonthValue(),
      "day-year",
      "" + day.getYear()
    };
  }

  static String last(String href) {
    return href.substring(href.lastIndexOf('/') + 1);
  }

  static String id() {
    return UUID.randomUUID().toString();
  }
}
