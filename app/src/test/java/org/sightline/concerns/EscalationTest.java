package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.concerns.Examples.london;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.access.SettingUp;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@SightlineTest
class EscalationTest {

  private static final String ON = "concerns.concern-passed-on";
  private static final String COUNCIL = "concerns.concern-passed-to-council";

  @Autowired private TestPeople people;
  @Autowired private Processes processes;
  @Autowired private Workspaces workspaces;
  @Autowired private JdbcConcerns jdbc;
  @Autowired private JdbcReceipts receipts;
  @Autowired private ConcernNotices notices;
  @Autowired private RoundTimes roundTimes;
  @Autowired private ConcernRules rules;
  @Autowired private SystemStore store;
  @Autowired private Escalation escalation;
  @Autowired private SettingUp settingUp;
  @Autowired private JdbcClockwork clockwork;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private ScheduledTaskHolder tasks;

  private Examples examples;

  @BeforeEach
  void prepare() {
    examples =
        new Examples(
            people, processes, workspaces, jdbc, receipts, notices, roundTimes, rules, store);
  }

  @ParameterizedTest
  @CsvSource({
    // raised, still the lead's, the deputy's, still the deputy's, the council's
    "2027-06-08T11:00, 2027-06-08T23:59:59, 2027-06-09T00:00, 2027-06-10T00:00",
    // Friday afternoon: over the weekend the deputy has it, and only after Monday the council
    "2027-06-11T14:00, 2027-06-11T23:59:59, 2027-06-12T00:00, 2027-06-15T00:00",
    // Friday evening counts for Monday
    "2027-06-11T19:30, 2027-06-14T23:59:59, 2027-06-15T00:00, 2027-06-16T00:00",
    // Thursday evening before Easter: four days off
    "2027-03-25T19:00, 2027-03-30T23:59:59, 2027-03-31T00:00, 2027-04-01T00:00",
    // the night the clocks go back
    "2027-10-29T12:00, 2027-10-29T23:59:59, 2027-10-30T00:00, 2027-11-02T00:00"
  })
  void movesToTheDeputyAndThenToTheCouncil(
      String raised, String leads, String deputys, String councils) {
    var id = examples.raised(london(raised));

    escalation.run(london(leads));
    assertThat(passings(id)).isEmpty();
    assertThat(examples.isOpenTo(Role.DEPUTY_LEAD, id, london(leads))).isFalse();

    escalation.run(london(deputys));
    assertThat(passings(id)).containsExactly(ON);
    assertThat(examples.isOpenTo(Role.DEPUTY_LEAD, id, london(deputys))).isTrue();
    assertThat(examples.isOpenTo(Role.SAFEGUARDING_LEAD, id, london(deputys))).isTrue();
    assertThat(examples.isOpenTo(Role.HEAD, id, london(deputys))).isFalse();

    escalation.run(london(councils).minusSeconds(1));
    assertThat(passings(id)).containsExactly(ON);

    escalation.run(london(councils));
    assertThat(passings(id)).containsExactly(ON, COUNCIL);
  }

  @Test
  void runsByItself() {
    assertThat(tasks.getScheduledTasks())
        .anyMatch(task -> task.toString().contains("Escalation.byTheClock"));
  }

  @Test
  void eachHappensOnceThoughTheClockJumpsForthAndBackAndForth() {
    var id = examples.raised(london("2027-06-08T11:00"));
    escalation.run(london("2027-09-01T09:00"));
    escalation.run(london("2027-06-08T12:00"));
    escalation.run(london("2027-09-01T09:00"));
    escalation.run(london("2028-09-01T09:00"));

    assertThat(passings(id)).containsExactly(ON, COUNCIL);
  }

  @Test
  void eachHappensOnceThoughManyCopiesRun() throws Exception {
    var id = examples.raised(london("2027-06-08T11:00"));
    Callable<Boolean> copy =
        () -> {
          escalation.run(london("2027-09-01T09:00"));
          return true;
        };

    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var done : threads.invokeAll(List.of(copy, copy, copy, copy, copy, copy))) {
        assertThat(done.get()).isTrue();
      }
    }
    escalation.run(london("2027-09-01T09:00"));

    assertThat(passings(id)).containsExactly(ON, COUNCIL);
  }

  @Test
  void aCopyThatReadBeforeAnotherPassedItOnDoesNotPassItOnAgain() {
    var id = examples.raised(london("2027-06-08T11:00"));
    var late = london("2027-06-09T10:00");
    var readBefore =
        processes(
            () ->
                clockwork.undecided().stream()
                    .filter(running -> running.id().equals(id.value()))
                    .findFirst()
                    .orElseThrow());
    escalation.run(late);

    assertThat(processes(() -> clockwork.pass(readBefore, StepKind.PASSED_ON, late))).isFalse();
  }

  @Test
  void aboutTheLeadThereIsNoNextReaderAndTheCouncilFollowsAtOnce() {
    var id = examples.raised(london("2027-06-08T11:00"), About.LEAD);
    var late = london("2027-06-09T00:00");

    escalation.run(late);

    assertThat(passings(id)).containsExactly(COUNCIL);
    assertThat(examples.isOpenTo(Role.SAFEGUARDING_LEAD, id, late)).isFalse();
    assertThat(examples.isOpenTo(Role.DEPUTY_LEAD, id, late)).isTrue();
    assertThat(examples.isOpenTo(Role.HEAD, id, late)).isTrue();
  }

  @Test
  void whatIsDecidedInTimeStaysWithTheLead() {
    var at = london("2027-06-08T11:00");
    var id = examples.raised(at);
    decide(id, at, true);

    escalation.run(london("2027-09-01T09:00"));

    assertThat(passings(id)).isEmpty();
    assertThat(examples.isOpenTo(Role.DEPUTY_LEAD, id, london("2027-09-01T09:00"))).isFalse();
  }

  @Test
  void openedAgainItsTimeStartsAnewAndWhatWasMissedStaysMissed() {
    var at = london("2027-06-08T11:00");
    var id = examples.raised(at);
    escalation.run(london("2027-06-09T10:00"));
    decide(id, london("2027-06-09T11:00"), true);
    var lead = people.as(Role.SAFEGUARDING_LEAD);
    var reopening = examples.followingAt(london("2027-07-05T10:00"));
    int version = reopening.open(lead, id).concern().version();
    reopening.reopen(lead, id, version, "something new came up");

    escalation.run(london("2027-07-06T23:59:59"));
    assertThat(passings(id)).containsExactly(ON);
    var now = examples.followingAt(london("2027-07-06T12:00")).open(lead, id);
    assertThat(now.duty().missed()).hasSize(1);
    assertThat(now.duty().due().lastDay()).isEqualTo("2027-07-06");

    escalation.run(london("2027-07-07T00:00"));
    assertThat(passings(id)).containsExactly(ON, ON);
  }

  @Test
  void eachLeavesOneNoticeForEachRoleThatHasToAct() {
    var school = WorkspaceId.random();
    var raiser = UserId.random();
    var from = LocalDate.of(2026, 1, 5);
    settingUp.school(school, "Another school", from);
    settingUp.person(raiser, "raiser-" + raiser, "Anselm Pikestaffe", "a long password of words");
    settingUp.member(school, raiser, Role.FACILITATOR, from);
    var at = london("2027-06-08T11:00");
    var concern =
        new RaisedConcern(
            ConcernId.random(),
            school,
            null,
            null,
            Way.FORM,
            Stage.SETTING_UP,
            Set.of(),
            Map.of("what", Examples.PLANTED),
            at);
    examples.concernsAt(at).raise(SignedIn.as(raiser), concern);
    examples.concernsAt(at).raise(SignedIn.as(raiser), concern);

    escalation.run(london("2027-06-09T09:00"));
    escalation.run(london("2027-06-09T09:01"));
    escalation.run(london("2027-06-10T09:00"));
    escalation.run(london("2027-06-10T09:01"));

    assertThat(
            store
                .jdbc()
                .sql(
                    """
                    select to_role || ' ' || kind || ' ' || on_date
                      from concerns.notice where workspace_id = :school order by on_date, to_role
                    """)
                .param("school", school.value())
                .query(String.class)
                .list())
        .containsExactly(
            "SAFEGUARDING_LEAD RAISED 2027-06-08",
            "DEPUTY_LEAD OVERDUE 2027-06-09",
            "COUNCIL OVERDUE 2027-06-10",
            "DEPUTY_LEAD OVERDUE 2027-06-10",
            "SAFEGUARDING_LEAD OVERDUE 2027-06-10");
  }

  @Test
  void aNoticeSaysThatSomethingWaitsAndForWhomAndNothingElse() {
    var columns =
        store
            .jdbc()
            .sql(
                """
                select column_name from information_schema.columns
                 where table_schema = 'concerns' and table_name = 'notice' order by ordinal_position
                """)
            .query(String.class)
            .list();

    assertThat(columns)
        .containsExactly(
            "id", "workspace_id", "to_role", "kind", "on_date", "posted_on", "unaddressed_on");
  }

  private <T> T processes(Supplier<T> work) {
    return systemProcesses.look(work);
  }

  private void decide(ConcernId id, Instant at, boolean ends) {
    var lead = people.as(Role.SAFEGUARDING_LEAD);
    var following = examples.followingAt(at);
    int version = following.open(lead, id).concern().version();
    following.decide(
        lead,
        id,
        version,
        new Following.Decision(
            new ConcernForm().outcome("in-school").orElseThrow(), "a reason", null, ends));
  }

  private List<String> passings(ConcernId id) {
    return examples.acts(id, "DONE").stream()
        .filter(act -> act.equals(ON) || act.equals(COUNCIL))
        .toList();
  }
}
