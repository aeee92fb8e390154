package org.sightline.store;

import com.google.crypto.tink.HybridEncrypt;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes everything the database holds at one moment into one file that only the holder of the
/// private key can read, while the application goes on (SC-10, R-08). Memory stays flat: rows pass
/// through and are kept nowhere.
///
/// @param application the version that writes it
/// @param audit what the audit has to do with it
/// @param progress told a sentence for each table
public record Backup(
    String application,
    Clock clock,
    Map<String, String> files,
    Audit audit,
    Consumer<String> progress) {

  /// Who is signed in would be signed in again after a restore, and whoever had been signed out
  /// too.
  static final List<String> LEFT_OUT = List.of("access.sign_in", "access.sign_in_attributes");

  public Backup {
    files = Map.copyOf(files);
  }

  /// The audit, which lies above this module.
  public interface Audit {

    /// Writes down that a backup is being made; what cannot be written down is not done.
    void begun(Connection connection) throws SQLException;

    /// Where the chain ends: number and hash of its last entry.
    String head(Connection connection) throws SQLException;
  }

  /// @param target the file; it gets this name once it is whole and on the disk
  /// @param keys the installation's, which stamp the backup as its own
  /// @throws IllegalStateException with a sentence; then there is no file, whole or half
  public BackupManifest write(
      DatabaseSettings database, Path target, Path publicKey, KeyRing keys) {
    var reader = BackupKeys.forWriting(publicKey);
    if (Files.exists(target)) {
      throw new IllegalStateException(
          "There is a file %s already. Give the backup another name.".formatted(target));
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try (var channel = locked(unfinished)) {
      try {
        channel.truncate(0);
        var manifest = write(database, channel, reader, keys);
        channel.force(true);
        Directories.moveWhole(unfinished, target);
        return manifest;
      } catch (IOException | SQLException | RuntimeException failed) {
        Files.deleteIfExists(unfinished);
        throw failed;
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new IllegalStateException(
          "The backup could not be written to %s (%s). Nothing of it was left there. See that the directory is there and its disk has room."
              .formatted(target, failed.getMessage()),
          failed);
    } catch (SQLException failed) {
      throw new IllegalStateException(
          "The database could not be read to its end: %s. There is no backup."
              .formatted(failed.getMessage()),
          failed);
    }
  }

  private static FileChannel locked(Path unfinished) throws IOException {
    if (!Files.exists(unfinished)) {
      KeyRing.createPrivate(unfinished.toAbsolutePath());
    }
    var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new IllegalStateException(
          "Another backup is being written to %s just now.".formatted(unfinished));
    }
    return channel;
  }

  private BackupManifest write(
      DatabaseSettings database, FileChannel channel, HybridEncrypt reader, KeyRing keys)
      throws IOException, SQLException {
    begin(database, keys);
    try (var snapshot = Snapshot.of(database)) {
      var sealed = BackupCipher.sealing(staysOpen(Channels.newOutputStream(channel)), reader);
      var packed = new Packed(sealed);
      var out = new DataOutputStream(packed);
      byte[] header = BackupParts.json(header(snapshot));
      BackupParts.write(out, BackupParts.HEADER, header);
      var manifest = tables(snapshot, out);
      byte[] end = BackupParts.json(manifest);
      BackupParts.write(out, BackupParts.MANIFEST, end);
      BackupParts.write(out, BackupParts.STAMP, new BackupStamp(keys).of(header, end));
      out.close();
      return manifest;
    }
  }

  /// As the application itself, whose passwords follow from its keys.
  private void begin(DatabaseSettings database, KeyRing keys) throws SQLException {
    try (var connection =
        DriverManager.getConnection(
            database.url(), Roles.SYSTEM, keys.rolePassword(Roles.SYSTEM))) {
      audit.begun(connection);
    } catch (SQLException failed) {
      if ("28P01".equals(failed.getSQLState())) {
        throw new IllegalStateException(
            "The key file is not the one this installation was last started with. Give the right one with --key-file.");
      }
      throw failed;
    }
  }

  /// Closing marks the last sealed piece; the file is still to be forced onto the disk after that.
  private static OutputStream staysOpen(OutputStream file) {
    return new FilterOutputStream(file) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private static final class Packed extends GZIPOutputStream {
    Packed(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private BackupHeader header(Snapshot snapshot) throws SQLException {
    return new BackupHeader(
        BackupHeader.FORMAT,
        application,
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        snapshot.postgres(),
        snapshot.migrations(),
        snapshot.catalogue(),
        files,
        LEFT_OUT);
  }

  private BackupManifest tables(Snapshot snapshot, DataOutputStream out)
      throws IOException, SQLException {
    var lines = new ArrayList<BackupManifest.Table>();
    for (var table : snapshot.tables()) {
      if (!LEFT_OUT.contains(table.name())) {
        BackupParts.write(out, BackupParts.TABLE, BackupParts.json(table.name()));
        try (var pieces = BackupParts.pieces(out)) {
          lines.add(digest(snapshot, table, pieces));
        }
        progress.accept("%s: %d rows".formatted(table.name(), lines.getLast().rows()));
      }
    }
    var sequences = snapshot.sequences();
    String audited = audit.head(snapshot.connection());
    return new BackupManifest(
        lines,
        sequences,
        audited,
        hex(sha256(BackupParts.json(List.of(lines, sequences, audited)))));
  }

  /// Passes a table's rows on and says what they were.
  static BackupManifest.Table digest(Snapshot snapshot, Snapshot.Table table, OutputStream to)
      throws IOException, SQLException {
    var sha256 = newSha256();
    long rows = snapshot.copy(table, new DigestOutputStream(to, sha256));
    return new BackupManifest.Table(table.name(), rows, hex(sha256.digest()));
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] sha256(byte[] content) {
    return newSha256().digest(content);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
