package org.sightline.access;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Sites;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks OpenID Connect with a council's directory: authorization code with PKCE (AN-13). The
/// directory is asked about itself when somebody first needs it, never at the start: whether it is
/// there is no reason for this application not to be.
@Component
class Directory {

  static final String ANSWER = "/signing-in/directory/answer";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration KNOWN_FOR = Duration.ofHours(1);
  private static final int MAX_BYTES = 200_000;

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final DirectorySettings settings;
  private final Sites sites;
  private final Clock clock;
  private @Nullable Described known;

  Directory(DirectorySettings settings, Sites sites, Clock clock) {
    this.settings = settings;
    this.sites = sites;
    this.clock = clock;
  }

  /// What the directory says about itself.
  private record Described(
      Instant since, String authorization, URI token, DirectoryTokens tokens) {}

  boolean isGiven() {
    return settings.given().isPresent();
  }

  /// The address of the directory's own sign-in page.
  ///
  /// @param challenge SHA-256 of the verifier that goes with the code later
  /// @param anew whether the person has to show there again who they are
  String address(String state, String nonce, String challenge, boolean anew)
      throws DirectoryRefused {
    var given = given();
    var described = described();
    var asked = new LinkedHashMap<String, String>();
    asked.put("response_type", "code");
    asked.put("scope", "openid");
    asked.put("client_id", given.clientId());
    asked.put("redirect_uri", answerAddress());
    asked.put("state", state);
    asked.put("nonce", nonce);
    asked.put("code_challenge", challenge);
    asked.put("code_challenge_method", "S256");
    if (anew) {
      asked.put("prompt", "login");
      asked.put("max_age", "0");
    }
    String to = described.authorization();
    return to + (to.contains("?") ? '&' : '?') + form(asked);
  }

  /// Who somebody is, for the code their browser brought back.
  DirectoryTokens.Identity identity(String code, String verifier, String nonce)
      throws DirectoryRefused {
    var given = given();
    var described = described();
    String us =
        URLEncoder.encode(given.clientId(), StandardCharsets.UTF_8)
            + ':'
            + URLEncoder.encode(given.secret(), StandardCharsets.UTF_8);
    var asked = new LinkedHashMap<String, String>();
    asked.put("grant_type", "authorization_code");
    asked.put("code", code);
    asked.put("redirect_uri", answerAddress());
    asked.put("code_verifier", verifier);
    var answer =
        fetched(
            HttpRequest.newBuilder(described.token())
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder().encodeToString(us.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(asked))));
    return described.tokens().check(text(answer, "id_token"), nonce);
  }

  private DirectorySettings.Given given() throws DirectoryRefused {
    return settings.given().orElseThrow(() -> DirectoryRefused.because("there is no directory"));
  }

  private synchronized Described described() throws DirectoryRefused {
    var before = known;
    if (before != null && before.since().plus(KNOWN_FOR).isAfter(clock.instant())) {
      return before;
    }
    var given = given();
    var answer = fetched(HttpRequest.newBuilder(given.description()).GET());
    if (!text(answer, "issuer").equals(given.issuer())) {
      throw DirectoryRefused.away("it calls itself something else");
    }
    try {
      var keys =
          JWKSourceBuilder.<SecurityContext>create(
                  safe(text(answer, "jwks_uri")).toURL(),
                  new DefaultResourceRetriever(
                      (int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), MAX_BYTES))
              .build();
      var now =
          new Described(
              clock.instant(),
              safe(text(answer, "authorization_endpoint")).toString(),
              safe(text(answer, "token_endpoint")),
              new DirectoryTokens(given, keys, clock));
      known = now;
      return now;
    } catch (MalformedURLException odd) {
      throw DirectoryRefused.away("an address that is none");
    }
  }

  private JsonNode fetched(HttpRequest.Builder request) throws DirectoryRefused {
    try {
      var answer =
          http.send(
              request.timeout(PATIENCE).header("Accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        byte[] bytes = body.readNBytes(MAX_BYTES);
        if (answer.statusCode() != 200) {
          throw DirectoryRefused.away("it answered " + answer.statusCode());
        }
        return json.readTree(bytes);
      }
    } catch (IOException | JacksonException away) {
      throw DirectoryRefused.away(away.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw DirectoryRefused.away("stopped");
    }
  }

  private static String text(JsonNode answer, String name) throws DirectoryRefused {
    var value = answer.get(name);
    if (value == null || !value.isString()) {
      throw DirectoryRefused.away("no " + name);
    }
    return value.asString();
  }

  /// Only over TLS, but on this machine itself.
  private static URI safe(String address) throws DirectoryRefused {
    try {
      var uri = URI.create(address);
      boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException odd) {
      throw DirectoryRefused.away("an address that is none");
    }
    throw DirectoryRefused.away("an address without TLS");
  }

  private String answerAddress() {
    return sites.staffUrl() + ANSWER;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
