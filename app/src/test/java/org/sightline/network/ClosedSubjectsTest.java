package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// Need to know inside an exercise (AC-05, AC-10).
@SightlineTest
class ClosedSubjectsTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Preparing preparing;
  @Autowired private org.sightline.access.Casework work;

  @Test
  void whoIsKeptAwayFromSomebodyFindsThemInNoMatrix() {
    var team = casework.aTeam("Closed");
    var chair = team.asChair();
    String at = PreparingTest.exercise(people.signedIn(team.chair()), team);
    var exercise = WorkspaceId.of(at.replaceAll(".*/exercises/([^/]+).*", "$1"));
    work.letIn(chair, exercise, team.practitioner().username(), Role.PRACTITIONER);
    var record =
        casework.aPerson(chair, exercise, "Kept", "Away", LocalDate.of(2011, 3, 4)).value();
    preparing.add(
        chair,
        exercise,
        Subject.Kind.YOUNG_PERSON,
        record,
        List.of("Kept Away"),
        Subject.Decision.PART,
        "Named in both reports");
    preparing.add(
        chair,
        exercise,
        Subject.Kind.YOUNG_PERSON,
        null,
        List.of("Quill Invented"),
        Subject.Decision.PART,
        "Named in both reports");
    var kept = preparing.read(chair, exercise).part().getFirst();
    preparing.ask(chair, exercise, kept.id(), "Where is he on Fridays?", "School");
    var practitioner = team.asPractitioner();
    assertThat(preparing.read(practitioner, exercise).part()).hasSize(2);

    casework.keepAway(chair, exercise, record, practitioner.user());

    var theirs = preparing.read(practitioner, exercise);
    assertThat(theirs.subjects()).extracting(Subject::name).containsExactly("Quill Invented");
    assertThat(theirs.questions()).isEmpty();
    assertThat(preparing.read(chair, exercise).subjects()).hasSize(2);
    assertThat(preparing.read(chair, exercise).questions()).hasSize(1);
  }
}
