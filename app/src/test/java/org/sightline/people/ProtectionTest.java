package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.TwoPeople;
import org.sightline.audit.Processes;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// No one person takes the protection off an address, nor by writing another (EX-08, AC-12).
@SightlineTest
class ProtectionTest {

  private static final String HIDDEN = "7 Planted Cover Lane";
  private static final String NEXT = "8 Planted Cover Lane";
  private static final String REASON = "The court lifted the order on Monday.";

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private TwoPeople two;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;

  private TestCasework.Team team;
  private WorkspaceId piece;
  private PersonId person;
  private Visitor asker;
  private Visitor second;
  private String at;

  @BeforeEach
  void aProtectedAddress() {
    team = casework.aTeam("Cover");
    piece = casework.aPieceOf(team);
    person =
        casework.aPerson(team.asChair(), piece, "Dunlin", "Cover-Test", LocalDate.of(2012, 1, 2));
    asker = people.signedIn(team.chair());
    second = people.signedIn(team.practitioner());
    at = "/people/" + piece + "/" + person;
    asker.post(at + "/address", "version", "0", "address", HIDDEN, "protected", "yes");
  }

  @Test
  void anotherAddressIsProtectedToo() {
    assertThat(asker.get(at + "/address").page().select("[name=protected]")).isEmpty();

    asker.post(at + "/address", "version", "1", "address", NEXT);

    assertThat(asker.get(at).page().html()).doesNotContain(NEXT, HIDDEN);
    assertThat(second.get(at).page().text()).contains("Protected");
  }

  @Test
  void theDatabaseTakesNoBareAddressAfterAProtectedOne() {
    for (int version : new int[] {2, 7}) {
      assertThatThrownBy(
              () ->
                  processes.look(
                      team.asChair(),
                      () ->
                          jdbc.sql(
                                  """
                                  insert into people.address (id, person_id, workspace_id, version,
                                    address, protected, by_user, at)
                                  select :id, person_id, workspace_id, :version, address, false,
                                    by_user, at
                                    from people.address
                                   where person_id = :person
                                  """)
                              .param("id", UUID.randomUUID())
                              .param("version", version)
                              .param("person", person.value())
                              .update()))
          .rootCause()
          .hasMessageContaining("stays protected");
    }
  }

  @Test
  void oneAloneDoesNotTakeItOff() {
    assertThat(lift().status()).isEqualTo(409);
    assertThat(asker.post(at + "/address/protection", "reason", "Safe").status()).isEqualTo(422);

    asker.post(at + "/address/protection", "reason", REASON);

    assertThat(lift().status()).isEqualTo(409);
    assertThat(asker.post(question() + "/agreement").status()).isEqualTo(409);
    assertThat(asker.get(at + "/address/protection").page().text()).contains("is asked");
    assertThat(asker.get(at).page().html()).doesNotContain(HIDDEN);
  }

  @Test
  void twoTakeItOffForThatAddressOnly() {
    agreed();
    asker.post(at + "/address", "version", "1", "address", NEXT);
    assertThat(lift().status()).as("agreed for the one before").isEqualTo(409);

    agreed();
    assertThat(second.post(at + "/address/protection/ending").status())
        .as("the one who agreed")
        .isEqualTo(409);
    assertThat(lift().page().text()).contains("is not protected any more", NEXT);

    assertThat(lift().status()).as("there is none to take off").isEqualTo(404);
    assertThat(asker.get(at + "/address/protection").status()).isEqualTo(404);
  }

  @Test
  void aStrangerFindsNothing() {
    var stranger = people.signedIn(casework.aTeam("Bare").chair());

    assertThat(stranger.get(at + "/address/protection").status()).isEqualTo(404);
    assertThat(stranger.post(at + "/address/protection", "reason", REASON).status()).isEqualTo(404);
    assertThat(stranger.post(at + "/address/protection/ending").status()).isEqualTo(404);
  }

  private void agreed() {
    asker.post(at + "/address/protection", "reason", REASON);
    second.post(question() + "/agreement");
  }

  private Visitor.Arrived lift() {
    return asker.post(at + "/address/protection/ending");
  }

  private String question() {
    return "/second-person/" + two.all(team.asChair()).getFirst().id();
  }
}
