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
  private SignedIn practitioner;
  private SignedIn stranger;

  @BeforeEach
  void open() {
    var team = casework.aTeam("Mapping");
    work = casework.aPieceOf(team);
    chair = team.asChair();
    practitioner = team.asPractitioner();
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

  @Test
  void whoIsKeptAwayFromAPersonFindsThemOnNoMap() {
    var record =
        casework.aPerson(chair, work, "Kept", "Away", java.time.LocalDate.of(2011, 3, 4)).value();
    var kept = ElementId.random();
    var ann = ElementId.random();
    var alias = ElementId.random();
    var line = ElementId.random();
    maps.draw(chair, work, Drawn.aPerson(ann, "Ann Invented"), 0);
    maps.draw(
        chair,
        work,
        Drawn.aPerson(kept, "Kept Away").and(Edit.of(new Change(kept, Field.RECORD, "" + record))),
        1);
    maps.draw(chair, work, Drawn.aLine(line, ann, kept), 2);
    maps.draw(chair, work, Drawn.aPerson(alias, "Unknown person 2"), 3);
    maps.draw(chair, work, Edit.of(new Change(alias, Field.SAME_AS, kept.toString())), 4);
    casework.keepAway(chair, work, record, practitioner.user());

    var theirs = maps.open(practitioner, work);

    assertThat(theirs.on(ElementKind.NODE)).extracting(node -> node.id()).containsExactly(ann);
    assertThat(theirs.on(ElementKind.LINE)).isEmpty();
    assertThat(theirs.find(kept)).isNull();
    assertThat(theirs.find(alias)).isNull();
    assertThat(theirs.find(line)).isNull();
    assertThat(maps.since(practitioner, work, 0).touched()).containsExactly(ann);
    assertThat(maps.log(practitioner, work).entries()).hasSize(1);
    assertThatThrownBy(() -> maps.see(practitioner, work, kept)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> maps.takeBack(practitioner, work, 3, "mine"))
        .isInstanceOf(NotThere.class);
    assertThat(maps.open(chair, work).on(ElementKind.NODE)).hasSize(2);
  }

  @Test
  void whatIsUndoneIsTheAuthorsOwnAndGoesBackWithoutLimit() {
    for (int i = 0; i < 5; i++) {
      maps.draw(chair, work, Drawn.aPerson(ElementId.random(), "Invented " + i), i);
    }
    maps.draw(practitioner, work, Drawn.aPerson(ElementId.random(), "Of somebody else"), 5);

    for (int i = 0; i < 5; i++) {
      maps.undo(chair, work, "a slip");
    }
    assertThat(names()).containsExactly("Of somebody else");
    assertThatThrownBy(() -> maps.undo(chair, work, "a slip"))
        .isInstanceOfSatisfying(
            NotDrawn.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(Reason.NOTHING_TO_UNDO));
    for (int i = 0; i < 5; i++) {
      maps.redo(chair, work, "a slip");
    }
    assertThat(names()).hasSize(6);
    maps.undo(chair, work, "a slip");
    maps.draw(chair, work, Drawn.aPerson(ElementId.random(), "Something new"), 17);
    assertThatThrownBy(() -> maps.redo(chair, work, "a slip")).isInstanceOf(NotDrawn.class);
  }

  private java.util.List<String> names() {
    return maps.open(chair, work).on(ElementKind.NODE).stream()
        .map(node -> node.value(Field.LABEL))
        .toList();
  }
}
