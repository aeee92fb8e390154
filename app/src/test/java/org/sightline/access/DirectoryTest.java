package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// AN-13: signing in with a council's own directory. Issuer and subject say who it is, and nothing
/// else; the application starts while the directory is away.
@SightlineTest
@TestPropertySource(properties = "sightline.test.sign-in=real")
class DirectoryTest {

  private static final int PORT = freePort();
  private static final String SIGN_IN = "/signing-in/directory";

  @Autowired private TestPeople people;
  @Autowired private FirstSteps steps;
  @Autowired private SettingUp settingUp;
  @Autowired private OneTimeCodes codes;
  @Autowired private DirectorySettings settings;
  @Autowired private org.sightline.web.Sites sites;

  private MockDirectory directory;

  /// Somebody who signs in with a password and an app.
  private record Equipped(UserId id, byte[] key, Visitor visitor) {}

  @DynamicPropertySource
  static void directory(DynamicPropertyRegistry registry) {
    registry.add("sightline.oidc.issuer", () -> "http://localhost:" + PORT);
    registry.add("sightline.oidc.client-id", () -> MockDirectory.CLIENT);
    registry.add("sightline.oidc.client-secret", () -> MockDirectory.SECRET);
    registry.add("sightline.oidc.strong-acr", () -> "urn:invented:two");
  }

  @BeforeEach
  void open() {
    directory = new MockDirectory(PORT);
    directory.isNow("subject-" + UUID.randomUUID());
  }

  @AfterEach
  void close() {
    directory.close();
  }

  @Test
  void whoHasLinkedTheirAccountIsInAndWhoHasNotIsToldHow() {
    var stranger = people.stranger();
    var before = stranger.get(SIGN_IN);
    assertThat(before.status()).isEqualTo(422);
    assertThat(before.page().text()).contains("linked to nobody here");
    assertThat(stranger.get("/your-sign-in").path()).isEqualTo("/signing-in");

    var person = equipped();
    var linked = person.visitor().get("/your-sign-in/directory");
    assertThat(linked.path()).isEqualTo("/your-sign-in");
    assertThat(linked.page().text())
        .contains("Linked with http://localhost:" + PORT)
        .contains("Something you sign in with was changed");

    assertThat(stranger.get("/your-sign-in").path()).isEqualTo("/signing-in");
    assertThat(stranger.get(SIGN_IN).path()).isEqualTo("/your-sign-in");
  }

  @Test
  void oneFactorThereIsNotEnoughHere() {
    var person = equipped();
    person.visitor().get("/your-sign-in/directory");
    for (UnaryOperator<JWTClaimsSet.Builder> weak :
        List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            one -> one,
            one -> one.claim("amr", List.of("pwd")),
            one -> one.claim("acr", "urn:invented:one"))) {
      directory.says(weak);
      var visitor = people.stranger();
      assertThat(visitor.get(SIGN_IN).path()).isEqualTo("/signing-in/code");
      assertThat(visitor.get("/").path()).isEqualTo("/signing-in/code");
    }
    var visitor = people.stranger();
    visitor.get(SIGN_IN);
    String code = codes.codeAt(person.key(), Instant.now().plusSeconds(30));
    assertThat(visitor.post("/signing-in/code", "code", code).path()).doesNotContain("signing-in");

    directory.says(one -> one.claim("acr", "urn:invented:two"));
    assertThat(people.stranger().get(SIGN_IN).path()).doesNotContain("signing-in");
  }

  @Test
  void noBadTokenLetsAnybodyIn() {
    String subject = "Subject-" + UUID.randomUUID();
    directory.isNow(subject);
    equipped().visitor().get("/your-sign-in/directory");
    assertThat(people.stranger().get(SIGN_IN).path()).doesNotContain("signing-in");
    var bad = new LinkedHashMap<String, UnaryOperator<JWTClaimsSet.Builder>>();
    bad.put("for another party", one -> one.audience("somebody-else"));
    bad.put("for two parties", one -> one.audience(List.of(MockDirectory.CLIENT, "else")));
    bad.put("asked for by another", one -> one.claim("azp", "somebody-else"));
    bad.put("for nobody", one -> one.audience((String) null));
    bad.put("another question", one -> one.claim("nonce", "another"));
    bad.put("no question", one -> one.claim("nonce", null));
    bad.put("over", one -> one.expirationTime(ago(120)));
    bad.put("never over", one -> one.expirationTime(null));
    bad.put("old", one -> one.issueTime(ago(3_600)));
    bad.put("of the future", one -> one.issueTime(ago(-600)));
    bad.put("of no time", one -> one.issueTime(null));
    bad.put("not before later", one -> one.notBeforeTime(ago(-600)));
    bad.put("another issuer", one -> one.issuer("https://else.example"));
    bad.put("a slash more", one -> one.issuer("http://localhost:" + PORT + "/"));
    bad.put("nobody", one -> one.subject(null));
    bad.put("blank", one -> one.subject(" "));
    bad.put("same address, other person", one -> one.subject("another-subject"));
    bad.put("other letters", one -> one.subject(subject.toUpperCase(java.util.Locale.ROOT)));
    assertSoftly(
        all -> {
          bad.forEach(
              (name, change) -> {
                directory.isNow(subject);
                directory.says(one -> change.apply(one.claim("amr", List.of("mfa"))));
                refused(all, name);
              });
          directory.isNow(subject);
          directory.signs(set -> new PlainJWT(set).serialize());
          refused(all, "not signed");
          directory.signs(set -> MockDirectory.signed(set, MockDirectory.newKey()));
          refused(all, "signed by another key");
          directory.signs(this::withOurSecret);
          refused(all, "signed with a shared secret");
          directory.signs(set -> directory.signed(set).replaceAll("\\.[^.]*$", "."));
          refused(all, "signature cut off");
          directory.isNow(subject);
          directory.answersAs("else.example");
          refused(all, "another directory answers");
          directory.answersAs("");
          directory.signs(set -> "nonsense");
          refused(all, "no token");
          directory.isNow(subject);
          all.assertThat(people.stranger().get(SIGN_IN).path()).doesNotContain("signing-in");
        });
  }

  private void refused(org.assertj.core.api.SoftAssertions all, String name) {
    var visitor = people.stranger();
    all.assertThat(visitor.get(SIGN_IN).status()).as(name).isEqualTo(422);
    all.assertThat(visitor.get("/your-sign-in").path()).as(name).isEqualTo("/signing-in");
  }

  @Test
  void anAnswerNobodyAskedForOrASecondOneIsRefused() {
    equipped().visitor().get("/your-sign-in/directory");
    var visitor = people.stranger();
    assertThat(visitor.get("/signing-in/directory/answer?code=x&state=y").page().text())
        .contains("began somewhere else");
    var arrived = visitor.get(SIGN_IN);
    var hop = arrived.response();
    while (!hop.uri().getPath().equals("/signing-in/directory/answer")) {
      hop = hop.previousResponse().orElseThrow();
    }
    String answer = hop.uri().toString();
    var thief = people.stranger();
    thief.get("/signing-in");

    assertThat(thief.get(answer).status()).isEqualTo(422);
    assertThat(visitor.get(answer).status()).isEqualTo(422);
    assertThat(thief.get("/your-sign-in").path()).isEqualTo("/signing-in");
  }

  @Test
  void anAccountThereBelongsToOnePersonHereAndIsPartedAgain() {
    var first = equipped();
    first.visitor().get("/your-sign-in/directory");
    var second = equipped();

    var taken = second.visitor().get("/your-sign-in/directory");
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.page().text()).contains("linked to another person");

    String part =
        first
            .visitor()
            .get("/your-sign-in")
            .page()
            .select("form[action*=directory]")
            .attr("action");
    assertThat(second.visitor().post(part).status()).isEqualTo(404);
    assertThat(first.visitor().post(part).page().text()).contains("no longer linked");
    assertThat(people.stranger().get(SIGN_IN).status()).isEqualTo(422);
  }

  @Test
  void aOneTimeLinkTakesTheDirectoryButNotWithOneFactor() {
    var id = newcomer();
    String link = steps.linkFor(people.as(Role.ADMINISTRATOR), id);
    directory.says(one -> one);
    var visitor = people.stranger();
    assertThat(visitor.get(link).page().text()).contains("Sign in with your council account");
    assertThat(visitor.get(link + "/directory").page().text()).contains("here you need two");

    directory.says(one -> one.claim("amr", List.of("mfa")));
    assertThat(visitor.get(link + "/directory").path()).isEqualTo("/your-sign-in/recovery-codes");
    assertThat(visitor.get(link).status()).isEqualTo(404);
    assertThat(visitor.get("/signing-in-again/directory").path()).doesNotContain("signing-in");
    String only =
        visitor.get("/your-sign-in").page().select("form[action*=directory]").attr("action");
    assertThat(visitor.post(only).page().text())
        .contains("This is the only thing you sign in with");

    directory.says(
        one ->
            one.claim("amr", List.of("mfa"))
                .claim("auth_time", Instant.now().minusSeconds(3_600).getEpochSecond()));
    assertThat(visitor.get("/signing-in-again/directory").status()).isEqualTo(422);
    directory.isNow("another");
    assertThat(visitor.get("/signing-in-again/directory").status()).isEqualTo(422);
  }

  @Test
  void aDirectoryThatIsAwayIsSaidInASentence() {
    directory.close();

    var arrived = people.stranger().get("/signing-in/directory/answer?code=a&state=b");
    assertThat(arrived.status()).isEqualTo(422);
    var own = new Directory(settings, sites, java.time.Clock.systemUTC());
    assertThatThrownBy(() -> own.address("s", "n", "c", false))
        .isInstanceOfSatisfying(DirectoryRefused.class, away -> assertThat(away.isAway()).isTrue());
    assertThat(people.stranger().get("/signing-in").status()).isEqualTo(200);
  }

  private String withOurSecret(JWTClaimsSet set) {
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
      byte[] secret =
          (MockDirectory.SECRET + MockDirectory.SECRET).getBytes(StandardCharsets.UTF_8);
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private UserId newcomer() {
    var id = UserId.random();
    settingUp.personWithoutPassword(id, "council-" + id, "Cowan Invented");
    return id;
  }

  private Equipped equipped() {
    var id = newcomer();
    String link = steps.linkFor(people.as(Role.ADMINISTRATOR), id);
    var visitor = people.stranger();
    String key = visitor.get(link + "/app").page().select("input[name=key]").val();
    byte[] bytes = new Base32().decode(key);
    var arrived =
        visitor.post(
            link + "/app",
            "key",
            key,
            "password",
            "kettle harbour nineteen moss",
            "code",
            codes.codeAt(bytes, Instant.now()));
    assertThat(arrived.path()).isEqualTo("/your-sign-in/recovery-codes");
    return new Equipped(id, bytes, visitor);
  }

  private static Date ago(long seconds) {
    return Date.from(Instant.now().minusSeconds(seconds));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
