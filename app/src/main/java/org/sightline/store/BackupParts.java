package org.sightline.store;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The parts of a backup's inside, one after another: a header, tables in pieces, a manifest and
/// its stamp.
final class BackupParts {

  static final int HEADER = 1;
  static final int TABLE = 2;
  static final int MANIFEST = 3;
  static final int STAMP = 4;

  private static final int PIECE = 1 << 16;
  private static final int LONGEST_TEXT = 64 << 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BackupParts() {}

  static byte[] json(Object record) {
    return JSON.writeValueAsBytes(record);
  }

  static <T> T record(byte[] json, Class<T> type) {
    return JSON.readValue(json, type);
  }

  static void write(DataOutputStream out, int part, byte[] content) throws IOException {
    out.writeByte(part);
    out.writeInt(content.length);
    out.write(content);
  }

  static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST_TEXT) {
      throw new IOException("a part has no sensible length");
    }
    byte[] content = in.readNBytes(length);
    if (content.length != length) {
      throw new IOException("a part is cut off");
    }
    return content;
  }

  /// Pieces of at most 64 KiB, each with its length before it; closing writes a length of nothing.
  static OutputStream pieces(DataOutputStream out) {
    return new BufferedOutputStream(
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; done += PIECE) {
              int now = Math.min(PIECE, length - done);
              out.writeInt(now);
              out.write(bytes, from + done, now);
            }
          }

          @Override
          public void close() throws IOException {
            out.writeInt(0);
          }
        },
        PIECE);
  }

  /// What [#pieces(DataOutputStream)] wrote, up to its end.
  static InputStream pieces(DataInputStream in) {
    return new InputStream() {
      private int left;
      private boolean ended;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        if (left == 0 && !ended) {
          left = in.readInt();
          ended = left == 0;
        }
        if (ended) {
          return -1;
        }
        if (left < 0 || left > PIECE) {
          throw new IOException("a piece has no sensible length");
        }
        int now = Math.min(left, length);
        in.readFully(bytes, from, now);
        left -= now;
        return now;
      }
    };
  }
}
