package org.sightline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.apache.tomcat.util.net.jsse.PEMFile;
import org.jspecify.annotations.Nullable;

/// Looks at a certificate and its key before anything is started with them, with the eyes of the
/// server that will use them.
final class CertificateFiles {

  private CertificateFiles() {}

  /// @throws IllegalStateException with a sentence that names the file at fault
  static void check(Path certificate, Path key) {
    var chain = read(certificate).getCertificates();
    if (chain.isEmpty()) {
      throw new IllegalStateException("The file %s holds no certificate".formatted(certificate));
    }
    var privateKey = read(key).getPrivateKey();
    if (privateKey == null) {
      throw new IllegalStateException("The file %s holds no key".formatted(key));
    }
    if (!fit(chain.getFirst(), privateKey)) {
      throw new IllegalStateException(
          "The key in %s is not the key of the first certificate in %s"
              .formatted(key, certificate));
    }
  }

  private static PEMFile read(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalStateException("The file %s cannot be read".formatted(file));
    }
    try {
      return new PEMFile(file.toAbsolutePath().toString());
    } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
      throw new IllegalStateException(
          "The file %s does not hold what --tls-cert and --tls-key need, in PEM and without a password"
              .formatted(file),
          unreadable);
    }
  }

  private static boolean fit(X509Certificate certificate, PrivateKey key) {
    var pair = new KeyPair(certificate.getPublicKey(), key);
    String algorithm = algorithm(pair);
    try {
      return algorithm == null || verifies(pair, Signature.getInstance(algorithm));
    } catch (GeneralSecurityException different) {
      return false;
    }
  }

  private static boolean verifies(KeyPair pair, Signature signature)
      throws GeneralSecurityException {
    byte[] anything = {1, 2, 3};
    signature.initSign(pair.getPrivate());
    signature.update(anything);
    byte[] signed = signature.sign();
    signature.initVerify(pair.getPublic());
    signature.update(anything);
    return signature.verify(signed);
  }

  /// How keys of this kind sign, or `null` for a kind that is left to the server.
  private static @Nullable String algorithm(KeyPair pair) {
    return switch (pair.getPublic().getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
      case "RSA" -> "SHA256withRSA";
      default -> null;
    };
  }
}
