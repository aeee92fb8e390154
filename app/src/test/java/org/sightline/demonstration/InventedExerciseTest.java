package org.sightline.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.network.Maps;
import org.sightline.network.map.Asking;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Whoever tries the demonstration as the chair finds a mapping exercise in the middle of its work
/// and can use everything at once.
@SightlineTest
class InventedExerciseTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private Maps maps;

  @Test
  void theChairFindsAnExerciseInTheMiddleOfItsWork() {
    var work = InventedWorld.in(application).casework();
    String at = "/network/exercises/" + work;
    var chair = people.signedIn(Role.CHAIR);

    assertThat(chair.get("/network/exercises").page().select("a[href='" + at + "']")).hasSize(1);
    assertThat(chair.get(at).page().text())
        .contains("Friday evenings at the arcade", "what would make the way home safe?")
        .contains("County lines and drugs");
    var sessions = chair.get(at + "/sessions").page();
    assertThat(sessions.select("main li").eachText())
        .anyMatch(text -> text.contains("Inside the agency") && text.contains("Held"))
        .anyMatch(text -> text.contains("Planned for"));
    assertThat(chair.get(at + "/preparing/matrix").page().text())
        .contains("Not at school on three Fridays.", "Open until eleven", "Invented Arcade");
    assertThat(chair.get(at + "/preparing/subjects").page().text()).contains("Idris Pondwhistle");
    String map = "/network/maps/" + work;
    assertThat(chair.get(map + "/versions").page().text()).contains("Version 1");
    assertThat(chair.get(map + "/versions").page().select("main ol a")).isNotEmpty();
    assertThat(chair.get(map + "/actions").page().text())
        .contains("Light the back door", "Ask what she would like to do");
    assertThat(chair.get(at + "/assessments").page().text()).contains("two more Fridays first");
    assertThat(chair.get(map + "/gaps").page().text()).contains("Who drives the silver van?");
  }

  @Test
  void itsMapHasFifteenPeopleAndBothAnsweredAndUnaskedLinesAllWithEvidence() {
    var work = InventedWorld.in(application).casework();
    var picture = maps.open(people.as(Role.CHAIR), work);
    var persons =
        picture.on(ElementKind.NODE).stream()
            .filter(node -> NodeKind.valueOf(node.value(Field.KIND)).isPerson())
            .toList();
    var lines = picture.on(ElementKind.LINE);

    assertThat(persons).hasSizeBetween(14, 17);
    assertThat(lines).hasSizeGreaterThan(25).allMatch(l -> !picture.reports(l.id()).isEmpty());
    assertThat(lines)
        .filteredOn(line -> Asking.unasked(picture, line).isEmpty())
        .hasSizeGreaterThan(20);
    assertThat(lines).filteredOn(line -> !Asking.unasked(picture, line).isEmpty()).hasSize(4);
  }
}
