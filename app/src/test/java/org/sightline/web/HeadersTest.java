package org.sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.RawHttp;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// WB-01, WB-02, WB-08, WB-12: whatever is asked of either site, the answer carries the headers, is
/// a page where it has a body, never blames the server, and shows nothing of its insides.
@SightlineTest
class HeadersTest {

  private static final List<String> HEADERS =
      List.of(
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "Permissions-Policy",
          "Cache-Control");

  /// What a browser, a crawler and somebody unfriendly would send.
  private static final List<String[]> REQUESTS =
      List.of(
          ask("GET", "/"),
          ask("GET", "/signing-in"),
          ask("GET", "/engagement/rounds"),
          ask("GET", "/no-such-page"),
          ask("GET", "/error"),
          ask("GET", "/static/web/sightline.css"),
          ask("GET", "/static/web/no-such.css"),
          ask("GET", "/static/"),
          ask("GET", "/static/../application.yaml"),
          ask("GET", "/static/%2e%2e/application.yaml"),
          ask("GET", "/webjars/"),
          ask("GET", "/actuator/health"),
          ask("GET", "/" + "a".repeat(6_000)),
          ask("GET", "/" + "a".repeat(60_000)),
          ask("GET", "/%zz"),
          ask("GET", "/%00"),
          ask("GET", "/a;b=c"),
          ask("GET", "//elsewhere.example/"),
          ask("GET", "/a\\b"),
          ask("GET", "/?a[]={}|"),
          ask("HEAD", "/signing-in"),
          ask("HEAD", "/no-such-page"),
          ask("OPTIONS", "/signing-in"),
          ask("OPTIONS", "*"),
          ask("TRACE", "/signing-in"),
          ask("PUT", "/signing-in"),
          ask("DELETE", "/"),
          ask("PATCH", "/"),
          ask("POST", "/", "Content-Length: 0"),
          ask("POST", "/error", "Content-Length: 0"),
          ask("POST", "/signing-in", "Content-Length: 0", "Origin: http://elsewhere.example"),
          ask("POST", "/signing-in", "Content-Length: 0", "Sec-Fetch-Site: cross-site"),
          ask("POST", "/signing-in", "Content-Length: 0", "Content-Type: multipart/form-data"),
          ask("BREW", "/"),
          ask("GET", "/", "Cookie: sightline=%00%ff"),
          ask("GET", "/", "Accept: application/json"),
          ask("GET", "/no-such-page", "Accept: application/json"),
          ask("GET", "/", "Range: bytes=0-1"),
          ask("GET", "/", "X-Forwarded-Host: elsewhere.example", "X-Forwarded-Proto: https"));

  @Autowired private TestPeople people;

  @Test
  void everyAnswerOfBothSitesCarriesTheHeaders() {
    var softly = new SoftAssertions();
    forEach(
        (asked, answer) -> {
          if (asked.contains("OPTIONS, *")) {
            // The connector answers this one before anything of ours: a list of methods and no
            // body.
            softly.assertThat(answer.body()).as(asked).isEmpty();
            return;
          }
          for (String header : HEADERS) {
            softly.assertThat(answer.header(header)).as("%s of %s", header, asked).isPresent();
          }
        });
    softly.assertAll();
  }

  @Test
  void nothingAPersonCanSendIsTheServersFault() {
    var softly = new SoftAssertions();
    forEach(
        (asked, answer) ->
            softly.assertThat(answer.status()).as("status of %s", asked).isBetween(200, 499));
    softly.assertAll();
  }

  @Test
  void whatIsRefusedIsAPageOfOurs() {
    var softly = new SoftAssertions();
    forEach(
        (asked, answer) -> {
          if (answer.status() >= 400 && !asked.contains("HEAD")) {
            softly.assertThat(answer.page().select("h1")).as("heading of %s", asked).hasSize(1);
            softly
                .assertThat(answer.header("Content-Type").orElse(""))
                .as("type of %s", asked)
                .startsWith("text/html");
          }
        });
    softly.assertAll();
  }

  @Test
  void noAnswerShowsTheServersInsides() {
    var softly = new SoftAssertions();
    forEach(
        (asked, answer) -> {
          softly.assertThat(answer.header("Server")).as("server of %s", asked).isEmpty();
          softly.assertThat(answer.header("X-Powered-By")).as("power of %s", asked).isEmpty();
          softly
              .assertThat(answer.body())
              .as("body of %s", asked)
              .doesNotContainIgnoringCase("tomcat")
              .doesNotContainIgnoringCase("whitelabel")
              .doesNotContain("org.spring")
              .doesNotContain("java.lang");
        });
    softly.assertAll();
  }

  @Test
  void pagesAreNotKeptAndAssetsAre() {
    var student = new RawHttp(people.studentUrl());

    assertThat(student.send("GET", "/").header("Cache-Control")).contains("no-store");
    assertThat(student.send("GET", "/static/web/sightline.css").header("Cache-Control"))
        .contains("no-cache");
    String kept = StaticFiles.at("/static/web/sightline.css");
    assertThat(student.send("GET", "/joining").body()).contains("href=\"" + kept + "\"");
    assertThat(student.send("GET", kept).status()).isEqualTo(200);
    assertThat(student.send("GET", kept).header("Cache-Control"))
        .contains("max-age=31536000, immutable");
    assertThat(student.send("GET", "/static/v000000000000/web/sightline.css").status())
        .as("of another version")
        .isEqualTo(404);
    assertThat(
            people
                .signedIn(Role.HEAD)
                .get("/signing-in")
                .response()
                .headers()
                .allValues("Cache-Control"))
        .containsExactly("no-store");
  }

  @Test
  void aPolicyAllowsNothingFromElsewhereAndNothingInline() {
    String policy =
        new RawHttp(people.staffUrl())
            .send("GET", "/signing-in")
            .header("Content-Security-Policy")
            .orElseThrow();

    assertThat(policy)
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'", "base-uri 'none'");
    assertThat(policy).doesNotContain("unsafe").doesNotContain("http").doesNotContain("*");
  }

  @Test
  void aRedirectNamesNoHost() {
    var answer =
        new RawHttp(people.staffUrl())
            .bytes(
                "GET /engagement/rounds HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/signing-in");
  }

  @Test
  void libraryFilesShowNoVersionsAndNoPages() {
    var staff = new RawHttp(people.staffUrl());

    for (String file :
        List.of("package.json", "dist/govuk/components/button/fixtures.json", "README.md")) {
      assertThat(staff.send("GET", "/webjars/govuk-frontend/5.14.0/" + file).status())
          .as(file)
          .isEqualTo(404);
    }
    assertThat(
            staff
                .send("GET", "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css")
                .status())
        .isEqualTo(200);
  }

  @Test
  void bothSitesCompressTheirPages() {
    for (String origin : List.of(people.staffUrl(), people.studentUrl())) {
      assertThat(
              new RawHttp(origin)
                  .send(
                      "GET",
                      "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css",
                      "Accept-Encoding: gzip")
                  .header("Content-Encoding"))
          .as(origin)
          .contains("gzip");
    }
  }

  @Test
  void aBodyThatIsTooLargeGetsASentence() {
    var head = people.signedIn(Role.HEAD);

    var arrived = head.upload("/no-such-page", "file", "a.png", new byte[22 * 1024 * 1024]);

    assertThat(arrived.status()).isIn(404, 413);
    assertThat(arrived.page().select("h1")).hasSize(1);
  }

  @Test
  void aMultipartBodyThatIsNoneIsRefusedWithASentence() {
    var arrived =
        people
            .signedIn(Role.HEAD)
            .body(
                "/signing-out",
                "multipart/form-data; boundary=x",
                "this is not multipart".getBytes(StandardCharsets.UTF_8));

    assertThat(arrived.status()).isLessThan(500);
  }

  private interface Look {
    void at(String asked, RawHttp.Answer answer);
  }

  private void forEach(Look look) {
    for (String origin : List.of(people.staffUrl(), people.studentUrl())) {
      var site = new RawHttp(origin);
      String name = origin.equals(people.staffUrl()) ? "staff" : "student";
      for (String[] request : REQUESTS) {
        var more = Stream.of(request).skip(2).toArray(String[]::new);
        String asked = new ArrayList<>(List.of(request)).toString();
        look.at(
            name + " " + asked.substring(0, Math.min(90, asked.length())),
            site.send(request[0], request[1], more));
      }
    }
  }

  private static String[] ask(String method, String target, String... headers) {
    return Stream.concat(Stream.of(method, target), Stream.of(headers)).toArray(String[]::new);
  }
}
