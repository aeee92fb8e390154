package org.sightline.access.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.access.Casework;
import org.sightline.access.Colleagues;
import org.sightline.access.SettingUp;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.TestExercises;
import org.sightline.people.PersonId;
import org.sightline.sharing.OrganisationKind;
import org.sightline.sharing.Organisations;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// AU-01, AU-06: "who saw this, when and why" is answered to the governance reader and to nobody
/// else, for their own school and for no other, and that they asked is written down.
@SightlineTest
class AuditingTest {

  @Autowired private Processes processes;
  @Autowired private Organisations organisations;
  @Autowired private Colleagues colleagues;
  @Autowired private Casework casework;
  @Autowired private TestCasework made;
  @Autowired private SettingUp settingUp;
  @Autowired private TestPeople people;
  @Autowired private ApplicationContext application;
  @Autowired private JdbcClient jdbc;

  private final UUID record = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "GOVERNANCE", mode = EnumSource.Mode.EXCLUDE)
  void nobodyElseReadsTheAudit(Role role) {
    var visitor = people.signedIn(role);

    assertThat(visitor.get("/auditing").status()).isEqualTo(404);
    assertThat(visitor.get("/auditing/records/" + record).status()).isEqualTo(404);
    assertThat(visitor.post("/auditing/records", "record", "" + record).status()).isEqualTo(404);
  }

  @Test
  void whatHappenedElsewhereIsNotShown() {
    read(Role.HEAD, new WorkspaceId(UUID.randomUUID()));

    assertThat(about(record).page().select("main").text())
        .contains("Nobody you look after")
        .doesNotContain(people.cast().the(Role.HEAD).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no number", "6f1d4c2e", "%00", "'; drop table audit.entry"})
  void whatIsNoNumberIsAskedForAgain(String typed) {
    var answer = people.signedIn(Role.GOVERNANCE).post("/auditing/records", "record", typed);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#record");
  }

  @Test
  void whatIsNoDayIsAskedForAgainAndWhatIsMadeUpIsNotThere() {
    var reader = people.signedIn(Role.GOVERNANCE);

    assertThat(reader.get("/auditing?day=yesterday").status()).isEqualTo(422);
    assertThat(reader.get("/auditing?person=somebody").status()).isEqualTo(404);
    assertThat(reader.get("/auditing?act=Drop").status()).isEqualTo(404);
    assertThat(reader.get("/auditing?before=x").status()).isEqualTo(404);
  }

  @Test
  void aRecordTellsWhoSawItWhenAsWhatAndWhoWasRefused() {
    read(Role.SAFEGUARDING_LEAD, people.school());
    read(Role.SAFEGUARDING_LEAD, people.school());
    deny(Role.FACILITATOR);

    var page = about(record).page();

    var dealings = page.select("table").first().select("tbody tr");
    assertThat(dealings).hasSize(2);
    assertThat(dealings.get(0).text())
        .contains(people.cast().the(Role.FACILITATOR).name(), "Facilitator", "Always refused");
    assertThat(dealings.get(1).text())
        .contains(
            people.cast().the(Role.SAFEGUARDING_LEAD).name(), "Designated safeguarding lead", "2");
    var entries = page.select("table").last().select("tbody tr");
    assertThat(entries.get(0).text()).contains("Refused");
    assertThat(entries.get(1).text()).contains("A concern was opened").doesNotContain("Refused");
  }

  /// AC-18: also of whoever never opened the person's own record.
  @Test
  void aPersonTellsWhoCouldHaveSeenThemOnListsAndMaps() {
    var team = made.aTeam("Seen");
    var governs = made.governs(team);
    var chair = people.signedIn(team.chair());
    var piece = TestExercises.open(chair, team);
    casework.letIn(team.asChair(), piece, team.practitioner().username(), Role.PRACTITIONER);
    people.signedIn(team.practitioner()).get("/people/" + piece);
    chair.get("/network/maps/" + piece);
    var person =
        made.aPerson(team.asChair(), piece, "Quill", "Invented", LocalDate.of(2011, 3, 27));
    var reader = people.signedIn(governs);
    var before = around(reader, person);
    assertThat(before).doesNotContain(team.practitioner().name());

    people.signedIn(team.practitioner()).get("/people/" + piece);
    chair.get("/network/maps/" + piece);

    assertThat(around(reader, person))
        .contains(team.practitioner().name(), team.chair().name())
        .doesNotContain("Quill");
  }

  private static String around(Visitor reader, PersonId person) {
    return reader
        .post("/auditing/records", "record", person.toString())
        .page()
        .select("table:has(caption:contains(Could have seen))")
        .text();
  }

  @Test
  void thatSomebodyAskedIsAnEntryItself() {
    read(Role.HEAD, people.school());
    about(record);

    assertThat(about(record).page().select("table").last().select("tbody tr").first().text())
        .contains(people.cast().the(Role.GOVERNANCE).name(), "asked who saw a record");
  }

  @Test
  void fiftyEntriesAreAPageAndTheRestComesAfterThem() {
    for (int n = 0; n < 60; n++) {
      read(Role.HEAD, people.school());
    }
    var first = about(record).page();
    var next = first.select("a:contains(Earlier)").attr("href");
    var second = people.signedIn(Role.GOVERNANCE).get(next).page();

    assertThat(first.select("table").last().select("tbody tr")).hasSize(50);
    assertThat(second.select("table").last().select("tbody tr")).hasSize(10);
    assertThat(second.select("a:contains(Earlier)")).isEmpty();
  }

  @Test
  void theListIsNarrowedToAPersonADayAndAnAct() {
    read(Role.HEAD, people.school());
    var head = people.cast().the(Role.HEAD);
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    var reader = people.signedIn(Role.GOVERNANCE);
    String asked = "/auditing?person=%s&day=%s&act=%s";

    var found = reader.get(asked.formatted(head.id(), today, "concerns.concern-read")).page();
    assertThat(found.select("main tbody tr").eachText())
        .isNotEmpty()
        .allMatch(row -> row.contains(head.name()) && row.contains("A concern was opened"));
    assertThat(found.select("option[selected]").eachAttr("value"))
        .contains(head.id().toString(), "concerns.concern-read");
    assertThat(
            reader
                .get(asked.formatted(head.id(), today.plusDays(1), "concerns.concern-read"))
                .page()
                .select("main tbody tr"))
        .isEmpty();
  }

  @Test
  void aRecordIsChosenWithoutItsNumber() {
    read(Role.HEAD, people.school());
    var reader = people.signedIn(Role.GOVERNANCE);
    var offered = reader.get("/auditing").page().select("#chosen option[value=" + record + "]");
    assertThat(offered.text())
        .contains("A concern was opened", people.cast().the(Role.HEAD).name())
        .doesNotContain(record.toString());
    read(Role.HEAD, new WorkspaceId(UUID.randomUUID()));
    assertThat(reader.get("/auditing").page().select("#chosen option[value=" + record + "]"))
        .as("what happened elsewhere is not counted")
        .hasSize(1);

    var answer = reader.post("/auditing/records", "chosen", "" + record, "record", "");

    assertThat(answer.page().select("main h1").text()).isEqualTo("Who saw this record");
    assertThat(answer.page().select("table").first().text())
        .contains(people.cast().the(Role.HEAD).name());
  }

  @Test
  void whatWasDoneIsChosenBySubjectFirstAndTheDayInThreeFields() {
    read(Role.HEAD, people.school());
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    var reader = people.signedIn(Role.GOVERNANCE);
    String day =
        "&day-day=%d&day-month=%d&day-year=%d"
            .formatted(today.getDayOfMonth(), today.getMonthValue(), today.getYear());
    var all = reader.get("/auditing").page();
    assertThat(all.select("#about option")).hasSizeBetween(8, 15);
    assertThat(all.select("#act")).isEmpty();

    var some = reader.get("/auditing?person=&about=concerns.&act=people.record-read" + day).page();

    assertThat(some.select("#about option[selected]").eachText()).containsExactly("Concerns");
    assertThat(some.select("#act option").eachAttr("value"))
        .contains("", "concerns.concern-read")
        .allMatch(act -> act.isEmpty() || act.startsWith("concerns."));
    assertThat(some.select("#day-year").attr("value")).isEqualTo("" + today.getYear());
    assertThat(some.select("main tbody tr").text()).contains("A concern was opened");
    assertThat(reader.get("/auditing?day-day=31&day-month=6&day-year=2026").status())
        .isEqualTo(422);
    assertThat(reader.get("/auditing?about=Drop").status()).isEqualTo(404);
  }

  @Test
  void noCodesAreShown() {
    var user = people.cast().the(Role.FACILITATOR).id();
    for (String detail :
        new String[] {
          "NO_ACTION", "SAFEGUARDING_LEAD", "sharing.many-people", user + " whole", "2 named"
        }) {
      processes.read(
          people.as(Role.HEAD),
          Act.in(people.school(), "concerns.concern-read", record).with(detail),
          () -> true);
    }

    assertThat(about(record).page().select("table").last().select(".record-number").eachText())
        .contains(
            "no action",
            "Designated safeguarding lead",
            people.cast().the(Role.FACILITATOR).name() + " whole",
            "2 named")
        .noneMatch(said -> said.contains("sharing.many-people"));
  }

  @Test
  void aGovernanceReaderIsNotToldByTheAuditThatOthersKeepThemAwayNorFromWhat() {
    var school = new TestSchools(application);
    var reader = school.the(Role.GOVERNANCE);
    var visitor = people.signedIn(reader);
    var round = school.aRound().id();
    processes.read(
        school.as(Role.HEAD), Act.in(round, "concerns.concern-read", record), () -> true);
    processes.read(
        school.as(Role.HEAD), Act.in(school.id(), "concerns.concern-read", record), () -> true);
    assertThat(visitor.get("/auditing/records/" + record).page().text()).contains("A concern");
    UUID asked = UUID.randomUUID();
    processes.read(school.as(Role.HEAD), Act.in(round, "concerns.concern-read", asked), () -> true);
    processes.read(school.as(Role.HEAD), Act.of("access.second-person-read", asked), () -> true);
    assertThat(visitor.get("/auditing").page().select("main tbody").html())
        .contains("/auditing/records/" + asked);

    keptAway(school, reader.id().value(), round.value(), null);
    keptAway(school, reader.id().value(), school.id().value(), record);

    var page = visitor.get("/auditing").page();
    assertThat(page.select("main tbody").html())
        .doesNotContain(record.toString(), reader.id() + " whole")
        .as("in no workspace, but of something in one they are kept from")
        .doesNotContain(asked.toString());
    assertThat(visitor.get("/auditing/records/" + asked).page().select("main").text())
        .contains("Nobody you look after");
    assertThat(page.select("main tbody").text()).doesNotContain("kept away");
    assertThat(visitor.get("/auditing/records/" + record).page().text())
        .contains("Nobody you look after")
        .doesNotContain(school.the(Role.HEAD).name());
    assertThat(visitor.get("/auditing/records/" + round).page().select("main tbody tr").text())
        .doesNotContain(school.the(Role.HEAD).name(), school.the(Role.ROUND_OWNER).name());
  }

  /// As [org.sightline.access.Conflicts] declares it, for a record of no kind that can be found.
  private void keptAway(TestSchools school, UUID whom, UUID workspace, UUID of) {
    UUID block = UUID.randomUUID();
    processes.change(
        school.as(Role.SAFEGUARDING_LEAD),
        Act.in(new WorkspaceId(workspace), "access.conflict-declared", block)
            .with(whom + " " + (of == null ? "whole" : of)),
        () ->
            jdbc.sql(
                    """
                    insert into access.conflict_block
                      (id, user_id, workspace_id, record_id, declared_by, declared_on)
                    values (:id, :whom, :workspace, :record::uuid, access.me(), current_date)
                    """)
                .param("id", block)
                .param("whom", whom)
                .param("workspace", workspace)
                .param("record", of)
                .update());
  }

  @Test
  void aRecordTellsForWhatFromWhereAndWhatLetThemIn() {
    var lead = people.as(Role.SAFEGUARDING_LEAD);
    String agency = "Invented agency " + record;
    UUID organisation =
        organisations.add(people.as(Role.GOVERNANCE), OrganisationKind.SOCIAL_CARE, agency, null);
    colleagues.recordAgency(people.as(Role.ADMINISTRATOR), lead.user(), organisation);
    var piece = casework.open(lead, people.school(), TestCasework.purpose("Audited"));
    var person = made.aPerson(lead, piece, "Ottoline", "Invented", LocalDate.of(2011, 3, 27));
    var browser = people.signedIn(Role.SAFEGUARDING_LEAD).answeringNoPurposes();
    browser.get("/people/" + piece + "/" + person);
    browser.post("/casework/" + piece + "/opening", "purpose", "PLAN");
    colleagues.recordAgency(people.as(Role.ADMINISTRATOR), lead.user(), null);
    // what was written down stays

    var page = about(person.value()).page();

    assertThat(page.select("table").first().select("tbody tr").text())
        .contains("Chair", agency, "Plan: agree and follow up what is done");
    assertThat(page.select("table").last().select("tbody tr").first().text())
        .contains("Chair", agency, "Let in by a role there", "For: Plan");
  }

  @Test
  void whoSawItLeavesAsAStampedTableThatNoSpreadsheetRuns() {
    var user = UserId.random();
    settingUp.person(user, "formula-" + user, "=HYPERLINK(1)", "walnut-harbour-candle-nine");
    settingUp.member(people.school(), user, Role.ANALYST, LocalDate.of(2026, 1, 5));
    processes.read(
        SignedIn.as(user), Act.in(people.school(), "concerns.concern-read", record), () -> true);
    deny(Role.FACILITATOR);

    var answer = people.signedIn(Role.GOVERNANCE).get(table(record));

    assertThat(answer.status()).isEqualTo(200);
    String csv = new String(answer.response().body(), StandardCharsets.UTF_8);
    assertThat(answer.response().headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"who-saw.csv\"");
    assertThat(csv.lines().findFirst().orElseThrow())
        .contains("Request", people.cast().the(Role.GOVERNANCE).name(), "For the file");
    assertThat(csv)
        .contains("\"'=HYPERLINK(1)\"", "\"Analyst\"", "\"Let in by a role there\"", "\"Refused\"");
    assertThat(about(record).page().select("table").last().text())
        .contains("took away who saw a record");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "GOVERNANCE", mode = EnumSource.Mode.EXCLUDE)
  void nobodyElseTakesItAway(Role role) {
    assertThat(people.signedIn(role).get(table(record)).status()).isEqualTo(404);
  }

  @Test
  void whatHappenedElsewhereDoesNotLeave() {
    read(Role.HEAD, new WorkspaceId(UUID.randomUUID()));

    var csv = people.signedIn(Role.GOVERNANCE).get(table(record)).response().body();
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .doesNotContain(people.cast().the(Role.HEAD).name());
  }

  private static String table(UUID record) {
    return "/auditing/records/" + record + "/who-saw.csv";
  }

  private Arrived about(UUID record) {
    return people.signedIn(Role.GOVERNANCE).post("/auditing/records", "record", " " + record + " ");
  }

  private void read(Role role, WorkspaceId workspace) {
    processes.read(people.as(role), Act.in(workspace, "concerns.concern-read", record), () -> true);
  }

  private void deny(Role role) {
    try {
      processes.read(
          people.as(role),
          Act.in(people.school(), "concerns.concern-read", record),
          () -> {
            throw new NotThere();
          });
    } catch (NotThere expected) {
      assertThat(expected).isNotNull();
    }
  }
}
