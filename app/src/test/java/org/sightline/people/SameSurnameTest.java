package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameSurnameTest {

  @ParameterizedTest
  @CsvSource({
    "Ada Quillwhistle, Quillwhistle, true",
    "Ada Mary Quillwhistle, QUILLWHISTLE, true",
    "Ada Quillwhistle-Brown, Quillwhistle, true",
    "Ada Brown, Quillwhistle Brown, true",
    "Ada Őrsi, Orsi, true",
    "Ada O'Neill, ONeill, true",
    "Quillwhistle Ada, Quillwhistle, false",
    "Quillwhistle, Quillwhistle, false",
    "Ada Browne, Brown, false",
    "Ada de Wit, de Boer, false",
    "Ada Brown, '', false"
  })
  void theSurnameIsComparedWordByWord(String name, String surname, boolean shared) {
    assertThat(SameSurname.isShared(name, surname)).isEqualTo(shared);
  }
}
