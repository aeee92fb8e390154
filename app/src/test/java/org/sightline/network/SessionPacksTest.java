package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.access.Packs;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A guest of a mapping session sees its pack and nothing else (AC-19; practice.md, Safety 3).
@SightlineTest
class SessionPacksTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private Exercises exercises;
  @Autowired private MappingSessions sessions;
  @Autowired private Preparing preparing;
  @Autowired private SessionPacks packs;
  @Autowired private Maps maps;
  @Autowired private Casework work;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;
  @Autowired private People records;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private WorkspaceId exercise;
  private UUID session;
  private UUID record;
  private final ElementId ann = ElementId.random();
  private final ElementId line = ElementId.random();

  @BeforeEach
  void prepare() {
    team = casework.aTeam("Guested");
    var who = team.asChair();
    exercise =
        exercises.open(
            who,
            team.id(),
            TestCasework.purpose("Guested"),
            AnExercise.with(TODAY, "Find out who waits at the arcade."));
    work.letIn(who, exercise, team.practitioner().username(), Role.PRACTITIONER);
    record = casework.aPerson(who, exercise, "Cory", "Keptaway", LocalDate.of(2011, 3, 4)).value();
    part("Cory Keptaway", record);
    part("Ann Larkwing", null);
    var cory = ElementId.random();
    var bo = ElementId.random();
    maps.draw(
        who,
        exercise,
        Drawn.aPerson(cory, "Cory Keptaway")
            .and(Edit.of(cory, Map.of(Field.RECORD, record.toString()))),
        0);
    maps.draw(who, exercise, Drawn.aPerson(ann, "Ann Larkwing"), 1);
    maps.draw(who, exercise, Drawn.aPerson(bo, "Bo Madeup"), 2);
    maps.draw(who, exercise, Drawn.aLine(ElementId.random(), cory, ann), 3);
    var report = ElementId.random();
    maps.draw(
        who,
        exercise,
        Drawn.aLine(line, ann, bo)
            .and(Drawn.aReport(report, line, "2026-05-03"))
            .and(Edit.of(new Change(report, Field.BY_A_YOUNG_PERSON, "YES"))),
        4);
    session = sessions.plan(who, exercise, MappingSession.Kind.PARTNERS, TODAY.plusDays(10));
  }

  private void part(String name, @Nullable UUID of) {
    preparing.add(
        team.asChair(),
        exercise,
        Subject.Kind.YOUNG_PERSON,
        of,
        List.of(name),
        Subject.Decision.PART,
        "Named in both reports");
  }

  /// With two exercises each form of the other's was held up to ask.
  @Test
  void theListOfPacksAsksOfNoPieceOfWorkWhatItIsOpenFor() {
    var other =
        exercises.open(
            team.asChair(),
            team.id(),
            TestCasework.purpose("Elsewhere"),
            AnExercise.with(TODAY, "Find out who waits at the station."));
    var second =
        sessions.plan(team.asChair(), other, MappingSession.Kind.INTERNAL, TODAY.plusDays(5));

    var listed = people.signedIn(team.chair()).answeringNoPurposes().get("/guests");

    assertThat(listed.path()).isEqualTo("/guests");
    assertThat(listed.page().select("main a").eachAttr("href"))
        .contains("/guests/" + session, "/guests/" + second);
  }

  @Test
  void aGuestReadsWhoItIsAboutAndNoYoungPersonAsASource() {
    var guest = asked(Role.HEAD);

    var shown =
        guest.get(guest.get("/packs").page().select("main a[href$=" + session + "]").attr("href"));

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.page().text())
        .contains("Ann Larkwing", "Cory Keptaway", "Find out who waits", "source withheld")
        .doesNotContain("a young person of", "a young person saw");
    for (String closed :
        List.of(
            "/network/exercises/" + exercise,
            "/network/maps/" + exercise,
            "/network/exercises/" + exercise + "/sessions/" + session,
            "/network/exercises/" + exercise + "/sessions/" + session + "/filing",
            "/network/guest-sessions/" + UUID.randomUUID())) {
      assertThat(guest.get(closed).status()).as(closed).isEqualTo(404);
    }
  }

  /// AU-08: to the watch each of them is as many records as people are named.
  @Test
  void mapMatrixAndPackSayHowManyPeopleTheyName() {
    maps.open(team.asChair(), exercise);
    preparing.read(team.asChair(), exercise);
    asked(Role.HEAD).get("/network/guest-sessions/" + session);

    assertThat(named("network.map-read")).isEqualTo("people 3");
    assertThat(named("network.matrix-read")).isEqualTo("people 2");
    assertThat(named("network.guest-pack-read")).isEqualTo("people 2");
  }

  /// RR-02: whoever got the old name on a map, a matrix or a pack is listed, and can be told.
  @Test
  void whoeverGotAnOldNameOnAMapAMatrixOrAPackIsListed() {
    var chair = people.signedIn(team.chair());
    String at = "/people/" + exercise + "/" + record;
    asked(Role.HEAD);
    chair.get("/network/maps/" + exercise + "/copies/picture.svg");
    chair.get("/network/maps/" + exercise + "/copies/picture.svg");
    chair.get("/network/exercises/" + exercise + "/preparing/matrix.csv");
    assertThat(chair.get(at).page().text()).doesNotContain("what was corrected since");

    records.change(
        team.asChair(),
        exercise,
        new PersonId(record),
        1,
        TestCasework.details("Corin", "Keptaway", LocalDate.of(2011, 3, 4)),
        "His name was misheard.");

    var got = chair.get(at).page().select("#copies + ul > li");
    assertThat(got.eachText())
        .hasSize(3)
        .allMatch(said -> said.contains("1 correction since, not told"))
        .anyMatch(said -> said.startsWith("A map with their name for " + team.chair().name()))
        .anyMatch(said -> said.startsWith("The matrix with their name for"))
        .anyMatch(
            said ->
                said.startsWith(
                    "The pack of a session with their name for "
                        + people.cast().the(Role.HEAD).name()));
    chair.post(got.select("form").first().attr("action"));
    assertThat(chair.get(at).page().select("#copies + ul > li:contains(not told)")).hasSize(2);
  }

  /// RR-02: a guest of a session has the line as it was.
  @Test
  void whoeverReadALineInAPackIsListedWhenItIsWithdrawn() {
    asked(Role.HEAD);
    String guest = people.cast().the(Role.HEAD).name();
    var chair = people.signedIn(team.chair());
    String at = "/network/maps/" + exercise + "/elements/" + line;
    assertThat(chair.get(at).page().select("[data-recipients] li").text())
        .startsWith(guest + " has: pack of a session.")
        .doesNotContain("not told");

    maps.draw(team.asPractitioner(), exercise, Edit.of(new Change(line, Field.OFF, "A mix-up")), 5);

    assertThat(chair.get(at).page().select("[data-recipients] li").text()).contains("not told");
    assertThat(chair.get("/network/maps/" + exercise + "/corrections").page().text())
        .contains(guest + " has: pack of a session.", "Ann Larkwing and Bo Madeup", "A mix-up")
        .contains("source withheld")
        .doesNotContain("a young person,");
  }

  private String named(String act) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    select detail from audit.entry
                     where act = :act and workspace = :work and outcome = 'DONE'
                     order by seq desc limit 1
                    """)
                .param("act", act)
                .param("work", exercise.value())
                .query(String.class)
                .single());
  }

  @Test
  void whoSawThemAndWhatThePoliceSharedOnConditionsIsInNoPack() {
    var seen = List.of(new Change(line, Field.SEEN_BY, "Pupil P"), current("NO"));
    maps.draw(team.asChair(), exercise, new Edit(UUID.randomUUID(), seen), 5);
    var guest = asked(Role.HEAD);
    String page = "/network/guest-sessions/" + session;
    assertThat(guest.get(page).page().text())
        .contains("Ann Larkwing and Bo Madeup", "This is over.", "Contextual Safeguarding")
        .doesNotContain("Pupil");
    assertThat(without()).contains("no line or question that the pack leaves out", "Whoever's");

    var report = ElementId.random();
    maps.draw(
        team.asChair(),
        exercise,
        Drawn.aReport(report, line, "2026-05-04")
            .and(
                Edit.of(
                    new Change(report, Field.BY_THE_POLICE, "YES"),
                    new Change(report, Field.GRADING, "1AC"))),
        6);
    packs.refresh(team.asChair(), exercise);

    assertThat(guest.get(page).page().text())
        .contains("Cory Keptaway and Ann Larkwing")
        .doesNotContain("Bo Madeup");
    assertThat(without())
        .contains("Ann Larkwing and Bo Madeup", "supplied it on conditions")
        .doesNotContain("Cory");
  }

  /// What the chair is told before somebody is asked.
  private String without() {
    var page = people.signedIn(team.chair()).get("/guests/" + session).page();
    return page.select("#without ~ ul, #without ~ p").text();
  }

  private Change current(String value) {
    return new Change(line, Field.CURRENT, value);
  }

  @Test
  void somebodyClosedToTheGuestIsNotInIt() {
    casework.keepAway(
        team.asChair(), exercise, record, SignedIn.as(people.cast().the(Role.HEAD).id()).user());
    var guest = asked(Role.HEAD);

    assertThat(guest.get("/network/guest-sessions/" + session).page().text())
        .contains("Ann Larkwing and Bo Madeup")
        .doesNotContain("Cory", "Keptaway");
  }

  @Test
  void whoIsTakenOffTheMapIsInNoPackOfAGuest() {
    var guest = asked(Role.HEAD);
    String page = "/network/guest-sessions/" + session;
    assertThat(guest.get(page).page().text()).contains("Ann Larkwing", "Bo Madeup");

    maps.draw(
        team.asPractitioner(), exercise, Edit.of(new Change(ann, Field.OFF, "moved away")), 5);
    assertThat(guest.get(page).page().text())
        .contains("Cory Keptaway")
        .doesNotContain("Ann Larkwing", "Bo Madeup");
    assertThat(without()).contains("Ann Larkwing Taken off the map since.");
    assertThat(guest.get("/network/maps/" + exercise + "/versions").status()).isEqualTo(404);

    maps.undo(team.asPractitioner(), exercise, "a slip");
    assertThat(guest.get(page).page().text()).contains("Ann Larkwing");
  }

  @Test
  void withoutAPassNothingIsThere() {
    packs.prepare(team.asChair(), pack());

    assertThat(people.signedIn(Role.HEAD).get("/network/guest-sessions/" + session).status())
        .isEqualTo(404);
    assertThatThrownBy(() -> packs.read(team.asPractitioner(), session))
        .isInstanceOf(NotThere.class);
  }

  private Packs.Pack pack() {
    return packs.mine(team.asChair()).stream()
        .filter(one -> one.id().equals(session))
        .findFirst()
        .orElseThrow();
  }

  private Visitor asked(Role role) {
    var chair = people.signedIn(team.chair());
    String page = "/guests/" + session;
    assertThat(chair.get("/guests").page().select("a[href=" + page + "]")).hasSize(1);
    var last = TODAY.plusDays(7);
    chair.post(
        page,
        "username",
        people.cast().the(role).username(),
        "name",
        "",
        "until-day",
        "" + last.getDayOfMonth(),
        "until-month",
        "" + last.getMonthValue(),
        "until-year",
        "" + last.getYear());
    return people.signedIn(role);
  }
}
