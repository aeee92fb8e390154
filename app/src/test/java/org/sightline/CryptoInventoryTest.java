package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// CR-08: what cryptography there is, made from the sources. An algorithm nobody has approved fails
/// here, and so does a list that is stale.
///
/// `-Dsightline.write-documents` writes it anew.
class CryptoInventoryTest {

  private static final SourceTree TREE = SourceTree.read();
  private static final String PAGE = "docs/data-protection/crypto.md";

  /// @param sign what in a source shows that it is used
  private record Approved(String algorithm, String from, String sign) {}

  private static final List<Approved> APPROVED =
      List.of(
          new Approved(
              "AES-256-GCM, 96-bit random nonce (NIST SP 800-38D)",
              "Tink",
              "PredefinedAeadParameters\\.AES256_GCM|\\bnew AesGcmJce\\(|aead\\(\\)\\s*\\.encrypt\\("),
          new Approved(
              "HKDF with SHA-256 (RFC 5869)", "Tink", "HkdfPrfParameters\\.builder|Hkdf\\."),
          new Approved("Ed25519 (RFC 8032)", "Tink", "\\bEd25519Sign\\b"),
          new Approved(
              "HPKE (RFC 9180)", "Tink", "HpkeParameters\\.|PredefinedHybridParameters\\."),
          new Approved(
              "HMAC with SHA-256 (RFC 2104)", "JCA", "Mac\\.getInstance\\(\"HmacSHA256\"\\)"),
          new Approved(
              "SHA-256 (FIPS 180-4)", "JCA", "MessageDigest\\.getInstance\\(\"SHA-256\"\\)"),
          new Approved("Random numbers of the operating system", "JCA", "\\bnew SecureRandom\\("),
          new Approved(
              "Argon2id, 19 MiB, 2 passes (RFC 9106)",
              "Bouncy Castle",
              "new Argon2PasswordEncoder\\("),
          new Approved(
              "Shamir's secret sharing over GF(256), two of three",
              "Bouncy Castle",
              "new ShamirSecretSplitter\\("),
          new Approved(
              "One-time codes: HMAC with SHA-1, as RFC 6238 has it",
              "JCA",
              "new TimeBasedOneTimePasswordGenerator\\("),
          new Approved(
              "WebAuthn: ES256, RS256, EdDSA of the device",
              "webauthn4j",
              "WebAuthnRelyingPartyOperations"),
          new Approved(
              "TLS 1.2 and 1.3, and whether a certificate belongs to its key",
              "JCA",
              "Signature\\.getInstance\\(|X509EncodedKeySpec|PKCS8EncodedKeySpec"),
          new Approved(
              "AES-256 of a PDF that opens with a passphrase (ISO 32000-2, revision 6)",
              "PDFBox",
              "new StandardProtectionPolicy\\("),
          new Approved(
              "AES-256 of an archive that opens with a passphrase (AE-2)",
              "zip4j",
              "AesKeyStrength\\.KEY_STRENGTH_256"),
          new Approved("AEAD at a key-management system", "the system", "implements Aead\\b"));

  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "\\b(Mac|MessageDigest|Cipher|Signature|KeyAgreement|KeyPairGenerator|SecretKeyFactory|KeyGenerator|SecureRandom)\\.getInstance\\(\"([^\"]+)\"");

  /// Names that may be asked for. The demonstration draws invented codes from a seed.
  private static final List<String> NAMES =
      List.of("Mac HmacSHA256", "MessageDigest SHA-256", "SecureRandom SHA1PRNG in demonstration");

  @Test
  void noAlgorithmIsAskedForThatNobodyApproved() {
    assertThat(unknown(TREE)).isEmpty();
  }

  @Test
  void anUnknownOneIsFound() {
    assertThat(
            unknown(
                TREE.with(
                    "app/src/main/java/org/sightline/plans/Planted.java",
                    "class Planted { Object o = Cipher.getInstance(\"AES\"); }")))
        .containsExactly("Cipher AES in plans");
  }

  @Test
  void thePageSaysWhatThereIs() throws IOException {
    Path page = SourceTree.root().resolve(PAGE);
    if (System.getProperty("sightline.write-documents") != null) {
      Files.writeString(page, page());
    }
    assertThat(Files.readString(page))
        .as(PAGE + " is stale. Make it again with -Dsightline.write-documents=true")
        .isEqualTo(page());
  }

  private static List<String> unknown(SourceTree tree) {
    var found = new TreeSet<String>();
    tree.each(
        "[a-z]+/src/main/java/org/sightline/.*\\.java",
        (path, text) ->
            ASKED_FOR
                .matcher(text)
                .results()
                .map(hit -> hit.group(1) + " " + hit.group(2) + " in " + module(path))
                .filter(
                    each -> NAMES.stream().noneMatch(name -> (each + " ").startsWith(name + " ")))
                .forEach(found::add));
    return List.copyOf(found);
  }

  private static String page() {
    var rows = new ArrayList<String>();
    for (var each : APPROVED) {
      var sign = Pattern.compile(each.sign());
      var users = new TreeMap<String, String>();
      TREE.each(
          "app/src/main/java/org/sightline/.*\\.java",
          (path, text) -> {
            if (sign.matcher(text).find()) {
              users.put(name(path), purpose(text));
            }
          });
      users.forEach(
          (type, purpose) ->
              rows.add(
                  "| %s | %s | `%s` | %s |"
                      .formatted(each.algorithm(), each.from(), type, purpose)));
    }
    return """
    # What cryptography there is

    Made from the sources by `CryptoInventoryTest`, which also refuses an algorithm that is not here (CR-08). Only Tink, Bouncy Castle and what
    comes with Java are used, and what the [sign-in](../modules/access.md) needs of WebAuthn. MD5, SHA-1 as a digest, ECB and weak random numbers are refused in any source by `LayoutTest`.
    Which key is where, and how it is changed: [sealing](../concepts/sealing.md).

    | Algorithm | From | Where | What for |
    |---|---|---|---|
    %s
    """
        .formatted(String.join("\n", rows));
  }

  private static String name(String path) {
    String type = path.replaceAll(".*/|\\.java", "");
    return module(path).isEmpty() ? type : module(path) + "." + type;
  }

  private static String module(String path) {
    return path.replaceAll(".*/org/sightline/(?:([a-z]+)/)?.*", "$1");
  }

  /// The first sentence of what a type says of itself.
  private static String purpose(String text) {
    String said =
        text.lines()
            .dropWhile(line -> !line.startsWith("///"))
            .takeWhile(line -> line.startsWith("///"))
            .takeWhile(line -> !line.equals("///"))
            .map(line -> line.substring(3).strip())
            .collect(Collectors.joining(" "));
    return said.replaceAll("(?<=[a-z)])([.:]) .*", ".").replace("|", "/");
  }
}
