package org.sightline.network.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;

/// In the papers of one young person everybody else is a letter (practice.md, Safety 4).
class LetteringTest {

  private final Drawn map = new Drawn();
  private final Map<ElementId, String> letters = new HashMap<>();
  private ElementId ann;
  private ElementId bo;

  @BeforeEach
  void draw() {
    ann = person("Ann Larkwing", "F");
    bo = person("Bo Madeup", "K");
    person("Tam Larkwing", "C");
    person("Unknown adult 2", "D");
    person("pip", "M");
    person("Ünal Çelikdağ", "N");
    map.say(bo, Field.ALIASES, "Ziggy, Little B");
  }

  private ElementId person(String label, String letter) {
    var id = map.person(label);
    letters.put(id, letter);
    return id;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bo Madeup was there.                 | person K was there.",
        "BO MADEUP and bo madeup              | person K and person K",
        "Bo's coat, Madeup’s bag               | person K's coat, person K’s bag",
        "Ziggy told Little B                  | person K told person K",
        "little b was seen                    | person K was seen",
        "the unknown adult 2 again            | the person D again",
        "Unknown adult 22 came                | Unknown adult 22 came",
        "an adult, unknown to us              | an adult, unknown to us",
        "Ann Larkwing met Tam Larkwing        | Ann Larkwing met person C",
        "Larkwing is her name                 | Larkwing is her name",
        "a bonfire, Bonnie, Boris             | a bonfire, Bonnie, Boris",
        "pip was with Pip                     | person M was with person M",
        "Ünal Çelikdağ, ÜNAL                  | person N, person N",
        "nobody at all                        | nobody at all",
      })
  void everyNameOnTheMapTurnsIntoALetter(String text, String lettered) {
    assertThat(of(ann).text(text)).isEqualTo(lettered);
  }

  @Test
  void aWordThatTwoPeopleShareIsNeither() {
    assertThat(of(bo).text("The Larkwing flat")).isEqualTo("The somebody flat");
  }

  @Test
  void onTheMapTheOthersHaveNoNameNorAnother() {
    var seen = of(ann).map();

    assertThat(seen.find(ann).value(Field.LABEL)).isEqualTo("Ann Larkwing");
    assertThat(seen.find(bo).value(Field.LABEL)).isEqualTo("person K");
    assertThat(seen.find(bo).value(Field.ALIASES)).isEmpty();
    assertThat(seen.on(ElementKind.NODE)).hasSameSizeAs(map.picture().on(ElementKind.NODE));
  }

  @Test
  void aHomeKeepsItsNameForWhoLivesThereOnly() {
    var home = place("HOME", "14 Larch Way", "Q");
    var van = place("ROUTE", "White van", "R");
    map.line(ann, home);

    var seen = of(ann).map();
    assertThat(seen.find(home).value(Field.LABEL)).isEqualTo("14 Larch Way");
    assertThat(seen.find(van).value(Field.LABEL)).isEqualTo("place R");
    assertThat(of(bo).map().find(home).value(Field.LABEL)).isEqualTo("place Q");
    assertThat(of(bo).text("Seen at 14 Larch Way.")).isEqualTo("Seen at place Q.");
  }

  @Test
  void aPartyAtSomebodysIsNotNamedAfterThem() {
    var party = place("INCIDENT", "Party at Bo's", "");

    assertThat(of(ann).map().find(party).value(Field.LABEL)).isEqualTo("Party at person K's");
  }

  @Test
  void whoTurnedOutToBeAnotherHasTheirLetter() {
    var boy = person("Boy in the blue coat", "X");
    map.say(boy, Field.SAME_AS, bo.toString());

    assertThat(of(ann).text("The Boy in the blue coat ran.")).isEqualTo("The person K ran.");
  }

  private ElementId place(String kind, String label, String letter) {
    var id = ElementId.random();
    map.draw(Edit.of(id, Map.of(Field.KIND, kind, Field.LABEL, label)));
    letters.put(id, letter);
    return id;
  }

  private Lettering of(ElementId subject) {
    return new Lettering(
        map.picture(),
        Set.of(subject),
        letters,
        (kind, letter) -> (kind.isPerson() ? "person " : "place ") + letter,
        "somebody");
  }
}
