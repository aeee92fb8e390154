package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// CR-03: people are found by surname and date of birth however the surname is written, and in no
/// other installation or column.
class PersonIndexTest {

  private static final SealedColumn COLUMN = new SealedColumn("people.person", "surname_birth");
  private static final SealedColumn OTHER = new SealedColumn("people.alias", "surname_birth");
  private static final LocalDate BORN = LocalDate.of(2010, 2, 28);

  private static final Path FOLDER = makeFolder();
  private static final Sealing HERE = new Sealing(KeyRing.readOrMake(FOLDER.resolve("here.key")));
  private static final Sealing THERE = new Sealing(KeyRing.readOrMake(FOLDER.resolve("there.key")));

  private static Path makeFolder() {
    try {
      return java.nio.file.Files.createTempDirectory("keys");
    } catch (java.io.IOException unwritable) {
      throw new java.io.UncheckedIOException(unwritable);
    }
  }

  @Property(tries = 300)
  void writingASurnameDifferentlyChangesNothing(@ForAll("surnames") String surname) {
    byte[] index = HERE.blindIndexOfPerson(COLUMN, surname, BORN);

    for (String written :
        new String[] {
          surname.toUpperCase(Locale.ROOT),
          "  " + surname + "\u00a0",
          String.join("-", surname.split("(?<=.)")),
          surname.replace("'", "\u2019"),
          surname.replace("'", ""),
          surname.replace("-", " "),
          Normalizer.normalize(surname, Normalizer.Form.NFD),
          "\u200b" + surname + "\u202e"
        }) {
      assertThat(HERE.blindIndexOfPerson(COLUMN, written, BORN)).as(written).isEqualTo(index);
    }
  }

  @Property(tries = 300)
  void anotherSurnameOrDayIsSomebodyElse(
      @ForAll("surnames") String one, @ForAll("surnames") String other) {
    Assume.that(!letters(one).equals(letters(other)));
    byte[] index = HERE.blindIndexOfPerson(COLUMN, one, BORN);

    assertThat(index)
        .hasSize(32)
        .isNotEqualTo(HERE.blindIndexOfPerson(COLUMN, other, BORN))
        .isNotEqualTo(HERE.blindIndexOfPerson(COLUMN, one, BORN.plusDays(1)));
  }

  @Property(tries = 100)
  void nothingIsToldElsewhere(@ForAll("surnames") String surname) {
    byte[] index = HERE.blindIndexOfPerson(COLUMN, surname, BORN);

    assertThat(index)
        .isNotEqualTo(THERE.blindIndexOfPerson(COLUMN, surname, BORN))
        .isNotEqualTo(HERE.blindIndexOfPerson(OTHER, surname, BORN))
        .isNotEqualTo(HERE.blindIndex(COLUMN, surname + BORN))
        .isNotEqualTo(HERE.blindIndex(COLUMN, surname));
  }

  @Property(tries = 500)
  void foldingTwiceIsFoldingOnce(@ForAll String anything) {
    String once = FoldedName.of(anything);

    assertThat(FoldedName.of(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Strauß", "STRAUSS", "strau\u1e9e", "Ｓｔｒａｕｓｓ", "straus\u017f"})
  void theLongSAndItsLikeAreFolded(String written) {
    assertThat(FoldedName.of(written)).isEqualTo("strauss");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"O'Neill", "O’NEILL", "o`neill", "O\u00b4Neill", "O Neill", "ONeill", "O'Neïll"})
  void anApostropheIsAnApostropheAndAnAccentAnAccent(String written) {
    assertThat(FoldedName.of(written)).isEqualTo(written.contains("ï") ? "oneïll" : "oneill");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "''", " "})
  void aNameOfNothingIsNotEverybodysWhoHasNone(String written) {
    assertThat(HERE.blindIndexOfPerson(COLUMN, written, BORN))
        .isNotEqualTo(HERE.blindIndexOfPerson(COLUMN, written.isBlank() ? "-" : "", BORN));
  }

  @Provide
  Arbitrary<String> surnames() {
    return Arbitraries.strings()
        .withChars("abcdefgzßéïøłñçΑβσςжш李 '-".toCharArray())
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(name -> !letters(name).isEmpty());
  }

  private static String letters(String name) {
    return FoldedName.of(name).replaceAll("[ '-]", "");
  }
}
