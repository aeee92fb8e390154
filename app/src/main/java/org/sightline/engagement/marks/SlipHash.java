package org.sightline.engagement.marks;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The link between a slip and its map, as it is stored: `form$parameters$salt$hash`.
///
/// 1. While the session is open: HMAC-SHA-256 of the code under a key outside the database, so that
///    a whole class can send at once.
/// 2. When it closes: Argon2id of that HMAC, salted per session, at the cost of the [HashingDesk]
///    (security.md §5.4). The code itself is gone by then, so the HMAC is what is hashed and **its
///    key must live as long as withdrawal is possible**.
///
/// The stored text names its own form and cost, so that old hashes outlive a change of cost.
public record SlipHash(String stored) {

  private static final int LANES = 1;
  private static final int LENGTH = 32;
  private static final String HMAC = "hmac-sha256";
  private static final Pattern FORM =
      Pattern.compile(
          "hmac-sha256\\$\\$\\$[\\w-]{43}"
              + "|argon2id\\$v=19,m=\\d{1,6},t=\\d{1,2},p=\\d\\$[\\w-]{22,86}\\$[\\w-]{43}");

  public SlipHash {
    if (!FORM.matcher(stored).matches()) {
      throw new IllegalArgumentException("Not a stored slip hash");
    }
  }

  /// The form of an open session. The key has at least 32 bytes.
  public static SlipHash whileOpen(SlipCode code, byte[] key) {
    return new SlipHash("%s$$$%s".formatted(HMAC, encoded(hmac(code, key))));
  }

  /// The form of a closed session, made from the form of the open one. The salt has 16 to 64 bytes
  /// and is the same for all maps of the session, so that one typed code costs one hash.
  public SlipHash closed(byte[] salt, HashingDesk desk) {
    if (!isOpen()) {
      throw new IllegalStateException("This hash is already in its closed form");
    }
    if (salt.length < 16 || salt.length > 64) {
      throw new IllegalArgumentException("A salt has 16 to 64 bytes, not " + salt.length);
    }
    int memory = desk.cost().memoryKib();
    int passes = desk.cost().passes();
    var parameters = "v=19,m=%d,t=%d,p=%d".formatted(memory, passes, LANES);
    var hash = desk.hash(() -> argon2(part(3), salt, memory, passes, LANES));
    return new SlipHash("argon2id$%s$%s$%s".formatted(parameters, encoded(salt), encoded(hash)));
  }

  /// Whether this is the hash of a code, in either form. Takes the same time wherever they differ.
  public boolean isOf(SlipCode code, byte[] key, HashingDesk desk) {
    var tag = hmac(code, key);
    if (isOpen()) {
      return MessageDigest.isEqual(tag, part(3));
    }
    var cost = stored.split("\\$", -1)[1].split("[,=]");
    int memory = Integer.parseInt(cost[3]);
    int passes = Integer.parseInt(cost[5]);
    int lanes = Integer.parseInt(cost[7]);
    var hash = desk.hash(() -> argon2(tag, part(2), memory, passes, lanes));
    return MessageDigest.isEqual(hash, part(3));
  }

  /// Whether this is still the form of an open session.
  public boolean isOpen() {
    return stored.startsWith(HMAC);
  }

  @Override
  public String toString() {
    return isOpen() ? "SlipHash[open]" : "SlipHash[closed]";
  }

  private byte[] part(int number) {
    return Base64.getUrlDecoder().decode(stored.split("\\$", -1)[number]);
  }

  private static byte[] hmac(SlipCode code, byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("A slip key has at least 32 bytes, not " + key.length);
    }
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(code.secret());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  private static byte[] argon2(byte[] secret, byte[] salt, int memory, int passes, int lanes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    var hash = new byte[LENGTH];
    generator.generateBytes(secret, hash);
    return hash;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
