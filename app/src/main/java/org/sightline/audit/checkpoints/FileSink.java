package org.sightline.audit.checkpoints;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is only ever added to, on a disk the database cannot write. Beside it lies the
/// public key, for whoever checks without the key file.
final class FileSink implements Sink {

  private final Path file;
  private final String publicKey;

  FileSink(Path file, String publicKey) {
    this.file = file;
    this.publicKey = publicKey;
  }

  @Override
  public String kind() {
    return "file";
  }

  @Override
  public void deliver(String line) throws IOException {
    keepPublicKey();
    append(file, (isCutOff() ? "\n" : "") + line + "\n");
  }

  /// Whether the machine stopped in the middle of a line.
  private boolean isCutOff() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) != '\n';
    }
  }

  private void keepPublicKey() throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".pub");
    if (!Files.exists(beside) || !Files.readString(beside).contains(publicKey)) {
      append(beside, publicKey);
    }
  }

  private static void append(Path file, String text) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
