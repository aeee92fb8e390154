package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/// What a passkey is asked waits in a row that any stranger can make: there are never many, the
/// oldest go first, and none stays for long. In these tests forty are the most.
@SightlineTest
class StrangersSessionTest {

  private static final int MOST = 40;

  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings database;
  @Autowired private JdbcIndexedSessionRepository sessions;

  @Test
  void whoeverAsksWithoutEndLeavesNoMoreRowsAndSignsNobodyOut() {
    var somebody = people.signedIn(Role.FACILITATOR);
    for (int i = 0; i < MOST + 15; i++) {
      var asked = people.stranger().get("/signing-in/passkey-options");
      assertThat(asked.status()).isEqualTo(200);
    }

    assertThat(strangers()).isBetween(1, MOST);
    assertThat(somebody.get("/engagement/rounds").status()).isEqualTo(200);
    assertThat(somebody.get("/engagement/rounds").path()).isEqualTo("/engagement/rounds");
  }

  @Test
  void askingAgainOnTheSameBrowserMakesNoOtherRow() {
    Visitor stranger = people.stranger();
    stranger.get("/signing-in/passkey-options");
    int before = strangers();
    for (int i = 0; i < 5; i++) {
      stranger.get("/signing-in/passkey-options");
    }

    assertThat(strangers()).isLessThanOrEqualTo(before);
  }

  @Test
  void aChallengeThatNobodyAnsweredIsSweptAwayAfterFiveMinutes() {
    people.stranger().get("/signing-in/passkey-options");
    String id = UUID.randomUUID().toString();
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update access.sign_in
                       set session_id = :id, expiry_time = :past
                     where primary_id = (
                       select primary_id from access.sign_in
                        where principal_name is null and max_inactive_interval = :lasts
                        order by creation_time desc limit 1)
                    """)
                .param("id", id)
                .param("past", Instant.now().minusSeconds(1).toEpochMilli())
                .param("lasts", Duration.ofMinutes(5).toSeconds())
                .update());

    sessions.cleanUpExpiredSessions();

    assertThat(count("select count(*) from access.sign_in where session_id = '" + id + "'"))
        .isZero();
  }

  private int strangers() {
    return count("select count(*) from access.sign_in where principal_name is null");
  }

  private int count(String sql) {
    return Superuser.rolledBack(database, jdbc -> jdbc.sql(sql).query(Integer.class).single());
  }
}
