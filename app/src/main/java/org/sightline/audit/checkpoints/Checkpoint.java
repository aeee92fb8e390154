package org.sightline.audit.checkpoints;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.sightline.store.SigningKey;

/// How long the chain was and how it ended, at a moment (AU-04). Names nobody.
///
/// @param installation fingerprint of the key that signs
/// @param number of entries
/// @param hash of the last of them, as 64 hexadecimal digits
record Checkpoint(String installation, long number, String hash, Instant at) {

  private static final String KIND = "sightline-checkpoint 1";

  Checkpoint {
    if (!installation.matches("[0-9a-f]{16}") || number < 0 || !hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a checkpoint");
    }
  }

  /// A checkpoint as it stands in a line, and whether the key signed it.
  record Read(Checkpoint checkpoint, boolean signed) {}

  /// One line: what is signed, and the signature.
  String signedBy(SigningKey key) {
    String text = "%s %s %d %s %s".formatted(KIND, installation, number, hash, at);
    return text + " " + Base64.getEncoder().encodeToString(key.sign(text));
  }

  /// @return empty when the line is no whole checkpoint
  static Optional<Read> read(String line, SigningKey key) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 7 || !line.startsWith(KIND + " ")) {
      return Optional.empty();
    }
    try {
      var checkpoint =
          new Checkpoint(parts[2], Long.parseLong(parts[3]), parts[4], Instant.parse(parts[5]));
      byte[] signature = Base64.getDecoder().decode(parts[6]);
      boolean signed = key.signed(line.substring(0, line.lastIndexOf(' ')), signature);
      return Optional.of(new Read(checkpoint, signed));
    } catch (IllegalArgumentException | DateTimeParseException damaged) {
      return Optional.empty();
    }
  }
}
