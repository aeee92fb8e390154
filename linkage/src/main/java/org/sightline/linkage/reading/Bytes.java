package org.sightline.linkage.reading;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a list, in a file or in memory, readable from any place by any thread.
public sealed interface Bytes extends Closeable {

  long size();

  /// Fills `into` from the place `at`, as far as there is anything.
  ///
  /// @return how many bytes were read
  int read(long at, byte[] into, int length);

  static Bytes of(Path file) throws IOException {
    return new InFile(FileChannel.open(file, StandardOpenOption.READ));
  }

  static Bytes of(byte[] all) {
    return new InMemory(all);
  }

  record InMemory(byte[] all) implements Bytes {
    @Override
    public long size() {
      return all.length;
    }

    @Override
    public int read(long at, byte[] into, int length) {
      int available = (int) Math.clamp(all.length - at, 0, length);
      System.arraycopy(all, (int) Math.min(at, all.length), into, 0, available);
      return available;
    }

    @Override
    public void close() {}
  }

  record InFile(FileChannel channel) implements Bytes {
    @Override
    public long size() {
      try {
        return channel.size();
      } catch (IOException failed) {
        throw new Refusal("A list could not be read: " + failed.getClass().getSimpleName() + ".");
      }
    }

    @Override
    public int read(long at, byte[] into, int length) {
      try {
        var buffer = ByteBuffer.wrap(into, 0, length);
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, at + buffer.position()) < 0) {
            break;
          }
        }
        return buffer.position();
      } catch (IOException failed) {
        throw new Refusal(
            "A list could not be read to its end: " + failed.getClass().getSimpleName() + ".");
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
