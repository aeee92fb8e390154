package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.junit.jupiter.api.Test;

/// Files for those who do not sign in here (EX-06).
class LockedFileTest {

  @Test
  void aPassphraseIsHardToGuessAndNeverTheSame() {
    assertThat(Passphrase.bits()).isGreaterThan(72);
    var all = new HashSet<String>();
    for (int n = 0; n < 200; n++) {
      assertThat(all.add(Passphrase.random())).isTrue();
    }
    assertThat(all).allMatch(words -> words.matches("[a-z]+( [a-z]+){7}"));
  }

  @Test
  void aTableOpensWithItsWordsOnly() throws IOException {
    byte[] table = "place,red\r\nHall,3\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] zip = LockedFile.zip("table.csv", table, "acorn amber apple");

    assertThat(new String(zip, StandardCharsets.ISO_8859_1)).doesNotContain("Hall");
    assertThat(read(zip, "acorn amber apple")).isEqualTo(table);
    assertThatThrownBy(() -> read(zip, "acorn amber arrow")).isInstanceOf(ZipException.class);
  }

  private static byte[] read(byte[] zip, String passphrase) throws IOException {
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), passphrase.toCharArray())) {
      assertThat(in.getNextEntry().getAesExtraDataRecord().getAesKeyStrength().getRawCode())
          .isEqualTo(3);
      return in.readAllBytes();
    }
  }
}
