package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.kernel.Role.ADMINISTRATOR;
import static org.sightline.kernel.Role.GOVERNANCE;
import static org.sightline.kernel.Role.HEAD;
import static org.sightline.kernel.Role.ROUND_OWNER;
import static org.sightline.kernel.Role.SAFEGUARDING_LEAD;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.documents.Copies;
import org.sightline.documents.PickUps;
import org.sightline.documents.Purpose;
import org.sightline.kernel.Late;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestMail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// An emergency from its start to its review (AC-09).
@SightlineTest
class BreakGlassTest {

  private static final String REASON = "A pupil of ours has not come home and was last seen here.";

  @Autowired private ApplicationContext application;
  @Autowired private Copies copies;
  @Autowired private PickUps pickUps;
  @Autowired private LateAccess late;
  @Autowired private DatabaseSettings database;
  @Autowired private SettingUp settingUp;
  @Autowired private BreakGlass breakGlass;
  @Autowired private GlassReviews reviews;
  @Autowired private GlassClock clock;
  @Autowired private Conflicts conflicts;
  @Autowired private Workspaces workspaces;
  @Autowired private Processes processes;
  @Autowired private SystemStore store;

  private OwnSchool school;
  private SignedIn visitor;

  @BeforeEach
  void setUp() {
    school = new OwnSchool(settingUp);
    visitor = new OwnSchool(settingUp).as(HEAD);
  }

  @Test
  void aShortReasonIsNoReason() {
    assertThatThrownBy(() -> open(visitor, school.id(), "Because I want to  "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoWorksWithNoYoungPeopleBreaksNoGlass() {
    var elsewhere = new OwnSchool(settingUp);
    for (var role : List.of(ADMINISTRATOR, GOVERNANCE)) {
      assertThatThrownBy(() -> open(elsewhere.as(role), school.id(), REASON))
          .isInstanceOf(NotThere.class);
    }
  }

  @Test
  void whatIsNotThereAndWhatOneIsKeptAwayFromLookAlike() {
    conflictAbout(visitor);

    assertThatThrownBy(() -> open(visitor, new WorkspaceId(UUID.randomUUID()), REASON))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> open(visitor, school.id(), REASON)).isInstanceOf(NotThere.class);
    assertThat(alerts("glass-broken")).isZero();
  }

  @Test
  void oneAtATimeAndOnlyWhatIsNotOpenAnyhow() {
    assertThatThrownBy(() -> open(school.as(HEAD), school.id(), REASON))
        .isInstanceOf(Refused.class);

    open(visitor, school.id(), REASON);

    assertThatThrownBy(() -> open(visitor, new OwnSchool(settingUp).id(), REASON))
        .isInstanceOf(Refused.class);
  }

  @Test
  void itIsOpenUntilItIsGivenBack() {
    open(visitor, school.id(), REASON);
    assertThat(isOpen(visitor)).isTrue();
    var open = processes.look(visitor, () -> breakGlass.current(visitor)).orElseThrow();

    assertThatThrownBy(() -> breakGlass.giveBack(school.as(HEAD), open.id()))
        .isInstanceOf(NotThere.class);
    breakGlass.giveBack(visitor, open.id());

    assertThat(isOpen(visitor)).isFalse();
    assertThat(processes.look(visitor, () -> breakGlass.current(visitor))).isEmpty();
  }

  @Test
  void theOwnerAndTheGovernanceReaderAreToldAtOnceAndNothingOfWhom() {
    var elsewhere = new OwnSchool(settingUp);
    var mail = new TestMail(application);
    var told =
        Stream.of(ROUND_OWNER, SAFEGUARDING_LEAD, GOVERNANCE)
            .map(role -> mail.address(school.the(role)))
            .toList();
    var nobody =
        List.of(
            mail.address(elsewhere.the(ROUND_OWNER)),
            mail.address(elsewhere.the(GOVERNANCE)),
            mail.address(school.the(HEAD)),
            mail.address(visitor.user()));
    open(visitor, school.id(), REASON);
    assertThat(alerts("glass-broken")).isOne();
    clock.tell();
    clock.tell();

    assertThat(entries("access.glass-told")).isOne();
    assertThat(entries("access.glass-broken")).isOne();
    for (String address : told) {
      assertThat(mailTo(address, mail.sentTo(address)))
          .singleElement()
          .asString()
          .contains("/waiting")
          .doesNotContain("emergency", "glass", "Wrenmoor", REASON);
    }
    assertThat(String.join(" ", mail.sentTo(told.getLast()).values())).doesNotContain(nobody);
  }

  private static List<String> mailTo(String address, Map<String, String> sent) {
    return sent.values().stream().filter(one -> one.contains("To: " + address)).toList();
  }

  @Test
  void whoeverHasSomethingOpenTakesNoCopyOfAnything() {
    var of = new Copies.Original("people.copy", school.id(), UUID.randomUUID());
    var why = new Copies.Occasion(Purpose.MEETING, null);
    var paper = new PickUps.Document("Paper", "<html></html>");
    open(visitor, school.id(), REASON);

    assertThatThrownBy(() -> copies.page(visitor, of, why)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> pickUps.leave(visitor, of, why, school.the(HEAD), paper))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> pickUps.lock(visitor, of, why, paper)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> pickUps.lockTable(visitor, of, why, "T", List.of("A"), List.of()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void somebodyElseWhoLooksAfterItSaysOnceWhatCameOfIt() {
    open(visitor, school.id(), REASON);

    for (var keeper : List.of(ROUND_OWNER, SAFEGUARDING_LEAD, HEAD, GOVERNANCE)) {
      assertThat(reviews.all(school.as(keeper)))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.reason()).isEqualTo(REASON);
                assertThat(one.overdue()).isFalse();
                assertThat(one.dueOn()).isAfter(today().plusDays(4));
              });
    }
    var id = reviews.all(school.as(HEAD)).getFirst().id();
    assertThat(reviews.all(school.as(ADMINISTRATOR))).isEmpty();
    assertThat(reviews.all(visitor)).isEmpty();
    assertThatThrownBy(() -> review(visitor, id)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> review(school.as(ADMINISTRATOR), id)).isInstanceOf(NotThere.class);

    review(school.as(GOVERNANCE), id);

    assertThat(reviews.all(school.as(HEAD)).getFirst().outcome()).isEqualTo("JUSTIFIED");
    assertThatThrownBy(() -> review(school.as(HEAD), id)).isInstanceOf(NotThere.class);
    clock.escalate(today().plusDays(30));
    assertThat(alerts("glass-not-reviewed")).isZero();
  }

  @Test
  void withoutAReviewInFiveWorkingDaysItEscalatesOnce() {
    open(visitor, school.id(), REASON);
    var due = reviews.all(school.as(HEAD)).getFirst().dueOn();

    clock.escalate(due);
    assertThat(alerts("glass-not-reviewed")).isZero();
    UUID glass = reviews.all(school.as(HEAD)).getFirst().id();
    assertThat(late.list()).noneMatch(one -> one.id().equals(glass));
    var mail = new TestMail(application);
    String head = mail.address(school.the(HEAD));
    clock.escalate(due.plusDays(1));
    clock.escalate(due.plusDays(2));

    assertThat(alerts("glass-not-reviewed")).isOne();
    assertThat(mailTo(head, mail.sentTo(head))).hasSize(1);
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql("update access.break_glass set due_on = due_on - 14 where id = :id")
                .param("id", glass)
                .update());
    assertThat(late.list())
        .filteredOn(one -> one.id().equals(glass))
        .extracting(Late::kind)
        .containsExactly("emergency not reviewed");
    review(school.as(HEAD), glass);
    assertThat(late.list()).noneMatch(one -> one.id().equals(glass));
  }

  private void open(SignedIn who, WorkspaceId workspace, String reason) {
    breakGlass.open(who, workspace, BreakGlass.Category.MISSING, reason);
  }

  private void review(SignedIn who, UUID id) {
    reviews.review(who, id, GlassReviews.Outcome.JUSTIFIED, "They rang us first.");
  }

  /// Somebody of another school who once worked here is kept away.
  private void conflictAbout(SignedIn whom) {
    settingUp.member(school.id(), whom.user(), HEAD, OwnSchool.EARLIER);
    conflicts.declare(school.as(SAFEGUARDING_LEAD), school.id(), null, whom.user(), "A relative");
  }

  private boolean isOpen(SignedIn who) {
    return processes.look(who, () -> workspaces.isOpen(school.id()));
  }

  private int alerts(String kind) {
    return store
        .jdbc()
        .sql("select count(*) from audit.alert where kind = :kind and workspace = :school")
        .param("kind", kind)
        .param("school", school.id().value())
        .query(Integer.class)
        .single();
  }

  private int entries(String act) {
    return store
        .jdbc()
        .sql(
            """
            select count(*) from audit.entry
             where act = :act and workspace = :school and outcome = 'DONE'
            """)
        .param("act", act)
        .param("school", school.id().value())
        .query(Integer.class)
        .single();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/London"));
  }
}
