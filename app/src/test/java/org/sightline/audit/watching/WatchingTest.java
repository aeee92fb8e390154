package org.sightline.audit.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.AuditChain;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// AU-08: what is to be noticed is noticed, once, and one less is not.
@SightlineTest
class WatchingTest {

  @Autowired private Processes processes;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private SystemStore store;
  @Autowired private Alerts alerts;
  @Autowired private DatabaseSettings database;

  private final SignedIn who = SignedIn.as(UserId.random());

  @Test
  void twentyFiveRecordsInAnHourAreNoAlertAndTheSameRecordCountsOnce() {
    for (int n = 0; n < 25; n++) {
      var record = UUID.randomUUID();
      read("people.person-read", record);
      read("people.person-read", record);
    }
    look();

    assertThat(raised()).isEmpty();
  }

  @Test
  void twentySixRecordsInAnHourAreOneAlertHoweverOftenOneLooks() {
    for (int n = 0; n < 26; n++) {
      read("people.person-read", UUID.randomUUID());
    }
    look();
    look();

    assertThat(raised()).containsExactly("many-records");
  }

  @Test
  void aMapIsAsManyRecordsAsPeopleStandOnIt() {
    var work = new WorkspaceId(UUID.randomUUID());
    show(work, 20);
    show(work, 25);
    for (int n = 0; n < 5; n++) {
      processes.read(who, Act.in(work, "people.record-read", UUID.randomUUID()), () -> 0);
    }
    look();
    assertThat(raised()).as("the same people once").isEmpty();

    show(new WorkspaceId(UUID.randomUUID()), 1);
    look();
    assertThat(raised()).containsExactly("many-records");
  }

  @Test
  void whoeverASearchFoundWasSeen() {
    var work = new WorkspaceId(UUID.randomUUID());
    var found = Stream.generate(UUID::randomUUID).limit(26).toList();
    search(work, found.subList(0, 25));
    look();
    assertThat(raised()).isEmpty();

    search(work, found);
    look();
    assertThat(raised()).containsExactly("many-records");
    assertThat(new AuditChain(store).firstBad()).isEmpty();
  }

  private void show(WorkspaceId work, int people) {
    processes.readOfSeveral(
        who, Act.in(work, "network.map-read", work.value()), () -> people, n -> n);
  }

  private void search(WorkspaceId work, List<UUID> found) {
    processes.search(
        who,
        Act.of("people.searched", who.user().value()),
        "x",
        () -> {
          processes.shown(who, work, "people.person-found", found);
          return 0;
        });
  }

  @Test
  void manyExportsSearchesAndDenialsAreAlerts() {
    for (int n = 0; n <= ReadingWatch.SEARCHES; n++) {
      processes.search(who, Act.of("people.people-searched", who.user().value()), "x", () -> 0);
    }
    for (int n = 0; n <= ReadingWatch.EXPORTS; n++) {
      read(n % 2 == 0 ? "plans.plan-printed" : "plans.plan-exported", UUID.randomUUID());
    }
    for (int n = 0; n <= ReadingWatch.DENIALS; n++) {
      deny();
    }
    look();

    assertThat(raised()).containsExactlyInAnyOrder("many-searches", "many-exports", "many-denials");
  }

  @Test
  void copiesOfRecordsAndProtectedAddressesCountLikeReadingAndSearchesForPeopleToo() {
    for (int n = 0; n <= ReadingWatch.SEARCHES; n++) {
      processes.changeCounted(
          who, Act.of("people.searched", who.user().value()), () -> 0, none -> "searched=0");
    }
    for (int n = 0; n <= ReadingWatch.RECORDS; n++) {
      read(
          n % 2 == 0 ? "people.record-copied" : "people.protected-address-opened",
          UUID.randomUUID());
    }
    look();

    assertThat(raised()).contains("many-searches", "many-records");

    for (int n = 0; n <= ReadingWatch.EXPORTS; n++) {
      read("people.record-copied", UUID.randomUUID());
    }
    look();

    assertThat(raised()).contains("many-exports");
  }

  @Test
  void copiesOfMapsAreDownloadsTooAndWhatIsWrittenDownTwiceCountsOnce() {
    for (int n = 0; n < ReadingWatch.EXPORTS; n++) {
      read("network.matrix-exported", UUID.randomUUID());
      read("documents.copy-taken", UUID.randomUUID());
    }
    look();
    assertThat(raised()).isEmpty();

    read("documents.copy-taken", UUID.randomUUID());
    look();
    assertThat(raised()).containsExactly("many-exports");
  }

  @Test
  void wrongCodesAreAnAlertAboutWhoseTheyAre() {
    for (int n = 0; n < 4; n++) {
      wrongCode();
    }
    look();
    assertThat(raised()).isEmpty();

    wrongCode();
    look();
    assertThat(raised()).containsExactly("wrong-codes");
  }

  @Test
  void readingOutsideWorkingHoursIsOneAlertANight() {
    var now = LocalTime.now(ZoneId.of("Europe/London"));
    read("people.person-read", UUID.randomUUID());

    watch(hours(now.plusHours(2), now.minusHours(2))).lookAround();
    assertThat(raised()).isEmpty();

    watch(hours(now.minusHours(2), now.plusHours(2))).lookAround();
    watch(hours(now.minusHours(2), now.plusHours(2))).lookAround();
    assertThat(raised()).containsExactly("off-hours");
  }

  @ParameterizedTest
  @CsvSource({
    "22-06, 21:59, false", "22-06, 22:00, true", "22-06, 05:59, true", "22-06, 06:00, false",
    "12-13, 12:30, true", "12-13, 13:00, false", "none, 00:00, false", "none, 12:00, false"
  })
  void offHoursMayPassMidnight(String hours, LocalTime time, boolean expected) {
    assertThat(OffHours.of(hours).holds(time)).isEqualTo(expected);
  }

  @Test
  void whatWasSearchedForIsWrittenAsAKeyedHashOnly() {
    processes.search(
        who, Act.of("people.people-searched", who.user().value()), "Quarkworth ", () -> 0);
    processes.search(
        who, Act.of("people.people-searched", who.user().value()), "quarkworth", () -> 0);

    var details =
        store
            .jdbc()
            .sql("select detail from audit.entry where user_id = :user")
            .param("user", who.user().value())
            .query(String.class)
            .list();
    assertThat(details).hasSize(2).allMatch(detail -> detail.matches("terms [0-9a-f]{64}"));
    assertThat(details.getFirst()).isEqualTo(details.getLast());
  }

  @Test
  void aBrokenChainIsAnAlert() {
    read("people.person-read", UUID.randomUUID());
    long length = new AuditChain(store).length();
    long before = chainAlerts();

    tampered("update audit.entry set act = 'a.b' where seq = " + length);
    tampered("delete from audit.entry where seq = " + length);

    assertThat(chainAlerts() - before).as("one each: the second finds its gap").isEqualTo(2);
  }

  @Test
  void anEntryRewrittenBehindItsWatchersBackIsAnAlert() {
    read("people.person-read", UUID.randomUUID());
    long length = new AuditChain(store).length();
    long before = chainAlerts();

    Superuser.rolledBack(
        database,
        jdbc -> {
          var watch = watch(jdbc);
          watch.lookAround();
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql("update audit.entry set hash = sha256('x') where seq = :last")
              .param("last", length)
              .update();
          watch.lookAround();
          return true;
        });

    assertThat(chainAlerts() - before).isOne();
  }

  @Test
  void everyPieceOfTheChainSaysWhatTheWholeSays() {
    var chain = new AuditChain(store);
    for (int n = 0; n < 6; n++) {
      read("people.person-read", UUID.randomUUID());
    }
    for (String tampering :
        List.of(
            "update audit.entry set act = 'a.b' where seq = 3",
            "delete from audit.entry where seq = 3",
            "delete from audit.entry where seq > 3",
            "update audit.entry set seq = -1 where seq = 3")) {
      Superuser.rolledBack(
          database,
          jdbc -> {
            var tampered = new AuditChain(new SystemStore(jdbc, store.transactions()));
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(tampering).update();
            long bad = jdbc.sql("select audit.first_bad()").query(Long.class).single();
            assertThat(tampered.firstBad()).as(tampering).hasValue(bad);
            for (int piece = 1; piece <= 5; piece++) {
              assertThat(inPieces(tampered, piece, chain.length()))
                  .as(tampering + " in pieces of " + piece)
                  .isBetween(bad - 1, bad);
            }
            return true;
          });
    }
  }

  private static long inPieces(AuditChain chain, int piece, long length) {
    for (long after = 0; after < length; after += piece) {
      var bad = chain.firstBad(after, Math.min(after + piece, length));
      if (bad.isPresent()) {
        return bad.getAsLong();
      }
    }
    return -1;
  }

  /// What a watch finds that has not looked before.
  private void tampered(String sql) {
    Superuser.rolledBack(
        database,
        jdbc -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql(sql).update();
          watch(jdbc).lookAround();
          return true;
        });
  }

  private ChainWatch watch(JdbcClient jdbc) {
    return new ChainWatch(new AuditChain(new SystemStore(jdbc, store.transactions())), alerts);
  }

  private void look() {
    watch("none").lookAround();
  }

  private ReadingWatch watch(String hours) {
    return new ReadingWatch(store, alerts, hours);
  }

  private static String hours(LocalTime from, LocalTime to) {
    return "%02d-%02d".formatted(from.getHour(), to.getHour());
  }

  private void read(String act, UUID record) {
    processes.read(who, Act.of(act, record), () -> 0);
  }

  private void deny() {
    try {
      processes.read(
          who,
          Act.of("people.person-read", UUID.randomUUID()),
          () -> {
            throw new NotThere();
          });
    } catch (NotThere expected) {
      assertThat(expected).isNotNull();
    }
  }

  private void wrongCode() {
    systemProcesses.change(
        new Act("access.sign-in-refused", null, who.user().value(), "code"), () -> true);
  }

  private List<String> raised() {
    return store
        .jdbc()
        .sql("select kind from audit.alert where subject_user = :user")
        .param("user", who.user().value())
        .query(String.class)
        .list();
  }

  private long chainAlerts() {
    return store
        .jdbc()
        .sql("select count(*) from audit.alert where kind = 'chain-broken'")
        .query(Long.class)
        .single();
  }
}
