package org.sightline.scan.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Refusal;

/// Looks how much a page unpacks to before anything holds it: a few kilobytes can be packed twice
/// and unpack to gigabytes. The bytes are counted and thrown away.
///
/// Counted is whatever drawing the page could ask for: its instructions, forms, patterns, shadings,
/// masks, letters, fonts, profiles of colour, and what is laid over it. Pictures are counted when
/// they are about to be drawn, for there may be many that this page does not show.
final class Unpacking {

  /// The instructions of a crowded plan are a few megabytes.
  static final long MOST_BYTES = 64L << 20;

  private static final long MOST_IN_ALL = 4 * MOST_BYTES;
  private static final int MOST_OBJECTS = 200_000;
  private static final int AT_ONCE = 1 << 16;

  /// More than anything can claim for one dot: four colours of sixteen bits.
  private static final int BYTES_OF_A_DOT = 8;

  private static final Set<COSName> FLATE =
      Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

  private static final Set<COSName> OTHERS =
      Set.of(
          COSName.LZW_DECODE,
          COSName.LZW_DECODE_ABBREVIATION,
          COSName.RUN_LENGTH_DECODE,
          COSName.RUN_LENGTH_DECODE_ABBREVIATION,
          COSName.ASCII85_DECODE,
          COSName.ASCII85_DECODE_ABBREVIATION,
          COSName.ASCII_HEX_DECODE,
          COSName.ASCII_HEX_DECODE_ABBREVIATION);

  /// What leads to other pages, or is never drawn.
  private static final Set<COSName> ELSEWHERE =
      Set.of(
          COSName.PARENT,
          COSName.P,
          COSName.A,
          COSName.AA,
          COSName.B,
          COSName.DEST,
          COSName.POPUP,
          COSName.METADATA,
          COSName.getPDFName("IRT"),
          COSName.getPDFName("PieceInfo"),
          COSName.getPDFName("Thumb"));

  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<COSBase> waiting = new ArrayDeque<>();
  private long left = MOST_IN_ALL;

  private Unpacking() {}

  /// Refuses with [NotRead] a page whose instructions unpack to more than [#MOST_BYTES], or
  /// anything else that it draws with.
  static void check(PDPage page) throws IOException {
    long left = MOST_BYTES;
    for (var contents = page.getContentStreams(); contents.hasNext(); ) {
      left -= size(contents.next().getCOSObject(), left);
    }
    var resources = page.getResources();
    new Unpacking().check(resources == null ? null : resources.getCOSObject(), page.getCOSObject());
  }

  /// Refuses with [NotRead] a picture that unpacks to more than its dots need.
  static void check(PDImageXObject picture) throws IOException {
    long dots = (long) picture.getWidth() * picture.getHeight();
    size(picture.getCOSObject(), BYTES_OF_A_DOT * dots + AT_ONCE);
  }

  private void check(@Nullable COSBase... from) throws IOException {
    for (var base : from) {
      look(base);
    }
    while (!waiting.isEmpty()) {
      switch (waiting.pop()) {
        case COSDictionary dictionary -> look(dictionary);
        case COSArray array -> {
          for (int i = 0; i < array.size(); i++) {
            look(array.get(i));
          }
        }
        default -> {}
      }
    }
  }

  private void look(COSDictionary dictionary) throws IOException {
    if (dictionary instanceof COSStream stream
        && !COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))) {
      left -= size(stream, Math.min(left, MOST_BYTES));
    }
    for (var entry : dictionary.entrySet()) {
      if (!ELSEWHERE.contains(entry.getKey())) {
        look(entry.getValue());
      }
    }
  }

  private void look(@Nullable COSBase base) {
    var meant = base instanceof COSObject object ? object.getObject() : base;
    if ((meant instanceof COSDictionary || meant instanceof COSArray) && seen.add(meant)) {
      if (seen.size() > MOST_OBJECTS) {
        throw new NotRead(Refusal.UNPACKS_TO_TOO_MUCH);
      }
      waiting.push(meant);
    }
  }

  private static long size(COSStream content, long most) throws IOException {
    long size = 0;
    try (var raw = content.createRawInputStream()) {
      InputStream unpacked = raw;
      var filters = filters(content.getFilters());
      for (int i = 0; i < filters.size(); i++) {
        if (FLATE.contains(filters.get(i))) {
          unpacked = new InflaterInputStream(unpacked);
        } else if (OTHERS.contains(filters.get(i))) {
          unpacked = unpacked(unpacked, content, i, most);
        } else {
          break;
        }
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

  /// In memory, and no more than is allowed.
  private static InputStream unpacked(
      InputStream packed, COSStream content, int filter, long most) {
    var bytes =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] from, int at, int length) {
            check(length);
            super.write(from, at, length);
          }

          @Override
          public void write(int one) {
            check(1);
            super.write(one);
          }

          private void check(int more) {
            if (size() + (long) more > Math.min(most, MOST_BYTES)) {
              throw new NotRead(Refusal.UNPACKS_TO_TOO_MUCH);
            }
          }
        };
    try {
      var name = (COSName) filters(content.getFilters()).get(filter);
      FilterFactory.INSTANCE.getFilter(name).decode(packed, bytes, content, filter);
    } catch (IOException damaged) {
      // Whoever draws it says what is wrong with it.
    }
    return new ByteArrayInputStream(bytes.toByteArray());
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
