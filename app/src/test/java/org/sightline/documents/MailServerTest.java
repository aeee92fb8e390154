package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// The SMTP side by itself, against a server in this process.
class MailServerTest {

  private static final Instant AT = Instant.parse("2027-03-09T08:05:00Z");
  private static final Message MESSAGE =
      new Message("lead@school.example", "Something waits: ē", "Sign in.\n.\nÉ");

  private final GreenMail green =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private MailServer server;

  @BeforeEach
  void start() {
    green.start();
    server = at(green.getSmtp().getPort());
  }

  @AfterEach
  void stop() {
    green.stop();
  }

  @Test
  void aServerThatIsAwayHasNotTakenItAndIsAskedAgain() {
    green.stop();

    assertThatThrownBy(() -> server.carry(UUID.randomUUID(), AT, MESSAGE))
        .isInstanceOfSatisfying(
            MailCarrier.NotTaken.class, not -> assertThat(not.isForGood()).isFalse());
  }

  @Test
  void aServerThatSaysNothingHasNotTakenItAndHoldsUpNothing() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> at(silent.getLocalPort()).carry(UUID.randomUUID(), AT, MESSAGE))
          .isInstanceOfSatisfying(
              MailCarrier.NotTaken.class, not -> assertThat(not.isForGood()).isFalse());
    }
  }

  @Test
  void anAddressTheServerDoesNotKnowIsRefusedForGood() {
    try (var scripted = new ScriptedSmtp("550 5.1.1 nobody here")) {
      assertThatThrownBy(() -> at(scripted.port()).carry(UUID.randomUUID(), AT, MESSAGE))
          .isInstanceOfSatisfying(
              MailCarrier.NotTaken.class, not -> assertThat(not.isForGood()).isTrue());
    }
  }

  @Test
  void anAddressThatIsBusyForNowIsAskedAgain() {
    try (var scripted = new ScriptedSmtp("451 4.7.1 come back later")) {
      assertThatThrownBy(() -> at(scripted.port()).carry(UUID.randomUUID(), AT, MESSAGE))
          .isInstanceOfSatisfying(
              MailCarrier.NotTaken.class, not -> assertThat(not.isForGood()).isFalse());
    }
  }

  @Test
  void aMessageArrivesWhole() throws Exception {
    var id = UUID.randomUUID();

    server.carry(id, AT, MESSAGE);

    var arrived = only();
    assertThat(arrived.getSubject()).isEqualTo("Something waits: ē");
    assertThat(arrived.getFrom()[0]).hasToString("sightline@school.example");
    assertThat(arrived.getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo("Sign in.\n.\nÉ");
    assertThat(arrived.getMessageID()).isEqualTo("<%s@school.example>".formatted(id));
    assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  private MimeMessage only() {
    assertThat(green.getReceivedMessages()).hasSize(1);
    return green.getReceivedMessages()[0];
  }

  private static MailServer at(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    for (var wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
      sender.getJavaMailProperties().setProperty("mail.smtp." + wait, "1000");
    }
    return new MailServer(sender, "sightline@school.example");
  }

  /// Says yes to everything but the recipient.
  private static final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;

    private ScriptedSmtp(String answerToRecipient) {
      try {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread.ofVirtual().start(() -> talk(answerToRecipient));
    }

    private int port() {
      return socket.getLocalPort();
    }

    private void talk(String answerToRecipient) {
      try (var client = socket.accept()) {
        var lines =
            new String[] {"220 here", "250 hello", "250 sender", answerToRecipient, "250 reset"};
        var in = client.getInputStream();
        for (var line : lines) {
          client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
          while (in.read() != '\n') {
            // to the end of the command
          }
        }
        client.getOutputStream().write("221 bye\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException gone) {
        // the client has heard enough
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
