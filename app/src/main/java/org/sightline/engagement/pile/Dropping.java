package org.sightline.engagement.pile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.engagement.keying.ReadSheets;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.scan.Refusal;
import org.sightline.store.WorkingFiles;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Takes a file into a pile: looked at by its first bytes, wiped of what a camera wrote beside the
/// picture, sealed under the session's key, queued to be read (ST-14).
@Component
class Dropping {

  static final long LARGEST = 400L << 20;
  private static final int MOST_WAITING = 800;
  private static final int MOST_FILES = 400;
  private static final int PART = 1 << 20;

  private final JdbcFiles files;
  private final JdbcPages pages;
  private final ReadSheets sheets;
  private final Sessions sessions;
  private final Processes processes;
  private final Workspaces workspaces;
  private final PileReading reading;
  private final WorkingFiles working;
  private final Words words;

  Dropping(
      JdbcFiles files,
      JdbcPages pages,
      ReadSheets sheets,
      Sessions sessions,
      Processes processes,
      Workspaces workspaces,
      PileReading reading,
      WorkingFiles working,
      Words words) {
    this.files = files;
    this.pages = pages;
    this.sheets = sheets;
    this.sessions = sessions;
    this.processes = processes;
    this.workspaces = workspaces;
    this.reading = reading;
    this.working = working;
    this.words = words;
  }

  /// @param name it came with; only shown to whoever dropped it
  /// @return false when the person has dropped the same file before: it is not read again
  ///
  /// A file that no reader opens is written down with its sentence and not kept.
  ///
  /// @throws Refused when it is too large or empty, or the session is not open
  boolean drop(SignedIn who, SessionId session, String name, InputStream content) {
    Session found = sessions.find(who, session);
    processes.look(who, () -> workspaces.require(who, found.round(), PileReading.RUNNERS));
    reading.getReady();
    try (var folder = working.folder()) {
      var file = folder.file("0");
      copy(content, file);
      return keep(who, found, name, file);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /// Stops at the largest size instead of filling the disk.
  private void copy(InputStream content, Path file) throws IOException {
    byte[] piece = new byte[1 << 16];
    long size = 0;
    try (var out = Files.newOutputStream(file)) {
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        size += read;
        if (size > LARGEST) {
          throw new Refused(words.say("engagement.pile.too-large"));
        }
        out.write(piece, 0, read);
      }
    }
    if (size == 0) {
      throw new Refused(Refusal.EMPTY.sentence());
    }
  }

  private boolean keep(SignedIn who, Session session, String name, Path file) throws IOException {
    try (var arena = Arena.ofConfined();
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var bytes =
          channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size(), arena).asByteBuffer();
      byte[] start = new byte[Math.min(FileSign.LOOKED_AT, bytes.limit())];
      bytes.get(0, start);
      var refusal = strip(start, bytes);
      boolean fresh =
          processes.change(
              who,
              Act.in(session.round(), "engagement.pile-dropped", session.id().value()),
              () -> add(who, session, name, bytes, refusal));
      if (fresh) {
        reading.read(session.id(), who.user());
      }
      return fresh;
    }
  }

  /// @return why no reader opens the file, or nothing
  private static Optional<String> strip(byte[] start, ByteBuffer bytes) {
    try {
      Stripping.strip(FileSign.of(start), bytes);
      return Optional.empty();
    } catch (Refused unreadable) {
      return Optional.of(unreadable.sentence());
    } catch (IndexOutOfBoundsException broken) {
      return Optional.of(Refusal.DAMAGED.sentence());
    }
  }

  private boolean add(
      SignedIn who, Session session, String name, ByteBuffer bytes, Optional<String> refusal) {
    workspaces.require(who, session.round(), PileReading.RUNNERS);
    sheets.holdOpen(session);
    if (session.state() != Session.State.OPEN) {
      throw new Refused(words.say("engagement.pile.not-open"));
    }
    if (files.waitingParts(session.id(), who.user()) > MOST_WAITING
        || files.of(session.id(), who.user()).size() >= MOST_FILES) {
      throw new Refused(words.say("engagement.pile.full"));
    }
    var id = UUID.randomUUID();
    byte[] sum = sum(bytes.duplicate().rewind());
    if (refusal.isEmpty()) {
      files.forgetFruitless(session, who.user(), sum);
    }
    if (!files.add(session, who.user(), id, sum, name)) {
      return false;
    }
    if (refusal.isPresent()) {
      files.hasPages(id, 1);
      pages.addRefused(session, who.user(), id, 1, refusal.get());
      files.isRead(id);
      return true;
    }
    for (int number = 0; (long) number * PART < bytes.limit(); number++) {
      int from = number * PART;
      files.addPart(
          session.id(),
          who.user(),
          id,
          number,
          bytes.slice(from, Math.min(PART, bytes.limit() - from)));
    }
    return true;
  }

  private static byte[] sum(ByteBuffer bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
