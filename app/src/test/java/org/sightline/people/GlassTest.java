package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.BreakGlass;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody reads in an emergency does not stay with them: the hour brings no record into
/// their own work (AC-09).
@SightlineTest
class GlassTest {

  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private BreakGlass glass;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;

  private TestCasework.Team theirs;
  private TestCasework.Team own;
  private WorkspaceId piece;
  private WorkspaceId mine;
  private PersonId person;

  @BeforeEach
  void somebodyReadInAnEmergency() {
    theirs = casework.aTeam("Theirs");
    own = casework.aTeam("Own");
    piece = casework.aPieceOf(theirs);
    mine = casework.aPieceOf(own);
    person =
        casework.aPerson(
            theirs.asChair(), piece, "Isolde", "Glassworth", LocalDate.of(2011, 3, 27));
    glass.open(
        own.asChair(), piece, BreakGlass.Category.MISSING, "She has not come home since Friday.");
  }

  @Test
  void theirRecordIsReadAndNothingOfItIsTakenAlong() {
    assertThat(records.record(own.asChair(), piece, person).holders()).containsExactly(piece);

    assertThatThrownBy(() -> records.holdToo(own.asChair(), piece, person, mine))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> records.putBack(own.asChair(), mine, person))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> records.openAddress(own.asChair(), piece, person, "A reason at all"))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void theDatabaseLetsNoRecordIntoTheirOwnWorkEither() {
    assertThatThrownBy(
            () ->
                processes.look(
                    own.asChair(),
                    () ->
                        jdbc.sql(
                                """
                                insert into people.holding (id, person_id, workspace_id, by_user, at)
                                values (:id, :person, :mine, access.me(), now())
                                """)
                            .param("id", UUID.randomUUID())
                            .param("person", person.value())
                            .param("mine", mine.value())
                            .update()))
        .isInstanceOf(DataAccessException.class);
  }
}
