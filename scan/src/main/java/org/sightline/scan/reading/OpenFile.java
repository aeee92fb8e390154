package org.sightline.scan.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetReading;
import org.sightline.scan.SheetReading.Refused;

/// A file whose pages are being read.
final class OpenFile implements AutoCloseable {

  private static final long LARGEST = 500_000_000;

  private final Path file;
  private final FileKind kind;
  private final @Nullable PdfPages pdf;
  private final int pages;

  private OpenFile(Path file, FileKind kind, @Nullable PdfPages pdf, int pages) {
    this.file = file;
    this.kind = kind;
    this.pdf = pdf;
    this.pages = pages;
  }

  /// Refuses with [NotRead].
  static OpenFile open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new NotRead(Refusal.DIRECTORY);
    }
    if (!Files.isRegularFile(file)) {
      throw new NotRead(Refusal.NO_FILE);
    }
    if (Files.size(file) > LARGEST) {
      throw new NotRead(Refusal.TOO_LARGE);
    }
    FileKind kind;
    try (var start = Files.newInputStream(file)) {
      kind = FileKind.of(start.readNBytes(FileKind.LOOKED_AT));
    }
    if (kind == FileKind.PDF) {
      var pdf = PdfPages.open(file);
      return new OpenFile(file, kind, pdf, pdf.count());
    }
    try (var input = new FileInput(file)) {
      return new OpenFile(file, kind, null, PictureDecoding.pages(kind, input));
    }
  }

  boolean is(Path other) {
    return file.equals(other);
  }

  int pages() {
    return pages;
  }

  /// @param page counted from 1
  SheetReading read(int page, Function<Picture, SheetReading> reader) throws IOException {
    if (page < 1 || page > pages) {
      throw new NotRead(Refusal.NO_SUCH_PAGE);
    }
    if (pdf == null) {
      try (var input = new FileInput(file)) {
        return reader.apply(PictureDecoding.decode(kind, input, page - 1));
      }
    }
    var only = pdf.onlyPicture(page - 1);
    if (only != null) {
      var reading = reader.apply(only);
      if (!(reading instanceof Refused refused) || refused.why() != Refusal.TOO_FEW_MARKERS) {
        return reading;
      }
    }
    return reader.apply(pdf.drawn(page - 1));
  }

  @Override
  public void close() throws IOException {
    if (pdf != null) {
      pdf.close();
    }
  }
}
