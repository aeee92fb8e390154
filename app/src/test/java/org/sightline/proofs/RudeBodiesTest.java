package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;

/// WB-08, WB-09, WB-12, WB-13: whatever the body of a request, and however slowly it comes, it is
/// answered, by a page with a sentence and the right status, and nothing has changed.
@SightlineTest
class RudeBodiesTest extends RudeSites {

  private static final int MEGABYTE = 1024 * 1024;

  /// Buttons, whose forms hold nothing, so that no body is read; and the code
  /// page, which sends somebody who is not half-way in to the start.
  private static final String NOTHING_IN_IT =
      "/your-sign-in/(browsers/.*|unsent/.*|mail/removing|recovery-codes)|/signing-in/code|/break-glass/.*/giving-back"
          + "|/conflicts/.*/lifting|/seals/.*/opening(/agreement)?|/clocks/my-calendar(/ending)?";

  @Autowired private DatabaseSettings settings;

  @Test
  void aBodyThatIsNoFormIsRefusedByEveryForm() {
    try (var rows = new Rows(settings)) {
      var before = rows.now();
      assertSoftly(
          all -> {
            for (String route : Handlers.of(application, Site.STAFF, RequestMethod.POST).all()) {
              if (route.matches(NOTHING_IN_IT)) {
                continue;
              }
              String path = route.replaceAll("\\{[^}]*}", NO_ID);
              for (String type :
                  List.of(
                      "application/json",
                      "application/xml",
                      "image/png",
                      "text/plain",
                      "nonsense",
                      "multipart/form-data",
                      "application/x-www-form-urlencoded; charset=nonsense")) {
                var arrived = owner.body(path, type, bytes("{\"a\":" + "[".repeat(20_000)));
                all.assertThat(arrived.status()).as(type + " to " + path).isBetween(400, 499);
                all.assertThat(AnswerRules.broken(arrived)).as(type + " to " + path).isEmpty();
              }
            }
          });
      assertThat(rows.now()).isEqualTo(before);
    }
  }

  @Test
  void aBodyThatIsTooMuchIsRefusedAtOnce() {
    assertSoftly(
        all -> {
          var urlencoded = "application/x-www-form-urlencoded";
          String many =
              IntStream.range(0, 100_000)
                  .mapToObj(i -> "a" + i + "=1")
                  .collect(Collectors.joining("&"));
          for (String path :
              List.of("/contexts/plans/starting", "/concerns/raising", "/signing-in")) {
            tooMuch(all, path, urlencoded, bytes(many));
            tooMuch(all, path, urlencoded, bytes("name=" + "a".repeat(3 * MEGABYTE)));
          }
          tooMuch(
              all, "/contexts/plans/starting", "multipart/form-data; boundary=b", parts(10_000));
          tooMuch(
              all,
              "/contexts/plans/starting",
              "multipart/form-data; boundary=b",
              new byte[24 * MEGABYTE]);
          tooMuch(
              all,
              "/contexts/plans/starting",
              "multipart/form-data; boundary=" + "b".repeat(5_000),
              parts(2));
        });
  }

  @Test
  void aBodyOfFiftyMegabytesIsNotReadToItsEnd() throws IOException {
    for (String type :
        List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=b")) {
      long taken = 0;
      try (var socket = new Socket("localhost", URI.create(people.staffUrl()).getPort())) {
        var out = socket.getOutputStream();
        out.write(
            bytes(
                "POST /contexts/plans/starting HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(cookie, type, 50 * MEGABYTE)));
        while (taken < 50 * MEGABYTE) {
          out.write(new byte[MEGABYTE]);
          taken += MEGABYTE;
        }
        socket.setSoTimeout(5_000);
        var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        assertThat(answer).as(type).matches("HTTP/1.1 4(00|13)");
      } catch (SocketException hungUp) {
        assertThat(taken).as(type).isLessThan(50L * MEGABYTE);
      }
    }
    assertThat(staff.send("GET", "/signing-in").status()).isEqualTo(200);
  }

  @Test
  void whoSendsSlowlyKeepsNobodyWaiting() throws IOException {
    var slow = new ArrayList<Socket>();
    try {
      for (String origin : List.of(people.staffUrl(), people.studentUrl())) {
        for (int i = 0; i < 150; i++) {
          var socket = new Socket("localhost", URI.create(origin).getPort());
          String half = i % 2 == 0 ? "" : "Content-Length: 1000\r\n\r\ncode=";
          socket
              .getOutputStream()
              .write(
                  bytes(
                      "POST /joining HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                          + half));
          slow.add(socket);
        }
      }
      long start = System.nanoTime();

      assertThat(student.send("GET", "/joining").status()).isEqualTo(200);
      assertThat(staff.send("GET", "/engagement/rounds", cookie).status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    } finally {
      for (var socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void whatStandsTwiceOrNotAtAllIsAnsweredByEveryForm() {
    try (var rows = new Rows(settings)) {
      assertSoftly(
          all -> {
            var before = rows.now();
            for (String route : Handlers.of(application, Site.STAFF, RequestMethod.POST).all()) {
              if (route.matches(NOTHING_IN_IT)) {
                continue;
              }
              String path = route.replaceAll("\\{[^}]*}", NO_ID);
              for (String[] fields :
                  new String[][] {
                    {},
                    {"name", "a", "name", "b", "", "a"},
                    {"name[]", "a", "name[0].x", "a", "class.x", "a"}
                  }) {
                var arrived = owner.post(path, fields);
                all.assertThat(AnswerRules.broken(arrived)).as(path).isEmpty();
                var after = rows.now();
                if (arrived.status() >= 400) {
                  all.assertThat(after).as(path).isEqualTo(before);
                }
                before = after;
              }
            }
          });
    }
  }

  private void tooMuch(SoftAssertions all, String path, String type, byte[] body) {
    long start = System.nanoTime();
    var arrived = owner.body(path, type, body);
    String asked = "%d bytes of %s to %s".formatted(body.length, type, path);
    all.assertThat(arrived.status()).as(asked).isIn(400, 413);
    all.assertThat(AnswerRules.broken(arrived)).as(asked).isEmpty();
    all.assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as(asked)
        .isLessThan(Duration.ofSeconds(5));
  }

  private static byte[] parts(int number) {
    var body = new StringBuilder();
    for (int i = 0; i < number; i++) {
      body.append("--b\r\nContent-Disposition: form-data; name=\"a")
          .append(i)
          .append("\"\r\n\r\n1\r\n");
    }
    return bytes(body + "--b--\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
