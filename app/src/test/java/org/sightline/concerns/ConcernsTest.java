package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.concerns.Examples.london;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class ConcernsTest {

  private static final Instant TUESDAY = london("2027-06-08T11:00");

  @Autowired private TestPeople people;
  @Autowired private Processes processes;
  @Autowired private Workspaces workspaces;
  @Autowired private JdbcConcerns jdbc;
  @Autowired private JdbcReceipts receipts;
  @Autowired private ConcernNotices notices;
  @Autowired private RoundTimes roundTimes;
  @Autowired private ConcernRules rules;
  @Autowired private SystemStore store;

  private Examples examples;

  @BeforeEach
  void prepare() {
    examples =
        new Examples(
            people, processes, workspaces, jdbc, receipts, notices, roundTimes, rules, store);
  }

  @Test
  void anOutsiderRaisesNothingHereAndTheTryIsRecorded() {
    var outsider = SignedIn.as(people.cast().outsider().id());
    var concern = examples.concern(TUESDAY);

    assertThatThrownBy(() -> examples.concernsAt(TUESDAY).raise(outsider, concern))
        .isInstanceOf(NotThere.class);

    assertThat(examples.acts(concern.id(), "DENIED")).containsExactly("concerns.concern-raised");
  }

  @Test
  void aRoundOfAnotherSchoolOrOneThatIsNotOpenIsRefused() {
    var concern = examples.concern(org.sightline.kernel.WorkspaceId.random(), TUESDAY);

    assertThatThrownBy(() -> examples.concernsAt(TUESDAY).raise(examples.facilitator(), concern))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void aReceiptIsNotThereForAnybodyElse() {
    var id = examples.raised(TUESDAY);
    var concerns = examples.concernsAt(TUESDAY);

    for (Role role : List.of(Role.SAFEGUARDING_LEAD, Role.HEAD, Role.ROUND_OWNER)) {
      assertThatThrownBy(() -> concerns.receipt(people.as(role), id)).isInstanceOf(NotThere.class);
      assertThat(concerns.receipts(people.as(role))).noneMatch(receipt -> receipt.id().equals(id));
    }
  }

  @Test
  void somebodyElsesIdIsNotThere() {
    var concern = examples.concern(TUESDAY);
    examples.concernsAt(TUESDAY).raise(examples.facilitator(), concern);

    assertThatThrownBy(() -> examples.concernsAt(TUESDAY).raise(people.as(Role.HEAD), concern))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void theRaiserKeepsAReceiptAndReadsNothing() {
    var id = examples.raised(TUESDAY);

    var receipt = examples.concernsAt(TUESDAY).receipt(examples.facilitator(), id);

    assertThat(receipt.code()).matches("[A-Z2-9]{6}").isEqualTo(id.receipt());
    assertThat(receipt.on()).isEqualTo(LocalDate.of(2027, 6, 8));
    assertThat(receipt.to()).containsExactly(Role.SAFEGUARDING_LEAD);
    assertThat(examples.followingAt(TUESDAY).queue(examples.facilitator())).isEmpty();
    assertThatThrownBy(() -> examples.followingAt(TUESDAY).open(examples.facilitator(), id))
        .isInstanceOf(NotThere.class);
    assertThat(examples.acts(id, "DENIED")).containsExactly("concerns.concern-read");
    assertThat(examples.acts(id, "DONE")).containsExactly("concerns.concern-raised");
  }

  @Test
  void sentAgainByADeviceThatWasOfflineItIsKeptOnceWithTheSameReceipt() {
    var concern = examples.concern(TUESDAY);
    var first = examples.concernsAt(TUESDAY).raise(examples.facilitator(), concern);

    var again =
        examples
            .concernsAt(TUESDAY.plus(Duration.ofDays(1)))
            .raise(examples.facilitator(), concern);

    assertThat(again).isEqualTo(first);
    assertThat(count("concern", concern.id())).isEqualTo(1);
  }

  @Test
  void sentTwiceAtOnceItIsKeptOnce() throws Exception {
    var concern = examples.concern(TUESDAY);
    Callable<Receipt> send =
        () -> examples.concernsAt(TUESDAY).raise(examples.facilitator(), concern);

    try (var threads = Executors.newFixedThreadPool(4)) {
      var receipts = threads.invokeAll(List.of(send, send, send, send));
      for (var receipt : receipts) {
        assertThat(receipt.get().id()).isEqualTo(concern.id());
      }
    }

    assertThat(count("concern", concern.id())).isEqualTo(1);
  }

  @Test
  void theTimeRunsFromWhenItWasRaisedUnlessThatCannotBe() {
    var twoDaysOffline = examples.concern(TUESDAY.minus(Duration.ofDays(2)));
    var wrongClock = examples.concern(london("2019-01-01T10:00"));
    var future = examples.concern(TUESDAY.plus(Duration.ofDays(90)));
    for (var concern : List.of(twoDaysOffline, wrongClock, future)) {
      examples.concernsAt(TUESDAY).raise(examples.facilitator(), concern);
    }

    assertThat(raisedAt(twoDaysOffline.id())).isEqualTo(TUESDAY.minus(Duration.ofDays(2)));
    assertThat(raisedAt(wrongClock.id())).isEqualTo(TUESDAY);
    assertThat(raisedAt(future.id())).isEqualTo(TUESDAY);
  }

  @Test
  void writingOnAMapKeepsNoSheetLabel() {
    var round = examples.round();
    var receipt =
        examples
            .concernsAt(TUESDAY)
            .raiseFromKeying(
                examples.facilitator(),
                ConcernId.random(),
                people.school(),
                round,
                null,
                "On sheet 4K someone wrote help me, see also Map no. B7 and label: QX");

    var opened =
        examples.followingAt(TUESDAY).open(people.as(Role.SAFEGUARDING_LEAD), receipt.id());

    assertThat(opened.answers().get("what"))
        .isEqualTo("On sheet someone wrote help me, see also Map and label");
    assertThat(opened.concern().way()).isEqualTo(Way.KEYING);
  }

  @Test
  void aNoteForLaterIsOnlyItsText() {
    var round = examples.round();
    var receipt =
        examples
            .concernsAt(TUESDAY)
            .noteForLater(
                examples.facilitator(),
                ConcernId.random(),
                people.school(),
                round,
                null,
                "  spoke about the bus  ",
                TUESDAY);

    var opened =
        examples.followingAt(TUESDAY).open(people.as(Role.SAFEGUARDING_LEAD), receipt.id());

    assertThat(opened.answers())
        .containsExactly(java.util.Map.entry("what", "spoke about the bus"));
  }

  @Test
  void whatWasFollowedUpIsToldToTheOwnerOnlyAndOnlyAtTheEnd() {
    var round = examples.round();
    var owner = people.as(Role.ROUND_OWNER);
    examples.concernsAt(TUESDAY).raise(examples.facilitator(), examples.concern(round, TUESDAY));
    var nextWeek = TUESDAY.plus(Duration.ofDays(7));
    var ended = Examples.ended(round, LocalDate.of(2027, 6, 10));

    assertThatThrownBy(
            () ->
                examples
                    .concernsAt(nextWeek, ended)
                    .followedUpOnTime(examples.facilitator(), round))
        .isInstanceOf(NotThere.class);
    assertThat(examples.concernsAt(nextWeek).followedUpOnTime(owner, round))
        .isEqualTo(new FollowedUp.NotYet());
    assertThat(examples.concernsAt(nextWeek, ended).followedUpOnTime(owner, round))
        .isEqualTo(new FollowedUp.NotAllOnTime());
  }

  @Test
  void nothingRaisedAndAllInTimeReadTheSame() {
    var owner = people.as(Role.ROUND_OWNER);
    var lead = people.as(Role.SAFEGUARDING_LEAD);
    var silent = examples.round();
    var spoken = examples.round();
    var concern = examples.concern(spoken, TUESDAY);
    examples.concernsAt(TUESDAY).raise(examples.facilitator(), concern);
    var following = examples.followingAt(TUESDAY);
    var version = following.open(lead, concern.id()).concern().version();
    var outcome = new ConcernForm().outcome("in-school").orElseThrow();
    following.decide(
        lead, concern.id(), version + 0, new Following.Decision(outcome, "talked", null, true));
    var later = TUESDAY.plus(Duration.ofDays(30));
    var day = LocalDate.of(2027, 7, 1);

    var none =
        examples.concernsAt(later, Examples.ended(silent, day)).followedUpOnTime(owner, silent);
    var one =
        examples.concernsAt(later, Examples.ended(spoken, day)).followedUpOnTime(owner, spoken);

    assertThat(none).isEqualTo(one).isEqualTo(new FollowedUp.OnTime());
  }

  private long count(String table, ConcernId id) {
    return examples.count("select count(*) from concerns.%s where id = '%s'".formatted(table, id));
  }

  private Instant raisedAt(ConcernId id) {
    return store
        .jdbc()
        .sql("select raised_at from concerns.concern where id = :id")
        .param("id", id.value())
        .query((row, n) -> JdbcConcerns.instant(row, "raised_at"))
        .single();
  }
}
