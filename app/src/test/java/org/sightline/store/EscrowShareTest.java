package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// CR-07, for every key: any two shares give it, one goes with every key there could be.
class EscrowShareTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Property(tries = 300)
  void anyTwoGiveTheSecret(@ForAll @Size(EscrowShare.PART) byte[] secret) throws IOException {
    byte[][] parts = Escrow.parts(secret, RANDOM);
    for (int[] pair : new int[][] {{1, 2}, {1, 3}, {2, 3}, {2, 1}, {3, 1}, {3, 2}}) {
      assertThat(Escrow.joined(share(pair[0], parts), share(pair[1], parts))).isEqualTo(secret);
    }
  }

  /// Whatever one share says, each value of a byte of the key goes with exactly one value of the
  /// other share: nothing is ruled out.
  @Property(tries = 12)
  void oneShareRulesOutNoKey(
      @ForAll @Size(EscrowShare.PART) byte[] secret,
      @ForAll @IntRange(min = 1, max = 3) int mine,
      @ForAll @IntRange(min = 1, max = 2) int further)
      throws IOException {
    byte[][] parts = Escrow.parts(secret, RANDOM);
    int other = (mine - 1 + further) % 3 + 1;
    var possible = new BitSet();
    for (int value = 0; value < 256; value++) {
      byte[] guess = new byte[EscrowShare.PART];
      Arrays.fill(guess, (byte) value);
      parts[other - 1] = guess;
      possible.set(Escrow.joined(share(mine, parts), share(other, parts))[0] & 0xff);
    }
    assertThat(possible.cardinality()).isEqualTo(256);
  }

  /// Of two keys as unlike as can be, shares look the same: every value of a byte about as often.
  /// The bound is one that even shares exceed in one run of many millions.
  @Property(tries = 1)
  void sharesOfUnlikeSecretsLookAlike() throws IOException {
    for (byte fill : new byte[] {0, (byte) 0xff}) {
      byte[] secret = new byte[EscrowShare.PART];
      Arrays.fill(secret, fill);
      for (int number = 1; number <= 3; number++) {
        assertThat(chiSquare(secret, number)).as("share %d of %d", number, fill).isLessThan(400);
      }
    }
  }

  private static double chiSquare(byte[] secret, int number) throws IOException {
    int splits = 800;
    int[] seen = new int[256];
    for (int split = 0; split < splits; split++) {
      for (byte each : Escrow.parts(secret, RANDOM)[number - 1]) {
        seen[each & 0xff]++;
      }
    }
    double expected = splits * secret.length / 256.0;
    return Arrays.stream(seen).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }

  private static EscrowShare share(int number, byte[][] parts) {
    return new EscrowShare(1, 1, number, DAY, parts[number - 1]);
  }
}
