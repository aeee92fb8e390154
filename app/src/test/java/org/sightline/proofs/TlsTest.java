package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.CertificateExample;
import org.sightline.demonstration.WorldFile;
import org.sightline.testing.RawHttp;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// Issue 2, section 1: with `--tls-cert` and `--tls-key` both sites speak https and nothing else,
/// as a laptop does that tablets reach over the school's network.
@Tag("long")
class TlsTest {

  @TempDir private Path folder;

  @Test
  void bothSitesSpeakHttpsFromSigningInToTheSlip() throws Exception {
    var own = CertificateExample.in(folder, "own");
    try (var demo =
        DemoProcess.start(
            folder.resolve("data"),
            6,
            "--tls-cert",
            "" + own.certificate(),
            "--tls-key",
            "" + own.key())) {
      var world = demo.world();
      signIn(Visitor.at(world.staffUrl(), own.trusted()), world);
      mark(Visitor.at(world.studentUrl(), own.trusted()), world);
      for (String origin : List.of(world.staffUrl(), world.studentUrl())) {
        assertThat(origin).startsWith("https://localhost:");
        var plain = new RawHttp(origin).send("GET", "/");
        assertThat(plain.status()).as("without TLS: " + plain.body()).isIn(0, 400);
        assertThat(plain.body()).doesNotContain("<form");
      }
    }
  }

  private static void signIn(Visitor owner, WorldFile world) {
    var member = world.signIns().stream().filter(s -> s.role().equals("ROUND_OWNER")).findFirst();
    var arrived =
        owner.post(
            "/signing-in",
            "username",
            member.orElseThrow().username(),
            "password",
            member.orElseThrow().password());

    assertThat(arrived.status()).isEqualTo(200);
    assertThat(arrived.page().select(".top__who").text()).contains(member.orElseThrow().name());
    assertThat(cookies(arrived))
        .isNotEmpty()
        .allSatisfy(TlsTest::isBoundToThisHost)
        .anySatisfy(line -> assertThat(line).startsWith("__Host-sightline="));
    var rounds = owner.get("/engagement/rounds");
    assertThat(rounds.status()).isEqualTo(200);
    assertThat(rounds.response().uri().getScheme()).isEqualTo("https");
    isRemembered(rounds);
    isRemembered(owner.get("/no-such-page"));
  }

  private static void mark(Visitor student, WorldFile world) {
    var open =
        world.sessions().stream().filter(s -> s.state().equals("open")).findFirst().orElseThrow();
    var joined = student.post("/joining", "code", open.classCode());
    assertThat(joined.status()).isEqualTo(200);
    assertThat(cookies(joined))
        .isNotEmpty()
        .allSatisfy(TlsTest::isBoundToThisHost)
        .anySatisfy(line -> assertThat(line).startsWith("__Host-seat="));

    var fields = new ArrayList<>(List.of("year", "", "slip", ""));
    for (var place : student.get("/marking").page().select("fieldset.place")) {
      fields.addAll(List.of(place.select("input[type=radio]").first().attr("name"), "R"));
    }
    var sent = student.post("/slip", fields.toArray(String[]::new));
    assertThat(sent.status()).as(sent.page().text()).isEqualTo(200);
    isRemembered(sent);

    String slip = sent.page().select(".slip").attr("data-code");
    var gone = student.post("/withdrawing", "code", slip);
    assertThat(gone.page().select(".receipt")).as(gone.page().text()).isNotEmpty();
  }

  /// A browser that was here once never asks without TLS again (HSTS).
  private static void isRemembered(Arrived arrived) {
    assertThat(arrived.response().headers().firstValue("Strict-Transport-Security"))
        .as(arrived.path())
        .contains("max-age=31536000; includeSubDomains");
  }

  private static void isBoundToThisHost(String line) {
    assertThat(line).startsWith("__Host-").doesNotContainIgnoringCase("Domain=");
    assertThat(line.toLowerCase(java.util.Locale.ROOT).split("; "))
        .contains("secure", "httponly", "path=/");
  }

  /// What was set on the way to the page, redirects included.
  private static List<String> cookies(Arrived arrived) {
    var lines = new ArrayList<String>();
    Optional<HttpResponse<byte[]>> at = Optional.of(arrived.response());
    while (at.isPresent()) {
      lines.addAll(at.get().headers().allValues("Set-Cookie"));
      at = at.get().previousResponse();
    }
    return lines;
  }
}
