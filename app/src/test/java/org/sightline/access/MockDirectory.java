package org.sightline.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A council's directory on this machine: says yes to everybody, and what it is told to say.
final class MockDirectory implements AutoCloseable {

  static final String CLIENT = "sightline-test";
  static final String SECRET = "a secret: with signs & such";

  // One for all: the application remembers the keys of a directory.
  private static final RSAKey KEY = newKey();

  final RSAKey key = KEY;
  private final HttpServer server;
  private final String issuer;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
  private Function<JWTClaimsSet, String> signed = this::signed;
  private String subject = "subject-1";
  private String answeringAs = "";

  MockDirectory(int port) {
    issuer = "http://localhost:" + port;
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext("/.well-known/openid-configuration", x -> answer(x, 200, description()));
    server.createContext("/keys", x -> answer(x, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  /// Somebody else is at the directory from now on, and it says two factors were shown.
  void isNow(String someone) {
    subject = someone;
    claims = builder -> builder.claim("amr", List.of("pwd", "mfa"));
    signed = this::signed;
  }

  /// What it changes about the claims; two factors are not said unless this says so.
  void says(UnaryOperator<JWTClaimsSet.Builder> changed) {
    claims = changed;
  }

  /// As whom it sends people back; empty when it does not say.
  void answersAs(String issuer) {
    answeringAs = issuer;
  }

  /// How it signs.
  void signs(Function<JWTClaimsSet, String> how) {
    signed = how;
  }

  String signed(JWTClaimsSet set) {
    return signed(set, key);
  }

  static String signed(JWTClaimsSet set, RSAKey key) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, set);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("key-1").generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String description() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}
        """
        .formatted(issuer);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = parsed(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + asked.get("state")
                + (answeringAs.isEmpty() ? "" : "&iss=" + answeringAs));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var sent = parsed(body);
    var asked = codes.remove(sent.getOrDefault("code", ""));
    String us =
        URLEncoder.encode(CLIENT, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(us.getBytes(StandardCharsets.UTF_8));
    if (asked == null
        || !expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !asked.get("code_challenge_method").equals("S256")
        || !asked.get("code_challenge").equals(hash(sent.get("code_verifier")))
        || !asked.get("redirect_uri").equals(sent.get("redirect_uri"))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    var set =
        claims
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .subject(subject)
                    .audience(CLIENT)
                    .claim("nonce", asked.get("nonce"))
                    .claim("email", "same@council.example")
                    .claim("auth_time", Instant.now().getEpochSecond())
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300))))
            .build();
    answer(exchange, 200, "{\"token_type\":\"Bearer\",\"id_token\":\"" + signed.apply(set) + "\"}");
  }

  private static String hash(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> parsed(String form) {
    return Arrays.stream(form.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
