package org.sightline.store;

import com.google.crypto.tink.HybridDecrypt;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;

/// A backup that is read: first from end to end, to see that it is whole, before anything is done
/// with it; then again, table by table.
public final class BackupFile {

  private final Path file;
  private final HybridDecrypt key;
  private final Ends ends;

  private BackupFile(Path file, HybridDecrypt key, Ends ends) {
    this.file = file;
    this.key = key;
    this.ends = ends;
  }

  /// Its first and last parts, as they were written.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Ends(byte[] headerBytes, byte[] manifestBytes, byte[] stamp) {}

  /// What is done with a table's rows.
  interface Rows {
    void take(String table, InputStream content) throws IOException, SQLException;
  }

  /// Reads all of it once.
  ///
  /// @throws IllegalStateException with a sentence when the key is another's, or the file was cut
  ///     or changed
  public static BackupFile whole(Path file, Path privateKey) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException("There is no backup %s.".formatted(file));
    }
    var key = BackupKeys.forReading(privateKey);
    var found = new ArrayList<BackupManifest.Table>();
    try {
      var ends =
          read(
              file,
              key,
              (name, content) -> {
                var sha256 = Backup.newSha256();
                new DigestInputStream(content, sha256).transferTo(OutputStream.nullOutputStream());
                found.add(new BackupManifest.Table(name, 0, Backup.hex(sha256.digest())));
              });
      var backup = new BackupFile(file, key, ends);
      backup.refuseWhatDiffers(found);
      return backup;
    } catch (BackupCipher.WrongKey another) {
      throw new IllegalStateException(
          "The private key %s does not open %s: it belongs to another pair, or the file was changed."
              .formatted(privateKey, file));
    } catch (IOException | SQLException | RuntimeException broken) {
      throw new IllegalStateException(
          "%s is not a whole backup: it was cut off or changed after it was written. Take another one."
              .formatted(file));
    }
  }

  private void refuseWhatDiffers(ArrayList<BackupManifest.Table> found) throws IOException {
    if (header().format() > BackupHeader.FORMAT) {
      throw new IOException("a later format");
    }
    var promised =
        manifest().tables().stream()
            .map(table -> new BackupManifest.Table(table.name(), 0, table.sha256()))
            .toList();
    if (!promised.equals(found)) {
      throw new IOException("its tables are not those of its manifest");
    }
  }

  public BackupHeader header() {
    return BackupParts.record(ends.headerBytes(), BackupHeader.class);
  }

  public BackupManifest manifest() {
    return BackupParts.record(ends.manifestBytes(), BackupManifest.class);
  }

  /// @throws IllegalStateException with a sentence when another installation wrote it
  public void refuseAnothers(KeyRing keys, Path keyFile) {
    if (!new BackupStamp(keys).isOn(ends)) {
      throw new IllegalStateException(
          "%s was not written with the key file %s: what is sealed in it would not open. Put back the key file of the installation it was taken from."
              .formatted(file, keyFile));
    }
  }

  void each(Rows rows) throws IOException, SQLException {
    read(file, key, rows);
  }

  private static Ends read(Path file, HybridDecrypt key, Rows rows)
      throws IOException, SQLException {
    try (var raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        var opened = BackupCipher.opening(raw, key)) {
      var in =
          new DataInputStream(
              new BufferedInputStream(new GZIPInputStream(opened, 1 << 16), 1 << 16));
      byte[] header = part(in, BackupParts.HEADER);
      int next = in.readByte();
      while (next == BackupParts.TABLE) {
        String name = BackupParts.record(BackupParts.read(in), String.class);
        var pieces = BackupParts.pieces(in);
        rows.take(name, pieces);
        pieces.transferTo(OutputStream.nullOutputStream());
        next = in.readByte();
      }
      if (next != BackupParts.MANIFEST) {
        throw new IOException("no manifest");
      }
      byte[] manifest = BackupParts.read(in);
      byte[] stamp = part(in, BackupParts.STAMP);
      if (in.read() >= 0 || opened.read() >= 0 || raw.read() >= 0) {
        throw new IOException("more than was written");
      }
      return new Ends(header, manifest, stamp);
    }
  }

  private static byte[] part(DataInputStream in, int kind) throws IOException {
    if (in.readByte() != kind) {
      throw new IOException("another part was expected");
    }
    return BackupParts.read(in);
  }
}
