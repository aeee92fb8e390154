package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;

/// A review day that comes near is said once, and only of what is in force.
@SightlineTest
class ReviewRemindersTest extends SharingPageTest {

  @Autowired private ReviewReminders reminders;
  @Autowired private DatabaseSettings settings;

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
