package org.sightline.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The transit engine of HashiCorp Vault or OpenBao as a key-encryption key: it wraps and unwraps,
/// and the key never leaves it. Asked at a start, when a record's key is shredded and when keys are
/// rotated; never to read or write a row.
///
/// An address is `hcvault://host:port/mount/keys/name?token-file=FILE`; the token is read anew each
/// time and never from the environment. `hcvault+http` speaks without TLS, to this machine only.
final class VaultTransit implements KmsClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  static boolean isOne(String uri) {
    return uri.startsWith("hcvault://") || uri.startsWith("hcvault+http://");
  }

  @Override
  public boolean doesSupport(String uri) {
    return isOne(uri);
  }

  @Override
  public KmsClient withCredentials(String path) {
    return this;
  }

  @Override
  public KmsClient withDefaultCredentials() {
    return this;
  }

  @Override
  public Aead getAead(String uri) throws GeneralSecurityException {
    var address = address(uri);
    boolean plain = uri.startsWith("hcvault+http");
    if (plain && !isThisMachine(address.getHost())) {
      throw new GeneralSecurityException(
          "keys do not cross a network unprotected: use hcvault://, not hcvault+http://");
    }
    String path = address.getPath();
    String query = String.valueOf(address.getQuery());
    if (!path.matches("/[\\w-]+(/[\\w-]+)*/keys/[\\w.-]+") || !query.startsWith("token-file=")) {
      throw noAddress();
    }
    String base = (plain ? "http://" : "https://") + address.getAuthority() + "/v1";
    var token = Path.of(query.substring("token-file=".length()));
    return new Remote(base, path, token);
  }

  private static URI address(String uri) throws GeneralSecurityException {
    try {
      var address = new URI(uri);
      if (address.getHost() != null && address.getPath() != null) {
        return address;
      }
    } catch (URISyntaxException unreadable) {
      // Said below.
    }
    throw noAddress();
  }

  private static GeneralSecurityException noAddress() {
    return new GeneralSecurityException(
        "the address of a key looks like hcvault://host:8200/transit/keys/name?token-file=FILE");
  }

  private static boolean isThisMachine(String host) {
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  /// @param path of the key, as in `/transit/keys/name`
  private record Remote(String base, String path, Path token) implements Aead {

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
      return ask("encrypt", "plaintext", encoded(plaintext), associatedData, "ciphertext")
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData)
        throws GeneralSecurityException {
      var text = new String(ciphertext, java.nio.charset.StandardCharsets.UTF_8);
      return Base64.getDecoder()
          .decode(ask("decrypt", "ciphertext", text, associatedData, "plaintext"));
    }

    private String ask(String verb, String name, String value, byte[] bound, String wanted)
        throws GeneralSecurityException {
      var to = URI.create(base + path.replaceFirst("/keys/([^/]+)$", "/" + verb + "/$1"));
      try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
        var request =
            HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("X-Vault-Token", Files.readString(token).strip())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(
                            Map.of(name, value, "associated_data", encoded(bound)))))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        var data = JSON.readTree(answer.body()).path("data").path(wanted);
        if (answer.statusCode() != 200 || !data.isString()) {
          throw new GeneralSecurityException(
              "the key-management system at %s answered %d".formatted(base, answer.statusCode()));
        }
        return data.asString();
      } catch (IOException | JacksonException unreachable) {
        throw new GeneralSecurityException(
            "the key-management system at %s cannot be reached, or the file %s not read"
                .formatted(base, token),
            unreachable);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new GeneralSecurityException("it was stopped", stopped);
      }
    }

    private static String encoded(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
