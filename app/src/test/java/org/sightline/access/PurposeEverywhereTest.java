package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sightline.network.TestExercises;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// AC-03: no address of a piece of work is open before somebody said what for, in whatever module.
@SightlineTest
class PurposeEverywhereTest {

  /// What stands for a piece of work in the addresses of the modules.
  private static final String OF_A_PIECE =
      "^(/people/|/network/exercises/|/network/maps/|/sharing/workspaces/)\\{(workspace|exercise|work)}";

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  /// Whichever page of it somebody comes to first, whatever module it is in.
  @Test
  void noPageOfAPieceOfWorkOpensBeforeItIsSaidWhatFor() {
    var team = casework.aTeam("Everywhere");
    var piece = TestExercises.open(people.signedIn(team.chair()), team);
    var person =
        casework.aPerson(team.asChair(), piece, "Ottoline", "Invented", LocalDate.of(2011, 3, 27));
    var asked = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping -> {
              if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                    .map(pattern -> pattern.replaceFirst(OF_A_PIECE, "$1{piece}"))
                    .filter(pattern -> pattern.contains("{piece}"))
                    .filter(pattern -> !pattern.matches(".*/(opening|agreements)"))
                    .map(pattern -> pattern.replace("{piece}", piece.toString()))
                    .map(pattern -> pattern.replace("{person}", person.toString()))
                    .filter(path -> !path.contains("{"))
                    .forEach(asked::add);
              }
            });
    assertThat(asked).hasSizeGreaterThan(30);
    var chair = people.signedIn(team.chair()).answeringNoPurposes();

    assertThat(asked)
        .allSatisfy(
            path ->
                assertThat(chair.get(path).path())
                    .as(path)
                    .isEqualTo("/casework/" + piece + "/opening"));
  }
}
