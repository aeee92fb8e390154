package org.sightline.documents;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/// Outgoing mail as files in a folder, one `.eml` each, for a house without a mail server.
///
/// **A message holds no personal data**: it says that something waits and where to sign in, never
/// who it is about. This class cannot check that; whoever writes a [Message] promises it.
///
/// A file appears whole or not at all: it is written beside its place, flushed to disk, then
/// renamed.
public final class MailFolder {

  private final Path folder;
  private final Clock clock;

  /// Mail into `folder`, which is made when missing.
  public MailFolder(Path folder, Clock clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.clock = clock;
  }

  /// Writes a message and returns its file.
  public Path post(Message message) throws IOException {
    var id = UUID.randomUUID();
    var now = ZonedDateTime.now(clock);
    var name = now.format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT));
    var unfinished = folder.resolve(".%s.part".formatted(id));
    try {
      Files.write(unfinished, eml(message, id, now), StandardOpenOption.CREATE_NEW);
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

  private static byte[] eml(Message message, UUID id, ZonedDateTime now) {
    var body =
        Base64.getMimeEncoder().encodeToString(message.text().getBytes(StandardCharsets.UTF_8));
    return String.join(
            "\r\n",
            "From: " + message.from(),
            "To: " + message.to(),
            "Subject: " + encodedWords(message.subject()),
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now),
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
