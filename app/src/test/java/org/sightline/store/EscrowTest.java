package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// CR-07: two of three custodians bring the key back, and nothing else does.
class EscrowTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final SealedColumn NAME = new SealedColumn("access.user_account", "name");
  private static final UUID ROW = UUID.randomUUID();

  @TempDir private Path folder;
  private Path key;
  private List<EscrowShare> shares;
  private byte[] sealed;
  private String before;

  @BeforeEach
  void anInstallationWhoseKeyWasSplit() throws Exception {
    key = folder.resolve("keys/key");
    sealed = new Sealing(KeyRing.readOrMake(key)).seal(NAME, ROW, "Planted Name");
    shares = Escrow.split(key, DAY);
    before = Files.readString(key);
  }

  @Test
  void anyTwoInAnyOrderBringTheSameKeyFileBack() throws Exception {
    for (int one = 0; one < 3; one++) {
      for (int other = 0; other < 3; other++) {
        if (one != other) {
          Files.delete(key);

          Escrow.recover(key, shares.get(one), shares.get(other));

          assertThat(key).hasContent(before);
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
              .isEqualTo("rw-------");
          assertThat(new Sealing(KeyRing.readOrMake(key)).open(NAME, ROW, sealed))
              .isEqualTo("Planted Name");
        }
      }
    }
  }

  @Test
  void aKeyThatIsThereIsNeverWrittenOver() throws Exception {
    refused("is there and works. Nothing was done", shares.get(0), shares.get(1));
    Files.writeString(key, "{}");
    refused("does not open the keys beside it. A key is never written over", 0, 1);
    assertThat(key).hasContent("{}");
  }

  @Test
  void twoOfTheSameAreNotTwo() throws Exception {
    Files.delete(key);
    refused("Both are share 2. Two different ones are needed", 1, 1);
  }

  @Test
  void sharesOfAnotherSplitDoNotMix() throws Exception {
    var again = Escrow.split(key, DAY.plusYears(1));
    Files.delete(key);

    refused("are not of the same split: one is of 2026-11-22", shares.get(0), again.get(1));
    Escrow.recover(key, again.get(0), again.get(2));
    assertThat(key).hasContent(before);
  }

  @Test
  void sharesOfAnotherInstallationOpenNothingHere() throws Exception {
    Path another = folder.resolve("another/key");
    KeyRing.readOrMake(another);
    var others = Escrow.split(another, DAY);
    Files.delete(key);

    refused("are of two installations", shares.get(0), others.get(1));
    refused("either this is another one, or its keys were changed", others.get(0), others.get(1));
    assertThat(others.get(0).installation()).isNotEqualTo(shares.get(0).installation());
  }

  @Test
  void sharesOfBeforeTheKeysWereChangedOpenNothing() throws Exception {
    KeyRing.readOrMake(key).changeWrapping(null);
    Files.delete(key);

    refused("either this is another one, or its keys were changed", 0, 2);
  }

  @Test
  void aShareThatWasTamperedWithOpensNothing() throws Exception {
    Files.delete(key);
    var honest = shares.get(0);
    byte[] part = honest.part();
    part[7] ^= 1;
    var tampered =
        new EscrowShare(
            honest.installationNumber(), honest.splitNumber(), honest.number(), DAY, part);

    refused("does not open", tampered, shares.get(1));
    refused("does not open", renumbered(shares.get(0), 3), shares.get(1));
  }

  @Test
  void withoutTheKeysItOpensTheKeyIsNotPutBack() throws Exception {
    Files.delete(key);
    Path wrapped = key.resolveSibling("key.wrapped");
    Path copy = Files.move(wrapped, folder.resolve("copy"));
    refused("key.wrapped is missing", 0, 1);

    Files.copy(copy, wrapped);
    Files.setPosixFilePermissions(wrapped, PosixFilePermissions.fromString("rw-r--r--"));
    refused("chmod 600", 0, 1);
  }

  @Test
  void aKeyThatIsWithAKeyManagementSystemIsNotOursToSplit() throws Exception {
    Files.writeString(key, "hcvault://vault.example:8200/transit/keys/k?token-file=/no");

    assertThatThrownBy(() -> Escrow.split(key, DAY)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aShareIsReadFromItsFileAndFromWhatWasTypedOffThePage() throws Exception {
    var share = shares.get(2);
    Path typed =
        Files.writeString(
            folder.resolve("typed.txt"),
            "For: Head teacher\nOffice code: 1234-5678\n"
                + share.code().toLowerCase(Locale.ROOT).replace("-", " ").replace("0", "o"));

    var read = EscrowShare.read(typed);

    assertThat(read.code()).isEqualTo(share.code()).hasLineCount(4);
    assertThat(read.number()).isEqualTo(3);
    assertThat(read.on()).isEqualTo(DAY);
    assertThat(read.checkWord()).isEqualTo(share.checkWord()).isNotBlank();
    assertThat(share.toString()).isEqualTo("EscrowShare[3]");
  }

  @Test
  void oneWrongCharacterIsFoundWhereverItIs() {
    String code = shares.get(0).code();
    for (int at = 0; at < code.length(); at++) {
      if (Character.isLetterOrDigit(code.charAt(at))) {
        String wrong =
            code.substring(0, at) + (code.charAt(at) == '7' ? '8' : '7') + code.substring(at + 1);

        assertThatThrownBy(() -> EscrowShare.parse(wrong, Path.of("share-1.txt")))
            .as("character %d", at)
            .hasMessageContaining("The share share-1.txt is damaged");
      }
    }
  }

  @Test
  void whatIsNoShareIsRefused() throws Exception {
    Path file = folder.resolve("letter.txt");
    for (String text :
        List.of("", "Dear colleague", shares.get(0).code().substring(30), "a".repeat(20_000))) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> EscrowShare.read(file))
          .hasMessageContaining("holds no share of a key");
    }
    assertThatThrownBy(() -> EscrowShare.read(folder.resolve("none")))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(
            () -> EscrowShare.parse(shares.get(0).code().replaceAll("[0-9A-Z]", "U"), file))
        .hasMessageContaining("is damaged");
  }

  @Test
  void noShareHoldsTheKeyOrAPieceOfIt() {
    for (String secret : KeyBytes.of(key)) {
      for (var share : shares) {
        assertThat(share.code()).doesNotContain(secret);
        assertThat(HexFormat.of().formatHex(share.part())).doesNotContain(secret.substring(0, 8));
      }
    }
  }

  private static EscrowShare renumbered(EscrowShare share, int number) {
    return new EscrowShare(
        share.installationNumber(), share.splitNumber(), number, share.on(), share.part());
  }

  private void refused(String sentence, int one, int other) throws Exception {
    refused(sentence, shares.get(one), shares.get(other));
  }

  /// And nothing is left lying.
  private void refused(String sentence, EscrowShare one, EscrowShare other) throws Exception {
    boolean there = Files.exists(key);
    assertThatThrownBy(() -> Escrow.recover(key, one, other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(sentence);
    assertThat(Files.exists(key)).isEqualTo(there);
    try (var files = Files.list(key.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isSubsetOf("key", "key.wrapped", "key.lock");
    }
  }
}
