package org.sightline.concerns;

import java.util.Locale;
import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;

/// A concern. Made at random by whoever raises it, so that sending it twice keeps it once.
public record ConcernId(UUID value) {

  /// No letters or digits that read alike.
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int RECEIPT_LENGTH = 6;

  public ConcernId {
    if (value.version() != 4) {
      throw new IllegalArgumentException("A concern's id is a random UUID, not " + value);
    }
  }

  public static ConcernId random() {
    return new ConcernId(UUID.randomUUID());
  }

  /// @throws NotThere when the text is no id
  public static ConcernId of(String text) {
    var id = Ids.parse(text.strip().toLowerCase(Locale.ROOT));
    if (id.version() != 4) {
      throw new NotThere();
    }
    return new ConcernId(id);
  }

  /// What a person writes down: six characters, the first thirty bits of the id, five at a time. A
  /// device without a connection works out the same.
  public String receipt() {
    long bits = value.getMostSignificantBits() >>> 34;
    var receipt = new StringBuilder();
    for (int i = RECEIPT_LENGTH - 1; i >= 0; i--) {
      receipt.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
    }
    return receipt.toString();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
