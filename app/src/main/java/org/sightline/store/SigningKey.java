package org.sightline.store;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/// A key this installation signs with for one purpose: Ed25519, made from the key file and never
/// stored (AU-04). Whoever has the database without the key file can sign nothing.
public final class SigningKey {

  /// What every Ed25519 public key starts with in DER.
  private static final String DER = "302a300506032b6570032100";

  private final Ed25519Sign.KeyPair pair;

  private SigningKey(Ed25519Sign.KeyPair pair) {
    this.pair = pair;
  }

  /// The same key file and purpose give the same key.
  public static SigningKey of(KeyRing keys, String purpose) {
    try {
      return new SigningKey(
          Ed25519Sign.KeyPair.newKeyPairFromSeed(keys.derive("signing:" + purpose)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// 64 bytes.
  public byte[] sign(String text) {
    try {
      return new Ed25519Sign(pair.getPrivateKey()).sign(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Whether this key signed this text.
  public boolean signed(String text, byte[] signature) {
    try {
      new Ed25519Verify(pair.getPublicKey())
          .verify(signature, text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (GeneralSecurityException not) {
      return false;
    }
  }

  /// Sixteen characters that tell this key from any other.
  public String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(pair.getPublicKey());
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The public half as PEM, as any other program reads it.
  public String publicPem() {
    byte[] der = HexFormat.of().parseHex(DER + HexFormat.of().formatHex(pair.getPublicKey()));
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getEncoder().encodeToString(der));
  }
}
