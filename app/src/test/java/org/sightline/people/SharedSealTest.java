package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.access.SealedRecords;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// A record that two pieces of work hold is sealed by the one that brought it in (AC-10).
@SightlineTest
class SharedSealTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Casework pieces;
  @Autowired private SealedRecords seals;
  @Autowired private People records;

  private TestCasework.Team team;
  private WorkspaceId first;
  private WorkspaceId second;
  private PersonId person;

  /// The chair of the second piece of work has no part in the first, and its chair works on both.
  @BeforeEach
  void aRecordThatTwoHold() {
    team = casework.aTeam("Shared");
    first = pieces.open(team.asChair(), team.id(), TestCasework.purpose("First"));
    second = pieces.open(team.asPractitioner(), team.id(), TestCasework.purpose("Shared"));
    person =
        casework.aPerson(team.asChair(), first, "Godwit", "Shared-Test", LocalDate.of(2011, 5, 6));
    pieces.letIn(team.asPractitioner(), second, team.chair().username(), Role.PRACTITIONER);
    records.holdToo(team.asChair(), first, person, second);
  }

  @Test
  void whoWasLetInLaterTakesItFromNobody() {
    var later = people.signedIn(team.practitioner());
    String seal = "/seals/" + second + "/" + person;

    assertThat(later.get(seal).page().text()).contains("has held this record longer");
    assertThat(later.get(seal).page().select("main form")).isEmpty();
    assertThat(later.post(seal, "reader", "" + team.chair().id()).status()).isEqualTo(404);
    assertThatThrownBy(() -> casework.seal(team.asPractitioner(), second, person.value()))
        .rootCause()
        .hasMessageContaining("not theirs to seal");

    assertThat(records.record(team.asChair(), first, person).person().id()).isEqualTo(person);
  }

  @Test
  void whoBroughtItInSealsItAndAfterThemTheNext() {
    records.release(team.asChair(), first, person);

    seals.seal(team.asPractitioner(), second, person.value(), Set.of(team.chair().id()));

    assertThatThrownBy(() -> records.record(team.asChair(), first, person))
        .isInstanceOf(NotThere.class);
    assertThat(records.record(team.asPractitioner(), second, person).person().id())
        .isEqualTo(person);
  }
}
