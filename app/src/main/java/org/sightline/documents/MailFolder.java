package org.sightline.documents;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/// Outgoing mail as files in a folder, one `.eml` each, for a house without a mail server.
///
/// A file appears whole or not at all: it is written beside its place, flushed to disk, then
/// renamed. Its name follows from the message, so that the same message twice is one file.
final class MailFolder implements MailCarrier {

  private final Path folder;
  private final String from;

  /// Mail into `folder`, which is made when missing.
  MailFolder(Path folder, String from) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.from = from;
  }

  @Override
  public void carry(UUID id, Instant queuedAt, Message message) throws NotTaken {
    try {
      post(id, queuedAt, message);
    } catch (IOException full) {
      throw new NotTaken(false, full);
    }
  }

  /// Writes a message and returns its file.
  Path post(UUID id, Instant queuedAt, Message message) throws IOException {
    var at = queuedAt.atZone(ZoneOffset.UTC);
    var name = at.format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT));
    var unfinished = folder.resolve(".%s.part".formatted(UUID.randomUUID()));
    try {
      Files.write(unfinished, eml(message, id, at), StandardOpenOption.CREATE_NEW);
      try (var file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      return Files.move(
          unfinished,
          folder.resolve("%s-%s.eml".formatted(name, id)),
          StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private byte[] eml(Message message, UUID id, ZonedDateTime at) {
    var body =
        Base64.getMimeEncoder().encodeToString(message.text().getBytes(StandardCharsets.UTF_8));
    return String.join(
            "\r\n",
            "From: " + from,
            "To: " + message.to(),
            "Subject: " + encodedWords(message.subject()),
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at),
            "Message-ID: <%s@sightline.invalid>".formatted(id),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: base64",
            "",
            body,
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// The subject as RFC 2047 encoded words of ten characters each, folded over lines.
  private static String encodedWords(String subject) {
    var words = new StringBuilder();
    int[] letters = subject.codePoints().toArray();
    for (int from = 0; from < letters.length; from += 10) {
      var part = new String(letters, from, Math.min(10, letters.length - from));
      words
          .append(words.isEmpty() ? "" : "\r\n ")
          .append("=?UTF-8?B?")
          .append(Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
          .append("?=");
    }
    return words.toString();
  }
}
