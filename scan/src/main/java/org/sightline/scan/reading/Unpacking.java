package org.sightline.scan.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Refusal;

/// Looks how much the drawing instructions of a page unpack to before anything holds them: a few
/// kilobytes can be packed twice and unpack to gigabytes. The bytes are counted and thrown away.
final class Unpacking {

  /// The instructions of a crowded plan are a few megabytes.
  static final long MOST_BYTES = 64L << 20;

  private static final int AT_ONCE = 1 << 16;

  private Unpacking() {}

  /// Refuses with [NotRead] what unpacks to more than [#MOST_BYTES].
  static void check(Iterator<PDStream> contents) throws IOException {
    long left = MOST_BYTES;
    while (contents.hasNext()) {
      left -= size(contents.next().getCOSObject(), left);
    }
  }

  static void check(COSStream content) throws IOException {
    size(content, MOST_BYTES);
  }

  private static long size(COSStream content, long most) throws IOException {
    long size = 0;
    try (var raw = content.createRawInputStream()) {
      InputStream unpacked = raw;
      for (var filter : filters(content.getFilters())) {
        if (!COSName.FLATE_DECODE.equals(filter)
            && !COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
          break;
        }
        unpacked = new InflaterInputStream(unpacked);
      }
      var bytes = new byte[AT_ONCE];
      for (int read = read(unpacked, bytes); read >= 0; read = read(unpacked, bytes)) {
        size += read;
        if (size > most) {
          throw new NotRead(Refusal.UNPACKS_TO_TOO_MUCH);
        }
      }
    }
    return size;
  }

  /// What is damaged ends there; whoever draws it says what is wrong with it.
  private static int read(InputStream from, byte[] into) {
    try {
      return from.read(into);
    } catch (IOException damaged) {
      return -1;
    }
  }

  private static List<? extends COSBase> filters(@Nullable COSBase filters) {
    return filters instanceof COSArray several
        ? several.toList()
        : filters == null ? List.of() : List.of(filters);
  }
}
