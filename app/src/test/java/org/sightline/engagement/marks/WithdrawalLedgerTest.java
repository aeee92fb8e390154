package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger of used slips lies outside the database and says nothing of order or time (ST-05,
/// ST-07).
class WithdrawalLedgerTest {

  private static final UUID SESSION = UUID.randomUUID();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir private Path folder;

  private final SplittableRandom chance = new SplittableRandom();

  @Test
  void linesAreInNoOrderButThatOfTheirOwnLetters() throws Exception {
    var ledger = on(TODAY);
    var added = new ArrayList<UsedSlip>();
    for (int n = 0; n < 20; n++) {
      added.add(slip(TODAY));
      assertThat(ledger.add(added.getLast())).isTrue();
      assertThat(ledger.add(added.getLast())).isFalse();
    }

    var lines = Files.readAllLines(file());
    assertThat(lines).isSorted().hasSize(20).isNotEqualTo(added.stream().map(UsedSlip::print));
    assertThat(String.join("", lines)).doesNotContain(":");
    assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
  }

  @Test
  void aLineGoesOnceItsBackupsHaveExpired() {
    var old = slip(TODAY.minusDays(1));
    var young = slip(TODAY);
    on(TODAY).addAll(Set.of(old, young));

    on(TODAY).nightly();

    assertThat(WithdrawalLedger.read(file())).containsExactly(young);
  }

  @Test
  void aDiskThatIsFullDelaysALineAndStopsNothing() throws Exception {
    Files.writeString(folder.resolve("keys"), "in the way");
    var ledger = on(TODAY);
    var slip = slip(TODAY);

    assertThat(ledger.add(slip)).isFalse();
    Files.delete(folder.resolve("keys"));
    ledger.again();

    assertThat(WithdrawalLedger.read(file())).containsExactly(slip);
  }

  @Test
  void aLedgerThatWasChangedIsRefused() throws Exception {
    on(TODAY).add(slip(TODAY));
    Files.writeString(file(), Files.readString(file()) + "and something else\n");

    assertThatThrownBy(() -> WithdrawalLedger.read(file()))
        .hasMessageContaining("is not a ledger of used slips, or it was changed");
  }

  private WithdrawalLedger on(LocalDate day) {
    var clock = Clock.fixed(day.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return new WithdrawalLedger(file(), clock, 35);
  }

  private Path file() {
    return folder.resolve("keys/withdrawals.ledger");
  }

  private UsedSlip slip(LocalDate until) {
    byte[] hash = new byte[32];
    chance.nextBytes(hash);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    return new UsedSlip(
        until, SESSION, "argon2id$v=19,m=19456,t=2,p=1$" + "A".repeat(43) + "$" + text, null, null);
  }
}
