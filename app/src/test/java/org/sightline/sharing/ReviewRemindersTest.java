package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.audit.PastDays;
import org.sightline.audit.SystemProcesses;
import org.sightline.clocks.RuleBook;
import org.sightline.kernel.Late;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.RecordKeys;
import org.sightline.store.SystemStore;
import org.sightline.testing.Lent;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;

/// A review day that comes near is said once, and only of what is in force.
@SightlineTest
class ReviewRemindersTest extends SharingPageTest {

  @Autowired private ReviewReminders reminders;
  @Autowired private LateSharing late;
  @Autowired private DatabaseSettings settings;
  @Autowired private SystemProcesses processes;
  @Autowired private SystemStore store;
  @Autowired private RecordKeys keys;

  @Test
  void aReviewDayIsSaidOnceAndOnlyOfWhatIsInForce() {
    UUID care = organisation("Review Care");
    UUID inForce = agreement("Review places", care);
    String draft = writeAgreement("Review draft", care).path().replaceAll(".*/", "");
    var review = agreements.find(people.as(Role.GOVERNANCE), inForce).terms().review();

    reminders.remind(review.minusDays(Agreements.REVIEW_AHEAD + 1));
    assertThat(reminded(inForce)).isZero();
    reminders.remind(review.minusDays(Agreements.REVIEW_AHEAD));
    reminders.remind(review);

    assertThat(reminded(inForce)).isEqualTo(1);
    assertThat(people.signedIn(Role.GOVERNANCE).get("/waiting").page().text())
        .contains("An agreement is to be looked at again")
        .doesNotContain("Review places", "Review Care");
    assertThat(reminded(UUID.fromString(draft))).isZero();
  }

  /// It is in `list-overdue` from the day after, and no more once it ended.
  @Test
  void aReviewDayThatPassedIsOverdueWhileItIsInForce() {
    UUID passed = agreement("Late places", organisation("Late Care"));
    assertThat(late.list()).noneMatch(one -> one.id().equals(passed));
    Superuser.lasting(
        settings,
        jdbc ->
            jdbc.sql(
                    """
                    update sharing.agreement_version
                       set from_on = from_on - 800, review_on = current_date - 2
                     where agreement_id = :agreement
                    """)
                .param("agreement", passed)
                .update());

    assertThat(late.list())
        .filteredOn(one -> one.id().equals(passed))
        .extracting(Late::kind)
        .containsExactly("agreement not reviewed");
    agreements.end(people.as(Role.GOVERNANCE), passed, "Over");
    assertThat(late.list()).noneMatch(one -> one.id().equals(passed));
    agreements.takeBack(people.as(Role.GOVERNANCE), passed);
    assertThat(late.list()).anyMatch(one -> one.id().equals(passed));
  }

  /// A share of which nobody says that it arrived is in `list-overdue` a week after it went.
  @Test
  void aReceiptThatIsNotGivenIsOverdueAWeekAfter() {
    UUID care = organisation("Receipt Care");
    agreement("Receipt places", care);
    var owner = people.signedIn(Role.ROUND_OWNER);
    String at = prepare(owner, care, Map.of()).path().replace("/check", "");
    assertThat(lacksReceipt(at, 9)).as("prepared, and not sent").isFalse();
    send(owner, owner.get(at + "/check"), "Receipt Care");
    aMinuteGoesBy(at);

    assertThat(lacksReceipt(at, 7)).isFalse();
    assertThat(lacksReceipt(at, 9)).isTrue();
    var longer = RuleBook.shipped().with(Map.of("receipt-given.amount", "20"));
    assertThat(lacksReceipt(at, 9, longer)).as("the council gives more time").isFalse();
    assertThat(lacksReceipt(at, 22, longer)).isTrue();
    owner.post(at + "/receipt", "arrived", "no", "note", "Came back");
    assertThat(lacksReceipt(at, 9)).isTrue();
    owner.post(at + "/receipt", "arrived", "yes");
    assertThat(lacksReceipt(at, 9)).isFalse();
  }

  private boolean lacksReceipt(String share, int daysFromNow) {
    return lacksReceipt(share, daysFromNow, RuleBook.shipped());
  }

  private boolean lacksReceipt(String share, int daysFromNow, RuleBook book) {
    var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
    return new LateSharing(new PastDays(processes, store, keys, later), Lent.of(book))
        .list().stream()
            .filter(one -> one.kind().equals("receipt not given"))
            .anyMatch(one -> share.endsWith(one.id().toString()));
  }

  private long reminded(UUID agreement) {
    return Superuser.rolledBack(
        settings,
        jdbc ->
            jdbc.sql(
                    """
                    select count(*) from audit.entry
                     where act = 'sharing.review-reminded' and object = :agreement
                    """)
                .param("agreement", agreement)
                .query(Long.class)
                .single());
  }
}
