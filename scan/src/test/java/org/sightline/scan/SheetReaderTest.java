package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.classroom.BadPdfs;
import org.sightline.scan.classroom.BadPictures;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;

/// Piles of files, some hostile. Refusals first.
class SheetReaderTest {

  private static final SheetLayout LAYOUT = Layouts.school(31, Paper.A4_PORTRAIT, 12);
  private static final List<String> SHEETS = List.of("AAAAAAAA22", "BBBBBBBB33", "CCCCCCCC44");

  @TempDir private static Path pile;

  private static final List<BufferedImage> IMAGES = new ArrayList<>();

  @BeforeAll
  static void makeAPile() throws IOException {
    for (int i = 0; i < SHEETS.size(); i++) {
      var sheet = PaperSheet.printed(LAYOUT, SHEETS.get(i), 120);
      new Child(40 + i).colour(sheet);
      IMAGES.add(Spoiling.untouched(sheet));
      Files.write(pile.resolve("sheet" + i + ".jpg"), Spoiling.jpeg(IMAGES.get(i), 0.85f));
    }
  }

  @Test
  void aPageThatTakesTooLongEndsItsProcessAndNotThePile() {
    var pages =
        SheetReader.of(List.of(LAYOUT))
            .within(Duration.ofMillis(1))
            .inProcesses(1)
            .read(List.of(file("sheet0.jpg"), file("sheet1.jpg")), page -> {});

    assertThat(pages)
        .extracting(page -> why(page.reading()))
        .containsExactly(Refusal.TOO_LONG, Refusal.TOO_LONG);
  }

  @Test
  void theSameSheetTwiceIsCountedOnce() throws IOException {
    var again = written("again.jpg", Files.readAllBytes(file("sheet1.jpg")));

    var pages =
        SheetReader.of(List.of(LAYOUT))
            .read(List.of(file("sheet1.jpg"), file("sheet2.jpg"), again), page -> {});

    assertThat(why(pages.getLast().reading())).isEqualTo(Refusal.SAME_SHEET);
    assertThat(pages.getLast().reading().sheet()).isEqualTo(SHEETS.get(1));
    assertThat(pages.subList(0, 2)).extracting(page -> why(page.reading())).containsOnlyNulls();
  }

  @Test
  void aSheetOfAnotherSessionIsNamed() {
    var pages =
        SheetReader.of(List.of(LAYOUT))
            .onlyOf(Set.of(SHEETS.get(0))::contains)
            .read(List.of(file("sheet0.jpg"), file("sheet1.jpg")), page -> {});

    assertThat(pages)
        .extracting(page -> why(page.reading()))
        .containsExactly(null, Refusal.OTHER_SESSION);
  }

  /// A form that draws another ten times, twelve deep, on the first of three pages.
  @Test
  void aPageThatDrawsForEverIsLeftOutAndThePagesBehindItAndTheNextSheetAreRead()
      throws IOException {
    var bomb =
        written("for-ever.pdf", BadPdfs.drawingItselfAgainAndAgain(IMAGES.get(1), IMAGES.get(2)));

    var pages =
        SheetReader.of(List.of(LAYOUT))
            .within(Duration.ofSeconds(8))
            .inProcesses(1)
            .read(List.of(bomb, file("sheet0.jpg")), page -> {});

    assertThat(pages)
        .extracting(page -> why(page.reading()))
        .containsExactly(Refusal.TOO_LONG, null, null, null);
    assertThat(pages).extracting(PageReading::of).containsExactly(3, 3, 3, 1);
    assertThat(pages.getLast().reading().sheet()).isEqualTo(SHEETS.getFirst());
  }

  /// Stands for a file that ends a process whenever it is opened: of the second no process knows
  /// how many pages it has.
  @Test
  void aFileThatNoProcessOpensIsRefusedAsAWhole() {
    var pages =
        SheetReader.of(List.of(LAYOUT))
            .by(new Readers(Path.of("/bin/false")))
            .inProcesses(1)
            .read(List.of(file("sheet0.jpg"), file("sheet1.jpg")), page -> {});

    assertThat(pages)
        .extracting(page -> why(page.reading()))
        .containsExactly(Refusal.NOT_OPENED, Refusal.NOT_OPENED);
  }

  @Test
  void whereNoReaderCanBeStartedItIsSaidAndNoPageIsTakenForRead() {
    var told = new ArrayList<PageReading>();

    assertThatThrownBy(
            () ->
                SheetReader.of(List.of(LAYOUT))
                    .by(new Readers(Path.of("/no-such-java")))
                    .read(List.of(file("sheet0.jpg"), file("sheet1.jpg")), told::add))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(told).isEmpty();
  }

  /// Started before there is anything to read, and used by the next pile.
  @Test
  void readersThatWaitAreUsedAndNoOthersAreStarted() {
    try (var readers = new Readers()) {
      readers.ready(2);
      readers.ready(2);
      var before = children();

      var during = new HashSet<Long>();
      var pages =
          SheetReader.of(List.of(LAYOUT))
              .by(readers)
              .read(
                  List.of(file("sheet0.jpg"), file("sheet1.jpg")),
                  page -> during.addAll(children()));

      assertThat(pages).extracting(page -> why(page.reading())).containsOnlyNulls();
      assertThat(before).hasSizeGreaterThanOrEqualTo(2).containsAll(during);
    }
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  @Test
  void thePagesOfATiffAndOfAPdfAreReadInOrder() throws IOException {
    var pdf =
        SheetPrinter.print(
            LAYOUT,
            SHEETS.stream().map(id -> new PrintedSheet(id, "KMP4-7QW3-CM9X-22VR-F")).toList(),
            SheetWords.english("Help.", "Until Friday."));
    for (var file :
        List.of(written("three.tif", BadPictures.tiff(IMAGES)), written("printed.pdf", pdf))) {
      var told = new ArrayList<PageReading>();

      var pages = SheetReader.of(List.of(LAYOUT)).with(Crops.ALL).read(List.of(file), told::add);

      assertThat(pages).extracting(page -> page.reading().sheet()).isEqualTo(SHEETS);
      assertThat(pages).extracting(PageReading::page).containsExactly(1, 2, 3);
      assertThat(told).isEqualTo(pages);
      var read = (Read) pages.getFirst().reading();
      assertThat(read.zones()).allMatch(zone -> zone.crop() != null);
    }
  }

  private static Path file(String name) {
    return pile.resolve(name);
  }

  private static Path written(String name, byte[] content) throws IOException {
    return Files.write(pile.resolve(name), content);
  }

  private static @org.jspecify.annotations.Nullable Refusal why(SheetReading reading) {
    return reading instanceof Refused refused ? refused.why() : null;
  }
}
