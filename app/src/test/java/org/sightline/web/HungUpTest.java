package org.sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// A visitor who hangs up is no fault of ours: nothing is logged, nobody is called.
@SightlineTest
@ExtendWith(OutputCaptureExtension.class)
class HungUpTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private Errors errors;

  @Test
  void aDatabaseThatHangsUpIsStillAFault(CapturedOutput output) {
    var broken = new SocketException("Broken pipe");

    assertThat(HungUp.isIn(new IllegalStateException(new SQLException("away", "08006", broken))))
        .isFalse();
    assertThat(HungUp.isIn(new IOException("Connection reset by peer"))).isFalse();
    assertThat(errors.ofFailure(new IllegalStateException(broken))).isNotNull();
    assertThat(output).contains("Fault ");
  }

  @Test
  void aVisitorWhoHangsUpIsTold() {
    var gone = new ClientAbortException(new IOException("Broken pipe"));

    assertThat(HungUp.isIn(gone)).isTrue();
    assertThat(HungUp.isIn(new IllegalStateException("while writing", gone))).isTrue();
  }

  @Test
  void nothingIsLoggedWhenAPageAFileOrAFormIsBrokenOff(CapturedOutput output) throws Exception {
    var session = rounds.aPlannedSession(rounds.aRound());
    var owner = people.signedIn(Role.ROUND_OWNER);
    String file = "/engagement/sessions/" + session.id() + "/consent-forms.pdf";
    assertThat(owner.get(file).status()).isEqualTo(200);

    for (int i = 0; i < 5; i++) {
      hangUp(owner, "GET", file, "");
      hangUp(owner, "GET", "/engagement/rounds", "");
      hangUp(
          owner,
          "POST",
          "/engagement/rounds",
          "Content-Type: application/x-www-form-urlencoded\r\n");
      hangUp(
          owner,
          "POST",
          "/contexts/plans/starting",
          "Content-Type: multipart/form-data; boundary=b\r\n");
    }
    Thread.sleep(2_000);

    assertThat(owner.get(file).status()).isEqualTo(200);
    assertThat(output.getAll().lines().filter(line -> !isOfThePool(line)))
        .noneMatch(line -> line.matches(".*(Fault |ERROR|WARN|Exception).*"));
  }

  /// Tests that kill the database leave connections behind that the pool finds closed later.
  private static boolean isOfThePool(String line) {
    return line.contains("Failed to validate connection");
  }

  /// Asks, promises more than is sent, and resets the connection.
  private void hangUp(Visitor visitor, String method, String path, String header) throws Exception {
    String cookies =
        visitor.cookies().getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    int port = URI.create(people.staffUrl()).getPort();
    try (var socket = new Socket("localhost", port)) {
      socket.setSoLinger(true, 0);
      String promised = method.equals("POST") ? "Content-Length: 5000\r\n" : "";
      String request =
          "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nOrigin: http://localhost:%d\r\nCookie: %s\r\n%s%s\r\n"
              .formatted(method, path, port, port, cookies, header, promised);
      socket.getOutputStream().write((request + "title=").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      Thread.sleep(5);
    }
  }
}
