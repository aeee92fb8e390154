package org.sightline.network.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.OwnMaps;
import org.sightline.network.Preparing;
import org.sightline.network.Subject;
import org.sightline.network.TestExercises;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.ownmap.Someone;
import org.sightline.store.RecordKeys;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// B72 to B74 and B95 to B102 through their pages, and what practice.md promises young people.
@SightlineTest
class OwnMapsTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Casework work;
  @Autowired private Preparing preparing;
  @Autowired private OwnMaps own;
  @Autowired private Maps maps;
  @Autowired private RecordKeys keys;

  private TestCasework.Team team;
  private Visitor chair;
  private WorkspaceId exercise;
  private UUID young;
  private String list;
  private String base;

  @BeforeEach
  void open() {
    team = casework.aTeam("Own maps");
    chair = people.signedIn(team.chair());
    exercise = TestExercises.open(chair, team);
    young = subject("Quill Invented", null);
    list = "/network/exercises/" + exercise + "/own-maps";
    base = list + "/" + young;
  }

  @Test
  void theListSaysHowFarEachIsAndWhoDoesIt() {
    assertThat(chair.get(list).page().text()).contains("Quill Invented", "Not said yet");
    var refused = chair.post(base + "/status", "said", "NOT_POSSIBLE", "worker", "Ms Made Up");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().text()).contains("Say why it is not possible");
    assertThat(refused.page().select("#worker").val()).isEqualTo("Ms Made Up");
    assertThat(chair.post(base + "/status", "said", "LATER", "worker", "W").status())
        .isEqualTo(422);
    assertThat(chair.post(base + "/status", day("DONE", TODAY)).page().text())
        .contains("Tick that they were told first");

    chair.post(base + "/status", day("LATER", TODAY.plusDays(9)));
    chair.post(
        base + "/status", "said", "NOT_POSSIBLE", "worker", "Ms Made Up", "why", "Moved away");

    assertThat(chair.get(list).page().text()).contains("Not possible", "Moved away", "Ms Made Up");
    assertThat(chair.get(base).page().text()).contains("Later, on");
    assertThat(chair.get("/network/exercises/" + exercise).page().select("a[href$=/own-maps]"))
        .hasSize(1);
  }

  @Test
  void theyAreToldFirstAndCanSayNo() {
    assertThat(chair.get(base + "/map").status()).isEqualTo(404);
    var telling = chair.get(base + "/telling").page();
    assertThat(telling.text())
        .contains(
            "If I am worried that you or someone else might not be safe",
            "You can put your friends on it",
            "You can stop at any time",
            "can see your map");
    assertThat(telling.select("nav, a[href^=/network/exercises]")).isEmpty();
    assertThat(telling.text()).doesNotContain("Quill");
    assertThat(chair.post(base + "/telling").status()).isEqualTo(422);

    assertThat(chair.post(base + "/telling", "answer", "no").page().text())
        .contains("Nothing of your map is kept");

    assertThat(chair.get(base).page().text()).contains("said no");
    assertThat(chair.get(base + "/map").status()).isEqualTo(404);
  }

  @Test
  void aMapIsDrawnInTheirWordsChangedAndUndone() {
    begin();
    assertThat(chair.post(base + "/map", "someone", id()).status()).isEqualTo(422);
    put("Kit", "1", "FRIEND", "We play football on Fridays");
    put("Auntie Bo", "2", "FAMILY", "");
    var page = put("Youth club", "3", "PLACE", "");

    assertThat(page.select(".own__picture svg a")).hasSize(3);
    assertThat(page.select(".own__picture svg").text()).contains("Me", "Kit", "Auntie Bo");
    assertThat(page.select("h3:contains(Very close) + ul").text())
        .contains("Kit", "A friend", "We play football on Fridays");
    assertThat(page.select("header nav, a[href=/]")).isEmpty();

    String kit = page.select("li a:contains(Kit)").attr("href");
    var changed = chair.post(kit, "name", "Kit", "ring", "3", "kind", "FRIEND", "usedToBe", "yes");
    assertThat(changed.page().select("h3:contains(Not so close) + ul").text())
        .contains("Kit", "used to be so");
    var moved =
        chair.post(base + "/moving", "someone", last(kit), "ring", "2", "angle", "400").page();
    assertThat(moved.select("a[data-someone=" + last(kit) + "]").attr("data-angle"))
        .isEqualTo("40");
    assertThat(chair.post(base + "/steps/undo").page().text()).contains("Not so close");
    var back = chair.post(base + "/steps/undo").page();
    assertThat(back.select("h3:contains(Very close) + ul").text()).contains("Kit");
    chair.post(base + "/steps/redo");
    chair.post(base + "/map/" + last(kit) + "/taking-off");
    assertThat(chair.get(base + "/map").page().text()).doesNotContain("Kit");
    assertThat(chair.post(base + "/steps/undo").page().text()).contains("Kit");
  }

  @Test
  void theTenQuestionsCanBeAnsweredSkippedOrNotSaid() {
    begin();
    String kit = last(put("Kit", "1", "FRIEND", "").select("li a").attr("href"));
    assertThat(chair.get(base + "/questions/11").status()).isEqualTo(404);
    assertThat(chair.post(base + "/questions/1", "how", "ANSWERED").status()).isEqualTo(422);
    var second = chair.post(base + "/questions/1", "how", "ANSWERED", "people", kit);
    assertThat(second.path()).endsWith("/questions/2");
    chair.post(base + "/questions/2", "how", "SKIPPED", "words", "never kept");
    chair.post(base + "/questions/3", "how", "RATHER_NOT");
    var plans = chair.post(base + "/questions/10", "words", "Once, at school");
    assertThat(plans.path()).endsWith("/plans");

    assertThat(plan("AGREED", "Leave ten minutes early").status()).isEqualTo(422);
    plan("STRENGTHS", "Football twice a week");
    var agreed =
        chair.post(
            base + "/plans",
            "plan",
            id(),
            "what",
            "AGREED",
            "words",
            "Leave early.",
            "with",
            "Invented School",
            "from-day",
            "3",
            "from-month",
            "12",
            "from-year",
            "2026",
            "looked-day",
            "8",
            "looked-month",
            "1",
            "looked-year",
            "2027");
    assertThat(agreed.page().text())
        .contains("Leave early. Agreed with Invented School, from 3 December 2026")
        .contains("Football twice a week");

    var compared = chair.get(base + "/comparing").page();
    assertThat(compared.select("dd").eachText())
        .contains("Kit", "Skipped", "Rather not say", "Once, at school", "Not asked yet");
    assertThat(compared.text()).doesNotContain("never kept");
  }

  @Test
  void whatTheyThrowAwayIsGoneForGood() {
    begin();
    put("Kit", "1", "FRIEND", "");
    UUID map = own.find(team.asChair(), exercise, young).need().id();
    assertThat(chair.get(base + "/throwing-away").page().text()).contains("gone for good");

    assertThat(chair.post(base + "/throwing-away").page().text())
        .contains("Nothing of your map is kept");

    assertThat(keys.isShredded(map)).isTrue();
    assertThat(chair.get(base + "/map").status()).isEqualTo(404);
    assertThat(chair.get(base).page().text()).contains("it was").doesNotContain("Kit");
    begin();
    assertThat(chair.get(base + "/map").page().text()).contains("Nobody is on your map yet");
  }

  @Test
  void whatWasTakenOffIsNotKeptOnceTheySayItIsFinished() {
    begin();
    put("Kit", "1", "FRIEND", "");
    String bo = put("Bo", "1", "FRIEND", "").select("li a:contains(Bo)").attr("href");
    chair.post(base + "/map/" + last(bo) + "/taking-off");

    chair.post(base + "/finishing");

    var drawn = own.find(team.asChair(), exercise, young).need();
    assertThat(drawn.map().people()).extracting(Someone::name).containsExactly("Kit");
    assertThat(drawn.canUndo()).isFalse();
    assertThat(chair.post(base + "/steps/undo").page().text()).contains("nothing to undo");
    assertThat(chair.get(list).page().text()).contains("Done on");
    put("Ash", "2", "FRIEND", "");
    assertThat(chair.post(base + "/steps/undo").page().text()).doesNotContain("Ash");
  }

  @Test
  void aTabletThatWasHandedOverShowsNothingElse() {
    chair.get(base + "/telling?handing=over");
    chair.post(base + "/telling", "answer", "yes");
    assertThat(chair.get(base + "/map").heading()).isEqualTo("My map");
    for (String staff :
        List.of(base, list, "/network/exercises/" + exercise, base + "/comparing")) {
      assertThat(chair.get(staff).path()).isEqualTo("/signing-in-again");
    }
  }

  @Test
  void nobodyElseSeesIt() {
    begin();
    put("Kit", "1", "FRIEND", "");
    var outsider = people.signedIn(team.practitioner());
    for (String page : List.of("", "/map", "/comparing", "/telling", "/questions/1")) {
      assertThat(outsider.get(base + page).status()).as(page).isEqualTo(404);
    }
    work.letIn(team.asChair(), exercise, team.practitioner().username(), Role.PRACTITIONER);
    assertThat(outsider.get(base + "/map").page().text()).contains("Kit");
    var graph = chair.get("/network/maps/" + exercise + "/drawn");
    assertThat(graph.withoutKeys()).doesNotContain("Kit");
  }

  @Test
  void whoIsKeptAwayFromTheYoungPersonFindsNoMap() {
    var asChair = team.asChair();
    work.letIn(asChair, exercise, team.practitioner().username(), Role.PRACTITIONER);
    UUID record =
        casework.aPerson(asChair, exercise, "Kept", "Away", LocalDate.of(2011, 3, 4)).value();
    UUID kept = subject("Kept Away", record);
    String theirs = list + "/" + kept;
    chair.post(theirs + "/telling", "answer", "yes");
    var practitioner = people.signedIn(team.practitioner());
    assertThat(practitioner.get(theirs + "/map").status()).isEqualTo(200);

    casework.keepAway(asChair, exercise, record, team.asPractitioner().user());

    assertThat(practitioner.get(theirs + "/map").status()).isEqualTo(404);
    assertThat(practitioner.get(list).page().text()).doesNotContain("Kept");
  }

  @Test
  void aFriendWhoIsClosedToTheReaderIsNotOnItForThem() {
    var asChair = team.asChair();
    work.letIn(asChair, exercise, team.practitioner().username(), Role.PRACTITIONER);
    UUID record =
        casework.aPerson(asChair, exercise, "Kit", "Away", LocalDate.of(2011, 3, 4)).value();
    var node = node(asChair, "Kit Away", record);
    begin();
    UUID kit = Ids.parse(last(put("Kit", "1", "FRIEND", "").select("li a").attr("href")));
    chair.post(base + "/questions/5", "people", kit.toString(), "words", "Kit would come");
    own.join(asChair, exercise, young, kit, node);
    casework.keepAway(asChair, exercise, record, team.asPractitioner().user());

    var practitioner = people.signedIn(team.practitioner());
    assertThat(practitioner.get(base + "/map").page().text()).doesNotContain("Kit");
    assertThat(practitioner.get(base + "/comparing").page().text()).doesNotContain("Kit");
    assertThat(chair.get(base + "/comparing").page().text()).contains("Kit would come");
    assertThatThrownBy(() -> own.join(team.asPractitioner(), exercise, young, kit, node))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void namesAreJoinedOnlyByAPersonAndTheJoinCanBeTakenBack() {
    var asChair = team.asChair();
    var me = node(asChair, "Quill Invented", null);
    var kit = node(asChair, "kit", null);
    var bo = node(asChair, "Bo Madeup", null);
    line(asChair, me, kit, "1", "OF_CONCERN");
    line(asChair, me, bo, "4", "PROTECTIVE");
    begin();
    var page = put("Kit", "1", "FRIEND", "");
    String someone = last(page.select("li a").attr("href"));
    put("Ash", "2", "FAMILY", "");
    chair.post(base + "/questions/3", "people", someone);

    String at = base + "/comparing";
    var before = chair.get(at).page();
    assertThat(section(before, "only-they")).contains("Kit", "Ash", "Yes, the same: kit");
    assertThat(section(before, "only-we")).contains("Say first who they are").doesNotContain("Bo");
    assertThat(section(before, "differently")).contains("Nothing so far");
    assertThat(chair.post(at, "someone", someone, "node", "").status()).isEqualTo(422);

    String map = before.select("input[name=someone]").first().val();
    chair.post(at, "someone", map, "node", me.toString());
    var joined = chair.post(at, "someone", someone, "node", kit.toString()).page();
    assertThat(section(joined, "only-they")).contains("Ash").doesNotContain("Kit");
    assertThat(section(joined, "only-we")).contains("Bo Madeup").doesNotContain("kit");
    assertThat(section(joined, "differently"))
        .contains("closer for them", "good for them", "They mean kit");
    assertThat(chair.post(at, "someone", someone, "node", bo.toString()).page().text())
        .contains("joined already");

    String back = joined.select("#differently ~ ul form").attr("action");
    var apart = chair.post(back).page();
    assertThat(section(apart, "only-they")).contains("Kit", "Yes, the same: kit");
    assertThat(chair.post(back).status()).isEqualTo(404);
  }

  @Test
  void theSheetsArePrintedEmptyAndAsTheyWereDrawn() throws Exception {
    for (String paper : List.of("a4", "a3")) {
      var empty = pdf(list + "/blank/sheet-" + paper + ".pdf");
      assertThat(empty.pages()).isEqualTo(2);
      assertThat(empty.text())
          .contains("Who is good for you?", "If I am worried", "Date", "Who do we agree")
          .doesNotContain("Quill", "Copy");
    }
    begin();
    put("Kit", "1", "FRIEND", "since primary");
    chair.post(base + "/questions/10", "words", "Once, at the arcade");
    plan("STRENGTHS", "Football twice a week");
    assertThat(chair.get(base + "/copies").page().select("a[href$=.pdf]")).hasSize(2);
    for (String paper : List.of("a4", "a3")) {
      var drawn = pdf(base + "/copies/map-" + paper + ".pdf");
      assertThat(drawn.text())
          .contains("Kit", "since primary", "Football twice a week", "Copy")
          .contains("the young person whose map it is")
          .doesNotContain("arcade", "Quill");
    }
  }

  private record Printed(int pages, String text) {}

  private Printed pdf(String address) throws java.io.IOException {
    byte[] file = chair.get(address).response().body();
    java.nio.file.Files.write(
        java.nio.file.Path.of("target", address.replaceAll(".*/", "own-")), file);
    try (var document = org.apache.pdfbox.Loader.loadPDF(file)) {
      String text = new org.apache.pdfbox.text.PDFTextStripper().getText(document);
      return new Printed(document.getNumberOfPages(), text.replaceAll("\\s+", " "));
    }
  }

  private static String section(org.jsoup.nodes.Document page, String id) {
    return page.select("section[aria-labelledby=" + id + "]").text();
  }

  private void begin() {
    chair.post(base + "/telling", "answer", "yes");
  }

  private org.jsoup.nodes.Document put(String name, String ring, String kind, String said) {
    return chair
        .post(
            base + "/map", "someone", id(), "name", name, "ring", ring, "kind", kind, "said", said)
        .page();
  }

  private Visitor.Arrived plan(String what, String words) {
    return chair.post(base + "/plans", "plan", id(), "what", what, "words", words);
  }

  private UUID subject(String name, UUID record) {
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

  private ElementId node(SignedIn who, String label, UUID record) {
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

  private void line(SignedIn who, ElementId from, ElementId to, String strength, String protects) {
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

  private String[] day(String said, LocalDate day) {
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

  private static String last(String href) {
    return href.substring(href.lastIndexOf('/') + 1);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
