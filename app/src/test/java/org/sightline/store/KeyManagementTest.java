package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// CR-01: a key-encryption key that stays in a key-management system. A small server stands in for
/// Vault's transit engine: it turns texts round and remembers what was bound in.
class KeyManagementTest {

  private static final SealedColumn NAME = new SealedColumn("access.user_account", "name");
  private static final UUID ROW = UUID.randomUUID();

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();
  private HttpServer vault;
  private Path file;
  private String uri;

  @BeforeEach
  void aVault() throws IOException {
    vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    vault.createContext("/v1/transit/", this::answer);
    vault.start();
    file = folder.resolve("key");
    Path token = Files.writeString(folder.resolve("token"), "planted-token\n");
    uri = address("sightline", token);
  }

  @AfterEach
  void stop() {
    vault.stop(0);
  }

  @Test
  void theKeyFileHoldsTheAddressAndNoKey() throws Exception {
    var sealing = new Sealing(KeyRing.readOrMake(file, uri));
    byte[] sealed = sealing.seal(NAME, ROW, "Planted");

    assertThat(Files.readString(file)).isEqualTo(uri + "\n");
    assertThat(new Sealing(KeyRing.readOrMake(file)).open(NAME, ROW, sealed)).isEqualTo("Planted");
    assertThat(asked).isNotEmpty().allMatch(each -> each.contains("planted-token"));
  }

  @Test
  void noRowIsReadOrWrittenWithIt() {
    var sealing = new Sealing(KeyRing.readOrMake(file, uri));
    int before = asked.size();

    sealing.open(NAME, ROW, sealing.seal(NAME, ROW, "Planted"));

    assertThat(asked).hasSize(before);
  }

  @Test
  void anInstallationMovesThereAndWithinAndItsOldKeyIsGone() throws Exception {
    var ring = KeyRing.readOrMake(file);
    byte[] sealed = new Sealing(ring).seal(NAME, ROW, "Planted");

    assertThatThrownBy(() -> KeyRing.readOrMake(file, uri))
        .hasMessageContaining("it holds another key than the one at");
    ring.changeWrapping(uri);
    assertThat(Files.readString(file)).isEqualTo(uri + "\n");
    ring.changeWrapping(null);
    assertThat(Files.readString(file)).isEqualTo(uri + "\n");

    assertThat(new Sealing(KeyRing.readOrMake(file, uri)).open(NAME, ROW, sealed))
        .isEqualTo("Planted");
  }

  @Test
  void withoutItNothingOpensAndTheSentenceSaysWhy() {
    KeyRing.readOrMake(file, uri);
    vault.stop(0);

    assertThatThrownBy(() -> KeyRing.readOrMake(file))
        .hasMessageContaining("cannot be reached")
        .hasMessageNotContaining("planted-token");
  }

  @Test
  void aRefusalIsARefusal() throws Exception {
    KeyRing.readOrMake(file, uri);
    Files.writeString(folder.resolve("token"), "another");

    assertThatThrownBy(() -> KeyRing.readOrMake(file)).hasMessageContaining("answered 403");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws-kms://arn:aws:kms:eu-west-2:1:key/1           | no key-management system is known for aws-kms://",
        "gcp-kms://projects/p/locations/l/keyRings/r       | no key-management system is known for gcp-kms://",
        "planted                                           | it holds neither a key nor the address of one",
        "hcvault://vault.example:8200/transit/keys/k       | looks like hcvault://host:8200/transit/keys/name?token-file=FILE",
        "hcvault://vault.example/../keys/k?token-file=x    | looks like hcvault://",
        "hcvault+http://vault.example/transit/keys/k?token-file=x | keys do not cross a network unprotected",
      })
  void anUnknownAddressIsRefusedInASentenceAndNothingIsMade(String given, String sentence) {
    assertThatThrownBy(() -> KeyRing.readOrMake(file, given)).hasMessageContaining(sentence);

    assertThat(folder).isDirectoryNotContaining("glob:**/key{,.next,.wrapped}");
    var ring = KeyRing.readOrMake(file);
    assertThatThrownBy(() -> ring.changeWrapping(given)).hasMessageContaining(sentence);
    new Sealing(KeyRing.readOrMake(file)).seal(NAME, ROW, "Planted");
  }

  private String address(String key, Path token) {
    return "hcvault+http://127.0.0.1:%d/transit/keys/%s?token-file=%s"
        .formatted(vault.getAddress().getPort(), key, token);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var json = JsonMapper.shared();
    var body = json.readTree(exchange.getRequestBody().readAllBytes());
    String token = exchange.getRequestHeaders().getFirst("X-Vault-Token");
    asked.add(exchange.getRequestURI() + " " + token);
    String bound = body.path("associated_data").asString();
    boolean encrypt = exchange.getRequestURI().getPath().equals("/v1/transit/encrypt/sightline");
    String answer;
    if (encrypt) {
      String turned = new StringBuilder(body.path("plaintext").asString()).reverse().toString();
      answer = "vault:v1:" + bound + ":" + turned;
    } else {
      String[] parts = body.path("ciphertext").asString().split(":");
      boolean right = parts.length == 4 && parts[2].equals(bound);
      answer = right ? new StringBuilder(parts[3]).reverse().toString() : "";
    }
    boolean may = "planted-token".equals(token) && !answer.isEmpty();
    byte[] sent =
        json.writeValueAsString(
                Map.of("data", Map.of(encrypt ? "ciphertext" : "plaintext", answer)))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(may ? 200 : 403, sent.length);
    exchange.getResponseBody().write(sent);
    exchange.close();
  }
}
