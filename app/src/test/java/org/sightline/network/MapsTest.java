package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Refusal.Reason;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class MapsTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;

  private WorkspaceId work;
  private SignedIn chair;
  private SignedIn stranger;

  @BeforeEach
  void open() {
    var team = casework.aTeam("Mapping");
    work = casework.aPieceOf(team);
    chair = team.asChair();
    stranger = casework.aTeam("Elsewhere").asChair();
  }

  @Test
  void whoHasNothingToDoWithItFindsNoMap() {
    maps.draw(chair, work, Drawn.aPerson(ElementId.random(), "Ann Invented"), 0);

    assertThatThrownBy(() -> maps.open(stranger, work)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> maps.since(stranger, work, 0)).isInstanceOf(NotThere.class);
    assertThatThrownBy(
            () -> maps.draw(stranger, work, Drawn.aPerson(ElementId.random(), "Bo Madeup"), 1))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> maps.takeBack(stranger, work, 1, "mine")).isInstanceOf(NotThere.class);
  }

  @Test
  void whatWasDrawnIsThereAgainAndOnlyOnce() {
    var ann = ElementId.random();
    var edit = Drawn.aPerson(ann, "Ann Invented");

    assertThat(maps.draw(chair, work, edit, 0)).isEqualTo(1);
    assertThat(maps.draw(chair, work, edit, 0)).isEqualTo(1);

    var picture = maps.open(chair, work);
    assertThat(picture.last()).isEqualTo(1);
    assertThat(picture.find(ann).value(Field.LABEL)).isEqualTo("Ann Invented");
  }

  @Test
  void whatDoesNotFitIsNotKept() {
    var line = ElementId.random();

    assertThatThrownBy(
            () ->
                maps.draw(
                    chair, work, Drawn.aLine(line, ElementId.random(), ElementId.random()), 0))
        .isInstanceOfSatisfying(
            NotDrawn.class, no -> assertThat(no.refusal().reason()).isEqualTo(Reason.NOT_THERE));
    assertThat(maps.open(chair, work).last()).isZero();
  }

  @Test
  void anEntryIsTakenBackAndSaidAgain() {
    var ann = ElementId.random();
    maps.draw(chair, work, Drawn.aPerson(ann, "Ann Invented"), 0);
    maps.draw(chair, work, Edit.of(new Change(ann, Field.LABEL, "Anne Invented")), 1);

    assertThat(maps.takeBack(chair, work, 2, "a slip")).isEqualTo(3);
    assertThat(maps.open(chair, work).find(ann).value(Field.LABEL)).isEqualTo("Ann Invented");
    maps.takeBack(chair, work, 3, "a slip");
    assertThat(maps.open(chair, work).find(ann).value(Field.LABEL)).isEqualTo("Anne Invented");
    assertThatThrownBy(() -> maps.takeBack(chair, work, 99, "a slip")).isInstanceOf(NotThere.class);
  }

  @Test
  void whoFollowsTheMapGetsWhatIsNew() {
    maps.draw(chair, work, Drawn.aPerson(ElementId.random(), "Ann Invented"), 0);

    assertThat(maps.since(chair, work, 0).touched()).hasSize(1);
    assertThat(maps.since(chair, work, 1)).isNull();
  }

  @Test
  void manyAtOnceGetNumbersWithoutGapsAndLoseNothing() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      var drawing = new java.util.ArrayList<Callable<Long>>();
      for (int i = 0; i < 24; i++) {
        var edit = Drawn.aPerson(ElementId.random(), "Invented " + i);
        drawing.add(() -> maps.draw(chair, work, edit, 0));
      }
      var numbers = new java.util.TreeSet<Long>();
      for (var done : pool.invokeAll(drawing)) {
        numbers.add(done.get());
      }
      assertThat(numbers).hasSize(24).contains(1L, 24L);
    }
    assertThat(maps.open(chair, work).on(ElementKind.NODE)).hasSize(24);
  }
}
