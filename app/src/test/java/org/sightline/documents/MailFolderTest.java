package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailFolderTest {

  private static final Instant AT = Instant.parse("2026-03-09T08:05:00Z");

  private Path folder;
  private MailFolder mail;

  @BeforeEach
  void openTheFolder(@TempDir Path place) throws IOException {
    folder = place.resolve("mail");
    mail = new MailFolder(folder, "sightline@school.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "Name <a@b.example>",
        "a b@c.example",
        "\"a\"@b.example",
        "zoë@b.example",
        "a@b.example\0"
      })
  void anAddressThatCouldForgeAHeaderIsRefused(String address) {
    assertThatThrownBy(() -> new Message(address, "Subject", "Text"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "One\r\nBcc: c@d.example", "One\nTwo", "One\rTwo", "One\0Two"})
  void aSubjectThatIsNotOneLineIsRefused(String subject) {
    assertThatThrownBy(() -> message(subject, "Text")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSubjectOver200CharactersIsRefused() {
    assertThatThrownBy(() -> message("x".repeat(201), "Text"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMessageReadsBack() throws IOException {
    var file =
        post(message("Etwas wartet: ē 日本 \uD83D\uDE00 and more words", "Sign in today.\n.\nÉ"));

    var parts = Files.readString(file, StandardCharsets.US_ASCII).split("\r\n\r\n", 2);
    assertThat(parts[0])
        .contains("From: sightline@school.example", "To: lead@school.example")
        .contains("Date: Mon, 9 Mar 2026 08:05:00 GMT");
    assertThat(subjectOf(parts[0])).isEqualTo("Etwas wartet: ē 日本 \uD83D\uDE00 and more words");
    assertThat(new String(Base64.getMimeDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .isEqualTo("Sign in today.\n.\nÉ");
  }

  @Test
  void aBodyCannotEndTheHeadersOrTheMessage() throws IOException {
    var file = post(message("Subject", "\r\n.\r\nBcc: c@d.example\r\n\r\nFrom x"));

    assertThat(Files.readString(file)).doesNotContain("Bcc", "\r\n.\r\n");
  }

  @Test
  void everyLineIsShortEnoughForMail() throws IOException {
    var file = post(message("ē".repeat(200), "long ".repeat(500)));

    assertThat(Files.readString(file).split("\r\n")).allMatch(line -> line.length() <= 78);
  }

  @Test
  void theSameMessageTwiceIsOneFile() throws IOException {
    var id = UUID.randomUUID();

    mail.post(id, AT, message("Subject", "Text"));
    mail.post(id, AT, message("Subject", "Text"));

    assertThat(files()).hasSize(1);
  }

  @Test
  void manyAtOnceLoseNothingAndLeaveNothingUnfinished() throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var posts =
          IntStream.range(0, 50)
              .<Callable<Path>>mapToObj(n -> () -> post(message("Message " + n, "Text " + n)))
              .toList();
      for (var post : pool.invokeAll(posts)) {
        assertThat(post.get()).exists();
      }
    }
    assertThat(files())
        .hasSize(50)
        .allMatch(name -> name.endsWith(".eml") && !name.startsWith("."));
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Files.delete(folder);

    assertThatThrownBy(() -> post(message("Subject", "Text"))).isInstanceOf(IOException.class);
    assertThat(folder).doesNotExist();
  }

  private Path post(Message message) throws IOException {
    return mail.post(UUID.randomUUID(), AT, message);
  }

  private List<String> files() {
    try (var all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Message message(String subject, String text) {
    return new Message("lead@school.example", subject, text);
  }

  private static String subjectOf(String headers) {
    var subject = new StringBuilder();
    Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=")
        .matcher(headers)
        .results()
        .forEach(
            word ->
                subject.append(
                    new String(Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)));
    return subject.toString();
  }
}
