package org.sightline.engagement.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesSomebodyTest {

  private final NamesSomebody names =
      new NamesSomebody(List.of("Main Hall", "Bus stop on Fennbridge Road", "Somewhere else"));

  @ParameterizedTest
  @CsvSource({
    "'people hide there from Juniper', Juniper",
    "'Mr Quill shouts there', Mr Quill",
    "'it is on @bramble.okoro all the time', @bramble.okoro",
    "'they said, Bramble did it', Bramble"
  })
  void noticesWhatLooksLikeAName(String note, String found) {
    assertThat(names.in(note)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is dark. Nobody goes there on Monday.",
        "The Main Hall is loud. I do not like it.",
        "walking down Fennbridge Road is fine",
        "Snapchat groups are worse on Sundays? no, on Saturday"
      })
  void keepsQuietAboutPlacesDaysAndBeginningsOfSentences(String note) {
    assertThat(names.in(note)).isEmpty();
  }

  @Test
  void namesEachOnce() {
    assertThat(names.in("we saw Mr Quill and then Quill again")).containsExactly("Mr Quill");
  }
}
