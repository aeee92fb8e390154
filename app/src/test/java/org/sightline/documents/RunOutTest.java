package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.documents.Copies.Occasion;
import org.sightline.documents.Copies.Original;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// What nobody picked up is destroyed after its last day, and not before (EX-06).
@SightlineTest
class RunOutTest {

  @Autowired private TestPeople people;
  @Autowired private PickUps pickUps;
  @Autowired private WaitingUpkeep upkeep;
  @Autowired private DatabaseSettings database;

  @Test
  void theContentGoesOnceTheDaysAreOver() {
    var object = UUID.randomUUID();
    pickUps.leave(
        people.as(Role.HEAD),
        new Original("people.record-copy", people.school(), object),
        new Occasion(Purpose.PARTNERS, "Invented agency"),
        people.cast().the(Role.ROUND_OWNER).id(),
        new PickUps.Document("Planted", "<html><body><p>Planted</p></body></html>"));

    upkeep.forget(Instant.now());
    assertThat(kept(object)).isOne();

    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update documents.pick_up
                       set at = at - interval '8 days', until = until - interval '8 days'
                     where object_id = :object
                    """)
                .param("object", object)
                .update());
    upkeep.forget(Instant.now());

    assertThat(kept(object)).isZero();
  }

  private long kept(UUID object) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    select count(*) from documents.pick_up
                     where object_id = :object and content is not null
                    """)
                .param("object", object)
                .query(Long.class)
                .single());
  }
}
