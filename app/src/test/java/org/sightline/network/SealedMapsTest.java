package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.BreakGlass;
import org.sightline.access.Casework;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.store.RecordKeys;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A sealed version of the map for each meeting, through its pages.
@SightlineTest
class SealedMapsTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Casework pieces;
  @Autowired private Maps maps;
  @Autowired private SealedMaps sealed;
  @Autowired private MapActions onTheMap;
  @Autowired private BreakGlass breakGlass;
  @Autowired private Processes processes;
  @Autowired private RecordKeys keys;
  @Autowired private JdbcClient jdbc;

  private final ElementId ann = ElementId.random();
  private final ElementId bo = ElementId.random();
  private final ElementId friends = ElementId.random();
  private TestCasework.Team team;
  private Visitor chair;
  private Meeting meeting;

  @BeforeEach
  void draw() {
    team = casework.aTeam("Sealing");
    chair = people.signedIn(team.chair());
    meeting = Meeting.of(chair, team);
    pieces.letIn(team.asChair(), meeting.work(), team.practitioner().username(), Role.PRACTITIONER);
    draw(Drawn.aPerson(ann, "Ann Invented"));
    draw(Drawn.aPerson(bo, "Bo Madeup"));
    draw(Drawn.aLine(friends, ann, bo));
  }

  @Test
  void nothingIsSealedBeforeTheSessionWasHeld() {
    String session = meeting.planned("INTERNAL");
    var refused = meeting.sealed(session);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary").text())
        .contains("on which day the session was held");
  }

  @Test
  void whatIsNotAskedIsAnsweredOrMadeAGapBeforeItIsSealed() {
    String sealing = meeting.held("INTERNAL") + "/sealing";
    var page = chair.get(sealing).page();
    assertThat(page.select("#open").text()).contains("Open questions: 11, on lines: 1");
    assertThat(page.select("form[action$=/sealing]")).isEmpty();
    var refused = chair.post(sealing, "seen", "3", "told", "Yes");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary").text()).contains("Open questions: 11");

    String answering = page.select("a[href*=/elements/]").attr("href");
    var asked = chair.get(answering).page();
    var back =
        chair.post(
            "/network/maps/" + meeting.work() + "/elements/" + friends,
            "edit",
            asked.select("input[name=edit]").attr("value"),
            "seen",
            asked.select("input[name=seen]").attr("value"),
            "meeting",
            asked.select("input[name=meeting]").attr("value"),
            "strength",
            "4");
    assertThat(back.path()).isEqualTo(sealing);
    assertThat(back.page().select("#open").text()).contains("Open questions: 10");

    var one =
        chair.post(
            sealing + "/gap",
            "edit",
            back.page().select("input[name=edit]").attr("value"),
            "line",
            friends.toString(),
            "field",
            "HARM_DONE");
    assertThat(one.page().select("#open").text()).contains("Open questions: 9");
    assertThat(nodes()).contains("Has the first harmed the other? Ann Invented and Bo Madeup");
    var rest =
        chair.post(sealing + "/gaps", "edit", one.page().select("input[name=edit]").attr("value"));
    assertThat(rest.page().text()).contains("Everything about every line is answered or a gap");

    String seen = rest.page().select("input[name=seen]").attr("value");
    var silent = chair.post(sealing, "seen", seen, "differently", "The school does.");
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.page().select("#differently").text()).isEqualTo("The school does.");
    draw(Drawn.aPerson(ElementId.random(), "Drawn Meanwhile"));
    var meanwhile = chair.post(sealing, "seen", seen, "told", "Yes");
    assertThat(meanwhile.page().select(".govuk-error-summary").text()).contains("has drawn");
    var done =
        chair.post(
            sealing,
            "seen",
            meanwhile.page().select("input[name=seen]").attr("value"),
            "told",
            "Not Bo, who is not safe at home.",
            "differently",
            "The school does.");
    assertThat(done.path()).contains("/versions/");
    assertThat(done.page().text()).contains("Version 1", "Ann Invented", "The school does.");
    assertThat(chair.post(sealing, "seen", seen).page().text()).contains("has a sealed version");
    assertThat(chair.get(sealing.replace("/sealing", "")).page().text())
        .contains("Not Bo, who is not safe at home.");
  }

  @Test
  void nobodyKnowsIsOpenUntilAGapAsks() {
    draw(Edit.of(new Change(friends, Field.STRENGTH, Field.NOT_KNOWN)));

    assertThat(sealed.unasked(team.asChair(), meeting.work()).open().getFirst().fields())
        .contains(Field.STRENGTH);
    sealed.toGap(team.asChair(), meeting.work(), UUID.randomUUID(), friends, Field.STRENGTH);
    assertThat(sealed.unasked(team.asChair(), meeting.work()).open().getFirst().fields())
        .doesNotContain(Field.STRENGTH)
        .hasSize(10);
    assertThatThrownBy(
            () ->
                sealed.toGap(
                    team.asChair(), meeting.work(), UUID.randomUUID(), friends, Field.STRENGTH))
        .isInstanceOf(NotThere.class);
    draw(Edit.of(new Change(bo, Field.OFF, "Moved away")));
    assertThat(nodes())
        .as("a gap leaves with the line it is about")
        .containsExactly("Ann Invented");
  }

  @Test
  void aVersionIsTakenBackTheSameDayByItsAuthorWithAReason() {
    String session = meeting.held("INTERNAL");
    String path = meeting.sealed(session).path();
    assertThat(chair.post(path + "/taking-back").status()).isEqualTo(422);
    var other = people.signedIn(team.practitioner());
    assertThat(other.get(path).status()).isEqualTo(200);
    assertThat(other.post(path + "/taking-back", "because", "Mine").page().text())
        .contains("Only whoever sealed a version");
    var one = sealed.of(team.asChair(), meeting.work()).getFirst();
    var yesterday =
        new SealedMap(
            one.id(),
            1,
            one.session(),
            one.kind(),
            one.day(),
            one.entry(),
            one.by(),
            one.at().minus(1, ChronoUnit.DAYS),
            false,
            "");
    assertThat(sealed.mayTakeBack(team.asChair(), yesterday)).isFalse();

    var back = chair.post(path + "/taking-back", "because", "Cy came late.");
    assertThat(back.page().select("main ol").text()).contains("taken back", "Cy came late.");
    assertThat(chair.get(path).status()).isEqualTo(404);
    assertThat(meeting.sealed(session).page().text()).contains("Version 2");
  }

  @Test
  void oldVersionsObeyTodaysRulesAndOpenToNobodyElse() {
    var record =
        casework.aPerson(
            team.asChair(), meeting.work(), "Ann", "Invented", LocalDate.of(2011, 3, 4));
    String version = meeting.version(meeting.held("INTERNAL"));
    String path = meeting.map() + "/versions/" + version;
    draw(Edit.of(new Change(ann, Field.RECORD, record.value().toString())));
    casework.keepAway(team.asChair(), meeting.work(), record.value(), team.practitioner().id());

    var theirs = people.signedIn(team.practitioner());
    for (String page : new String[] {"", "/until/now"}) {
      assertThat(theirs.get(path + page).page().text()).doesNotContain("Ann Invented");
    }
    assertThat(new String(theirs.get(path + "/drawn").response().body(), StandardCharsets.UTF_8))
        .doesNotContain("Ann Invented", ann.toString(), friends.toString());
    var stranger = people.signedIn(casework.aTeam("Elsewhere").chair());
    for (String page :
        new String[] {"", "/drawn", "/until/now", "/until/now/since-last-time.pdf"}) {
      assertThat(stranger.get(path + page).status()).as(page).isEqualTo(404);
    }
    assertThat(stranger.post(path + "/differently", "differently", "x").status()).isEqualTo(404);
  }

  @Test
  void whoOnlyReadsFindsNobodyWhoIsOffTheMapNorAnyOldVersion() {
    String version = meeting.version(meeting.held("INTERNAL"));
    draw(Edit.of(new Change(bo, Field.OFF, "Moved away")));
    onTheMap.agree(
        team.asChair(),
        meeting.work(),
        bo,
        new ActionTerms(
            ActionTerms.Kind.SUPPORT,
            ActionTerms.About.PERSON,
            "Ring his new school",
            "School",
            team.chair().id(),
            "",
            Meeting.TODAY));
    assertThat(onTheMap.of(team.asChair(), meeting.work()).actions()).hasSize(1);
    var visitor = casework.aTeam("Urgent").asPractitioner();
    breakGlass.open(
        visitor, meeting.work(), BreakGlass.Category.MISSING, "Seen with a child who is missing.");

    var picture = maps.open(visitor, meeting.work());
    assertThat(picture.find(ann)).isNotNull();
    assertThat(picture.find(bo)).isNull();
    assertThat(picture.find(friends)).isNull();
    assertThat(maps.log(visitor, meeting.work()).entries())
        .noneMatch(entry -> entry.edit().changes().stream().anyMatch(c -> c.element().equals(bo)));
    assertThatThrownBy(() -> sealed.of(visitor, meeting.work())).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> sealed.open(visitor, meeting.work(), UUID.fromString(version)))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> sealed.between(visitor, meeting.work(), version, ""))
        .isInstanceOf(NotThere.class);
    assertThat(sealed.offered(visitor, meeting.work())).isEmpty();
    assertThat(onTheMap.of(visitor, meeting.work()).actions()).isEmpty();
    assertThat(maps.open(team.asChair(), meeting.work()).find(bo)).isNotNull();
  }

  @Test
  void whoIsNoLongerOnTheMapIsSaidSoBesideTheDecisionInTheMatrixToThoseWhoWorkOnIt() {
    String preparing = meeting.at() + "/preparing";
    chair.post(
        preparing + "/subjects",
        "kind",
        "YOUNG_PERSON",
        "name",
        "Bo Madeup",
        "decision",
        "PART",
        "because",
        "Named in a report");
    assertThat(chair.get(preparing + "/matrix").page().select("[data-gone]")).isEmpty();
    draw(Edit.of(new Change(bo, Field.OFF, "Moved away")));

    for (String page : List.of("/matrix", "/subjects")) {
      assertThat(chair.get(preparing + page).page().select("[data-gone]").text())
          .as(page)
          .contains("No longer on the map", "Taken off the map: Moved away", "in no list");
    }
    draw(Edit.of(new Change(bo, Field.OFF, "")));
    assertThat(chair.get(preparing + "/matrix").page().select("[data-gone]")).isEmpty();
  }

  @Test
  void whatIsErasedIsErasedFromEveryVersionAndTheRestStays() {
    meeting.version(meeting.held("INTERNAL"));
    keys.shred(bo.value());
    var asRead = new JdbcMaps(jdbc, keys, new KeptEntries());

    var entries = processes.look(team.asChair(), () -> asRead.all(meeting.work()));
    var picture = org.sightline.network.map.Picture.of(entries);

    assertThat(picture.find(bo)).isNull();
    assertThat(picture.on(ElementKind.NODE)).anyMatch(node -> node.id().equals(ann));
    assertThat(picture.on(ElementKind.LINE)).isEmpty();
    assertThat(entries.get(1).edit().changes()).isEmpty();
    assertThat(picture.takingBack(entries.get(1), "a slip")).isNull();
  }

  private List<String> nodes() {
    return maps.open(team.asChair(), meeting.work()).on(ElementKind.NODE).stream()
        .map(node -> node.value(Field.LABEL))
        .toList();
  }

  private void draw(Edit edit) {
    long seen = maps.open(team.asChair(), meeting.work()).last();
    maps.draw(team.asChair(), meeting.work(), edit, seen);
  }
}
