package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.sightline.testing.RawHttp.Answer;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestRounds;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;

/// WB-08, WB-09, WB-12, WB-13: whatever the shape of a request, it is answered quickly, by a page
/// with a sentence and the right status, and nothing has changed.
@SightlineTest
class RudeRequestsTest extends RudeSites {

  @Autowired private TestRounds rounds;

  @Test
  void aMethodThatAnAddressDoesNotTakeIsRefusedEverywhere() {
    assertSoftly(
        all -> {
          for (String route : Handlers.of(application, Site.STAFF, RequestMethod.GET).all()) {
            String path = route.replaceAll("\\{[^}]*}", NO_ID);
            for (String method : List.of("TRACE", "PUT", "DELETE", "PATCH", "BREW", "CONNECT")) {
              refused(
                  all, method + " " + path, staff.send(method, path, cookie), 400, 404, 405, 501);
            }
            var options = staff.send("OPTIONS", path, cookie);
            all.assertThat(options.status()).as("OPTIONS " + path).isIn(200, 204, 400, 404, 405);
            all.assertThat(options.header("Access-Control-Allow-Origin")).as(path).isEmpty();
          }
          for (String route : Handlers.of(application, Site.STUDENT, RequestMethod.GET).all()) {
            String path = route.replaceAll("\\{[^}]*}", "0");
            for (String method : List.of("TRACE", "PUT", "DELETE", "PATCH", "BREW")) {
              refused(all, method + " " + path, student.send(method, path), 400, 404, 405);
            }
          }
        });
  }

  @Test
  void askingForTheHeadOnlyAnswersAsThePageWould() {
    assertSoftly(
        all -> {
          for (String route : Handlers.of(application, Site.STAFF, RequestMethod.GET).all()) {
            String path = route.replaceAll("\\{[^}]*}", NO_ID);
            var head = staff.send("HEAD", path, cookie);
            all.assertThat(head.status())
                .as("HEAD " + path)
                .isEqualTo(staff.send("GET", path, cookie).status());
            all.assertThat(head.body()).as("HEAD " + path).isEmpty();
          }
        });
  }

  /// The page that asks for a reason is the same for every id, whether there is such a workspace
  /// or not.
  private static final String GLASS = "/break-glass/" + NO_ID;

  @Test
  void anIdThatIsNoneIsAPageThatIsNotThere() {
    assertSoftly(
        all -> {
          for (String route : Handlers.of(application, Site.STAFF, RequestMethod.GET).all()) {
            for (String id :
                List.of("x", "1", "-1", "99999999999", "null", NO_ID, "%3Cb%3E", "%F0%9F%A7%AD")) {
              String path = route.replaceAll("\\{[^}]*}", id);
              if (!path.equals(route)) {
                var arrived = owner.get(path);
                if (!path.equals(GLASS)) {
                  all.assertThat(arrived.status()).as(path).isIn(400, 404);
                }
                all.assertThat(AnswerRules.broken(arrived)).as(path).isEmpty();
              }
            }
          }
        });
  }

  @Test
  void aPathThatIsAlmostRightLeadsNowhere() {
    String round = "/engagement/rounds/" + rounds.aRound().id();
    assertThat(staff.send("GET", round, cookie).status()).isEqualTo(200);

    assertSoftly(
        all -> {
          for (String path :
              List.of(
                  round + ";jsessionid=x",
                  round + "/",
                  round + "//",
                  "/" + round,
                  round.replace("/rounds/", "//rounds/"),
                  round.replace("/rounds/", "/./rounds/"),
                  round.replace("/rounds/", "/x/../rounds/"),
                  round.replace("/rounds/", "/x/%2e%2e/rounds/"),
                  round.replace("/rounds/", "/x/..;/rounds/"),
                  round.replace("/rounds/", "%2frounds/"),
                  round.replace("/rounds/", "%252frounds/"),
                  round.replace("/rounds/", "\\rounds/"),
                  round.replace("engagement", "Engagement"),
                  round + "%00",
                  round + "%0d%0aX-Planted:%20yes",
                  round + ".json",
                  "/static/..;" + round,
                  "/static/%2e%2e" + round,
                  "/signing-in/.." + round,
                  "/signing-in/..;" + round)) {
            for (String who : List.of(cookie, "X-Nobody: 1")) {
              var answer = staff.send("GET", path, who);
              boolean asksToSignIn = answer.status() == 302 && !who.equals(cookie);
              if (!asksToSignIn) {
                refused(all, path, answer, 400, 404);
              }
              all.assertThat(answer.body()).as(path).doesNotContain("Spring round");
              all.assertThat(answer.header("X-Planted")).as(path).isEmpty();
            }
          }
        });
  }

  @Test
  void aHostThatIsNotOursIsNotRepeated() {
    assertSoftly(
        all -> {
          for (String lines :
              List.of(
                  "GET /signing-in HTTP/1.1\r\nHost: elsewhere.example",
                  "GET /engagement/rounds HTTP/1.1\r\nHost: elsewhere.example",
                  "GET http://elsewhere.example/signing-in HTTP/1.1\r\nHost: elsewhere.example",
                  "GET /signing-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: elsewhere.example")) {
            var answer = staff.bytes(lines + "\r\nConnection: close\r\n\r\n");
            all.assertThat(answer.status()).as(lines).isIn(200, 302, 400);
            all.assertThat(answer.body() + answer.headers()).as(lines).doesNotContain("elsewhere");
          }
          for (String lines :
              List.of(
                  "GET / HTTP/1.1",
                  "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
                  "GET / HTTP/1.1\r\nHost: a b",
                  "GET / HTTP/1.1\r\nHost: <script>",
                  "GET http://a/ HTTP/1.1\r\nHost: b",
                  "GET / HTTP/9.9\r\nHost: localhost")) {
            all.assertThat(staff.bytes(lines + "\r\nConnection: close\r\n\r\n").status())
                .as(lines)
                .isIn(400, 505);
          }
        });
  }

  @Test
  void aRequestOfWhichTheEndIsUnclearIsNotTaken() {
    assertSoftly(
        all -> {
          for (String headers :
              List.of(
                  "Content-Length: 5\r\nContent-Length: 6",
                  "Content-Length: 5, 6",
                  "Content-Length: +5",
                  "Content-Length: -1",
                  "Content-Length: 0x5",
                  "Content-Length: 99999999999999999999",
                  "Transfer-Encoding: xchunked",
                  "Transfer-Encoding: chunked, identity",
                  "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
                  "Transfer-Encoding : chunked",
                  "Transfer-Encoding:\u000bchunked",
                  "X: a\r\n folded: yes\r\nContent-Length: 5\r\nContent-Length: 7",
                  "Na\0me: x",
                  "X: a\u0000b",
                  "X: " + "a".repeat(100_000),
                  IntStream.range(0, 300)
                      .mapToObj(i -> "X" + i + ": 1")
                      .collect(Collectors.joining("\r\n")))) {
            var answer =
                staff.bytes(
                    "POST /signing-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n0\r\n\r\nGET /planted HTTP/1.1\r\nHost: x\r\n\r\n"
                        .formatted(headers));
            String asked = headers.substring(0, Math.min(70, headers.length()));
            all.assertThat(answer.status()).as(asked).isIn(400, 413, 431, 501);
            all.assertThat(answer.body()).as(asked).doesNotContain("HTTP/1.1 ");
          }
          var both =
              staff.bytes(
                  "POST /signing-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /planted HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
          all.assertThat(both.body()).as("length and chunks").doesNotContain("HTTP/1.1 ");
        });
  }

  @Test
  void aHeaderThatMakesNoSenseDoesNoHarm() {
    assertSoftly(
        all -> {
          for (String header :
              List.of(
                  "Accept: nonsense",
                  "Accept: " + "text/html,".repeat(600),
                  "Accept: application/json, image/png;q=zz",
                  "Accept-Language: *;q=abc, -, ${7*7}",
                  "Accept-Encoding: gzip;q=-1, \u0000",
                  "Accept-Charset: nonsense",
                  "If-None-Match: *",
                  "If-Modified-Since: yesterday",
                  "If-Range: x",
                  "Range: bytes=9-1,0-0,-0," + "0-1,".repeat(500),
                  "Expect: the worst",
                  "Upgrade: h2c",
                  "Connection: Upgrade, HTTP2-Settings",
                  "X-HTTP-Method-Override: DELETE",
                  "X-Forwarded-For: " + "1,".repeat(1_000),
                  "X-Forwarded-Prefix: //elsewhere.example",
                  "Forwarded: host=elsewhere.example;proto=x",
                  "Referer: javascript:alert(1)",
                  "Authorization: Basic !!!",
                  "Cookie: sightline=" + "x".repeat(3_000),
                  "Cookie: seat=\"; ,=; $Version=1")) {
            for (String path : List.of("/signing-in", "/static/web/sightline.css", "/no-such")) {
              var answer = staff.send("GET", path, header);
              all.assertThat(answer.status()).as(header + path).isBetween(200, 499);
              all.assertThat(answer.body() + answer.headers())
                  .as(header + path)
                  .doesNotContain("elsewhere.example", "java.lang");
            }
            all.assertThat(student.send("GET", "/joining", header).status())
                .as(header)
                .isBetween(200, 499);
          }
        });
  }

  private static void refused(SoftAssertions all, String asked, Answer answer, Integer... with) {
    all.assertThat(answer.status()).as(asked).isIn((Object[]) with);
    all.assertThat(answer.page().select("h1")).as("heading of " + asked).hasSize(1);
    all.assertThat(answer.page().select("main p").text()).as(asked).hasSizeGreaterThan(20);
    all.assertThat(answer.body()).as(asked).doesNotContain("java.", "org.spring", "omcat");
  }
}
