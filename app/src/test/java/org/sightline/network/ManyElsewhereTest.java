package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.taking.SecondPerson;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// More than fifty people take two wherever they leave: as a matrix, and as what is different
/// between versions (AC-12).
@SightlineTest
class ManyElsewhereTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Preparing preparing;
  @Autowired private Maps maps;

  private TestCasework.Team team;
  private WorkspaceId work;
  private Visitor asker;
  private Visitor second;
  private Meeting meeting;

  @BeforeEach
  void open() {
    team = casework.aTeam("Elsewhere");
    asker = people.signedIn(team.chair());
    second = people.signedIn(team.practitioner());
    meeting = Meeting.of(asker, team);
    work = meeting.work();
    asker.post(
        "/casework/" + work + "/members",
        "username",
        team.practitioner().username(),
        "role",
        "PRACTITIONER");
  }

  @Test
  void aMatrixOfFiftyOneIsAgreedToFirst() {
    String matrix = meeting.at() + "/preparing/matrix.";
    subjects(50);
    preparing.add(
        team.asChair(),
        work,
        Subject.Kind.PLACE,
        null,
        List.of("The arcade"),
        Subject.Decision.PART,
        "Mentioned");
    assertThat(asker.get(matrix + "csv").status()).isEqualTo(200);

    subjects(1);

    for (String as : List.of("csv", "xlsx")) {
      assertThat(asker.get(matrix + as).status()).as(as).isEqualTo(409);
      assertThat(asker.get(matrix + as).page().html()).as(as).doesNotContain("Planted");
    }
    SecondPerson.agrees(asker, second, meeting.map(), "matrix");
    assertThat(asker.get(matrix + "csv").status()).isEqualTo(200);
    assertThat(asker.get(matrix + "xlsx").status()).isEqualTo(200);
    assertThat(second.get(matrix + "csv").status()).isEqualTo(409);
  }

  @Test
  void whatIsDifferentBetweenVersionsOfManyIsAgreedToFirst() {
    draw(Drawn.aPerson(ElementId.random(), "Planted 0"));
    String first = meeting.version(meeting.held("INTERNAL"));
    draw(
        IntStream.rangeClosed(1, 50)
            .mapToObj(i -> Drawn.aPerson(ElementId.random(), "Planted " + i))
            .reduce(Edit::and)
            .orElseThrow());
    String later = meeting.version(meeting.held("PARTNERS"));
    var one = maps.open(team.asChair(), work).on(ElementKind.NODE).getFirst().id();
    draw(Edit.of(new Change(one, Field.OFF, "Moved away")));

    String until = meeting.map() + "/versions/" + first + "/until/";
    assertThat(asker.get(until + "now/since-last-time.pdf").status()).as("fifty").isEqualTo(200);
    assertThat(asker.get(until + later + "/since-last-time.pdf").status()).isEqualTo(409);

    SecondPerson.agrees(asker, second, meeting.map(), later);
    assertThat(asker.get(until + later + "/since-last-time.pdf").status()).isEqualTo(200);
    assertThat(
            asker
                .post(meeting.map() + "/copies/second-person", "what", "nothing", "why", "Because.")
                .status())
        .isEqualTo(404);
  }

  private void subjects(int count) {
    preparing.add(
        team.asChair(),
        work,
        Subject.Kind.YOUNG_PERSON,
        null,
        IntStream.range(0, count).mapToObj(i -> "Planted " + count + " " + i).toList(),
        Subject.Decision.PART,
        "Mentioned");
  }

  private void draw(Edit edit) {
    maps.draw(team.asChair(), work, edit, maps.open(team.asChair(), work).last());
  }
}
