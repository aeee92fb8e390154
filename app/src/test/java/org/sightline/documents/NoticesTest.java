package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.sightline.access.Conflicts;
import org.sightline.access.MailOfPeople;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Waiting;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A notice is there at once for those it is for, goes once as mail that says nothing, and goes
/// away when the thing is done (R-17, EX-07).
@SightlineTest
class NoticesTest {

  private static final String KIND = "plans.reply-due";

  @Autowired private TestPeople people;
  @Autowired private ApplicationContext application;
  @Autowired private Conflicts conflicts;
  @Autowired private MailOfPeople addresses;
  @Autowired private JdbcClient jdbc;
  @Autowired private Processes processes;
  @Autowired private SystemProcesses system;
  @Autowired private SystemStore store;
  @Autowired private Sealing sealing;
  @Autowired private Notices notices;
  @Autowired private Inbox inbox;
  @Autowired private WaitingMail mail;

  private final UUID about = UUID.randomUUID();
  private final String path = "/plans/" + about;

  @Test
  void nobodyIsToldOfWhatWasUndone() {
    assertThatThrownBy(
            () ->
                processes.change(
                    people.as(Role.ROUND_OWNER),
                    Act.of("documents.test-told", about),
                    () -> {
                      notices.tell(people.school(), Role.HEAD, KIND, path, about);
                      throw new Refused("No.");
                    }))
        .isInstanceOf(Refused.class);

    assertThat(waits(people.as(Role.HEAD))).isFalse();
    assertThat(count("select count(*) from documents.event_publication where event like :like"))
        .isZero();
  }

  @Test
  void outsideAProcessNobodyCanBeTold() {
    assertThatThrownBy(() -> notices.tell(people.school(), Role.HEAD, KIND, path, about))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKindWithoutWordsAndAPathWithAQueryAreRefused() {
    assertThatThrownBy(() -> tell(Role.HEAD, "plans.never-heard-of", path))
        .hasMessageContaining("plans.waiting.never-heard-of");
    assertThatThrownBy(
            () -> Waiting.forPerson(people.as(Role.HEAD).user(), KIND, "/plans?who=x", about))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itIsThereAtOnceForThoseItIsForAndForNobodyElse() {
    tell(Role.HEAD, KIND, path);

    var head = people.signedIn(Role.HEAD);
    assertThat(head.get("/").page().select(".top__waiting").text()).contains("for you");
    assertThat(head.get("/waiting").page().select("a[href=" + path + "]")).isNotEmpty();
    assertThat(waits(people.as(Role.DEPUTY_LEAD))).isFalse();
    assertThat(people.signedIn(people.cast().outsider()).get("/waiting").page().html())
        .doesNotContain(path);
  }

  @Test
  void whoeverIsKeptAwayIsToldOfNothing() {
    var school = new TestSchools(application);
    var head = school.as(Role.HEAD);
    var lead = school.as(Role.SAFEGUARDING_LEAD);
    tellIn(school.id(), head, Role.SAFEGUARDING_LEAD);
    assertThat(waits(lead)).isTrue();
    assertThat(addresses.holding(school.id(), Role.SAFEGUARDING_LEAD)).hasSize(1);

    conflicts.declare(head, school.id(), null, lead.user(), "It is about a child of theirs.");

    assertThat(waits(lead)).isFalse();
    assertThat(addresses.holding(school.id(), Role.SAFEGUARDING_LEAD)).isEmpty();
    assertThat(people.signedIn(school.the(Role.SAFEGUARDING_LEAD)).get("/waiting").page().html())
        .doesNotContain(path);
  }

  @Test
  void whatIsSealedIsToldToThoseItsSealNames() {
    var school = new TestSchools(application);
    var head = school.as(Role.HEAD);
    tellIn(school.id(), head, Role.SAFEGUARDING_LEAD);
    tellIn(school.id(), head, Role.HEAD);

    sealedTo(head, school.id());

    assertThat(waits(school.as(Role.SAFEGUARDING_LEAD))).isFalse();
    assertThat(waits(head)).isTrue();
  }

  /// A seal on what the notice is about.
  private void sealedTo(SignedIn reader, WorkspaceId workspace) {
    processes.look(
        reader,
        () -> {
          jdbc.sql(
                  """
                  insert into access.sealed_record (record_id, workspace_id, sealed_by, on_date)
                  values (:record, :workspace, access.me(), current_date)
                  """)
              .param("record", about)
              .param("workspace", workspace.value())
              .update();
          return jdbc.sql(
                  """
                  insert into access.sealed_reader (record_id, user_id, named_by, from_date)
                  values (:record, access.me(), access.me(), current_date)
                  """)
              .param("record", about)
              .update();
        });
  }

  private void tellIn(WorkspaceId workspace, SignedIn who, Role role) {
    processes.change(
        who,
        Act.of("documents.test-told", about),
        () -> notices.tell(workspace, role, KIND, path, about));
  }

  @Test
  void readItIsNoLongerCountedAndDoneItIsGoneForAll() {
    tell(Role.HEAD, KIND, path);
    var head = people.signedIn(Role.HEAD);
    String form =
        head.get("/waiting").page().select("tr:has(a[href=" + path + "]) form").attr("action");

    assertThat(people.signedIn(people.cast().outsider()).post(form).status()).isEqualTo(404);
    assertThat(head.post(form).path()).isEqualTo("/waiting");
    assertThat(entry(people.as(Role.HEAD)).read()).isTrue();

    processes.change(
        people.as(Role.ROUND_OWNER),
        Act.of("documents.test-settled", about),
        () -> notices.settled(KIND, about));
    assertThat(waits(people.as(Role.HEAD))).isFalse();

    tell(Role.HEAD, KIND, path);
    assertThat(waits(people.as(Role.HEAD))).as("told again").isTrue();
  }

  @Test
  void thirtyDaysAfterItIsDoneNothingOfItIsLeft() {
    tell(Role.HEAD, KIND, path);
    processes.change(
        people.as(Role.HEAD),
        Act.of("documents.test-settled", about),
        () -> notices.settled(KIND, about));
    var upkeep = new WaitingUpkeep(system, store, Clock.systemUTC());

    upkeep.forget(Instant.now().plus(Duration.ofDays(29)));
    assertThat(count("select count(*) from documents.waiting where about::text like :like"))
        .isEqualTo(1);
    upkeep.forget(Instant.now().plus(Duration.ofDays(31)));
    assertThat(count("select count(*) from documents.waiting where about::text like :like"))
        .isZero();
    assertThat(count("select count(*) from documents.waiting_settled where about::text like :like"))
        .isZero();
  }

  @Test
  void itsMailGoesOnceHoweverOftenItIsBroughtAndSaysOnlyThatSomethingWaits() {
    var told = Waiting.forRole(people.school(), Role.HEAD, KIND, path, about);
    var before = mailed();
    system.change(
        Act.of("documents.test-told", about),
        () -> {
          notices.tell(people.school(), Role.HEAD, KIND, path, about);
          return true;
        });
    eventually(() -> mailed().size() == before.size() + 1);
    assertThat(told.about()).isEqualTo(about);

    var waiting = stored();
    mail.write(waiting);
    mail.write(waiting);
    mail.again();
    settle();

    assertThat(acts(waiting.id())).containsExactly("documents.notice-mailed");
    assertThat(mailed().getLast())
        .contains("Something waits for you", "/waiting")
        .doesNotContain(path, about.toString(), "council", "reply");
    assertThat(count("select count(*) from documents.event_publication where event like :like"))
        .isZero();
  }

  @Test
  void whatWasInterruptedIsMailedLater() {
    tell(Role.HEAD, KIND, path);
    var waiting = stored();
    eventually(() -> acts(waiting.id()).size() == 1);
    var late = Waiting.forRole(people.school(), Role.HEAD, KIND, path, about);
    leftByAStoppedApplication(late);

    mail.again();

    eventually(() -> acts(late.id()).size() == 1);
    eventually(
        () ->
            count("select count(*) from documents.event_publication where event like :like") == 0);
  }

  /// The rows of a notice whose application stopped before its mail was written.
  private void leftByAStoppedApplication(Waiting waiting) {
    system.look(
        () -> {
          store
              .jdbc()
              .sql(
                  """
                  insert into documents.waiting (id, workspace_id, to_role, kind, path, about, told_at)
                  values (:id, :school, 'HEAD', :kind, :path, :about, now());
                  """)
              .param("id", waiting.id())
              .param("school", people.school().value())
              .param("kind", KIND)
              .param("path", path)
              .param("about", about)
              .update();
          return store
              .jdbc()
              .sql(
                  """
                  insert into documents.event_publication
                    (id, listener, event_type, event, published_at, status, attempts)
                  values (:id, 'documents.mail', 'Waiting', :event, :at, 'PROCESSING', 1)
                  """)
              .param("id", UUID.randomUUID())
              .param("event", EventPublications.JSON.writeValueAsString(waiting))
              .param("at", java.sql.Timestamp.from(Instant.now().minus(Duration.ofMinutes(5))))
              .update();
        });
  }

  private void tell(Role role, String kind, String to) {
    processes.change(
        people.as(Role.ROUND_OWNER),
        Act.of("documents.test-told", about),
        () -> notices.tell(people.school(), role, kind, to, about));
  }

  private boolean waits(SignedIn who) {
    return inbox.of(who).stream().anyMatch(entry -> entry.path().equals(path));
  }

  private Inbox.Entry entry(SignedIn who) {
    return inbox.of(who).stream()
        .filter(entry -> entry.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private Waiting stored() {
    return system.look(
        () ->
            store
                .jdbc()
                .sql("select id from documents.waiting where about = :about")
                .param("about", about)
                .query(
                    (row, n) ->
                        new Waiting(
                            row.getObject(1, UUID.class),
                            null,
                            people.school(),
                            Role.HEAD,
                            KIND,
                            path,
                            about))
                .list()
                .getFirst());
  }

  /// The texts of mail to the head that waits, in order.
  private List<String> mailed() {
    var to = new SealedColumn("documents.outgoing_mail", "recipient");
    var body = new SealedColumn("documents.outgoing_mail", "body");
    return system.look(
        () ->
            store
                .jdbc()
                .sql("select id, recipient, body from documents.outgoing_mail order by position")
                .query(
                    (row, n) -> {
                      var id = row.getObject(1, UUID.class);
                      return sealing.open(to, id, row.getBytes(2))
                          + ": "
                          + sealing.open(body, id, row.getBytes(3));
                    })
                .list()
                .stream()
                .filter(each -> each.startsWith("head@"))
                .toList());
  }

  private List<String> acts(UUID id) {
    return store
        .jdbc()
        .sql("select act from audit.entry where object = :id order by seq")
        .param("id", id)
        .query(String.class)
        .list();
  }

  private long count(String sql) {
    return system.look(
        () -> store.jdbc().sql(sql).param("like", "%" + about + "%").query(Long.class).single());
  }

  private static void settle() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void eventually(BooleanSupplier holds) {
    for (int n = 0; n < 40 && !holds.getAsBoolean(); n++) {
      settle();
    }
    assertThat(holds.getAsBoolean()).isTrue();
  }
}
