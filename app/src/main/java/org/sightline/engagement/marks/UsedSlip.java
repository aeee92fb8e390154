package org.sightline.engagement.marks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the [WithdrawalLedger]: what a slip is known by, in its closed form and, when it was
/// used while its session was open, in the forms of the open one, which lead to nothing once the
/// session's key is gone.
///
/// @param until when it may be forgotten: a day that all slips of a session share
/// @param hash Argon2id of the slip's open form
/// @param staged HMAC under the session's key, in hexadecimal, by which a map waits; or `null`
/// @param paper the same for the slip of a printed sheet; or `null`
public record UsedSlip(
    LocalDate until, UUID session, String hash, @Nullable String staged, @Nullable String paper)
    implements Comparable<UsedSlip> {

  private static final String NONE = "-";

  private static final Comparator<UsedSlip> BY_HASH =
      Comparator.comparing(UsedSlip::hash).thenComparing(UsedSlip::print);

  public UsedSlip {
    if (!new SlipHash(hash).stored().startsWith("argon2id$")) {
      throw new IllegalArgumentException("Not the closed form of a slip");
    }
    if ((staged != null && !staged.matches("[0-9a-f]{64}"))
        || (paper != null && !paper.matches("hmac-sha256\\$\\$\\$[\\w-]{43}"))) {
      throw new IllegalArgumentException("Not a form of a slip");
    }
  }

  String print() {
    return String.join(
        " ",
        until.toString(),
        session.toString(),
        hash,
        staged == null ? NONE : staged,
        paper == null ? NONE : paper);
  }

  static UsedSlip read(String line) {
    var words = line.split(" ", -1);
    if (words.length != 5) {
      throw new IllegalArgumentException("Not a line of the ledger");
    }
    return new UsedSlip(
        LocalDate.parse(words[0]),
        UUID.fromString(words[1]),
        words[2],
        words[3].equals(NONE) ? null : words[3],
        words[4].equals(NONE) ? null : words[4]);
  }

  @Override
  public int compareTo(UsedSlip other) {
    return BY_HASH.compare(this, other);
  }
}
