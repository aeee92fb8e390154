package org.sightline.engagement.marks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The database's files as somebody reads them who has the disk and not the database: as bytes, and
/// as the items in the pages of a table or an index, dead ones included (PostgreSQL, "Database Page
/// Layout").
final class RawPages {

  private static final int PAGE = 8192;
  private static final int HEADER = 24;
  private static final int IN_USE = 1;

  private final Path data;

  RawPages(Path data) {
    this.data = data;
  }

  /// Files, by their path in the data directory, that hold these bytes anywhere.
  List<String> files(UUID id) {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> text(read(file)).contains(text(bytes(id))))
          .map(file -> data.relativize(file).toString().replace('\\', '/'))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// How many items in the pages of a relation hold these bytes, alive or dead.
  int items(String relation, UUID id) {
    byte[] file = read(data.resolve(relation));
    return (int) items(file).stream().filter(item -> text(item).contains(text(bytes(id)))).count();
  }

  private static List<byte[]> items(byte[] file) {
    var items = new ArrayList<byte[]>();
    var in = ByteBuffer.wrap(file).order(ByteOrder.nativeOrder());
    for (int page = 0; page + PAGE <= file.length; page += PAGE) {
      int end = page + Short.toUnsignedInt(in.getShort(page + 12));
      for (int pointer = page + HEADER; pointer < end; pointer += 4) {
        int item = in.getInt(pointer);
        int offset = item & 0x7FFF;
        int state = (item >>> 15) & 3;
        int length = item >>> 17;
        if (state == IN_USE && offset + length <= PAGE) {
          byte[] content = new byte[length];
          in.get(page + offset, content);
          items.add(content);
        }
      }
    }
    return items;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException gone) {
      return new byte[0];
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
