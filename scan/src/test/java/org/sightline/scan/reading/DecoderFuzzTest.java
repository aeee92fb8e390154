package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.scan.Paper;
import org.sightline.scan.PrintedSheet;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetPrinter;
import org.sightline.scan.SheetReader;
import org.sightline.scan.SheetReading;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.SheetWords;
import org.sightline.scan.classroom.Layouts;

/// Whatever is in a file, opening it ends in a picture or in a sentence. A little of it every time;
/// with Jazzer, a quarter of a minute for each kind (`-Dtests.excluded=none`, or longer with
/// `-Dfuzz.seconds=`).
class DecoderFuzzTest {

  private static final int EACH = 120;
  private static final long MOST_NANOSECONDS = 4_000_000_000L;

  static List<String> seeds() throws IOException {
    return List.copyOf(DecoderFuzz.seeds().keySet());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spoiltFilesAreRefusedInASentenceOrOpened(String name) throws IOException {
    var seeds = DecoderFuzz.seeds();
    var others = List.copyOf(seeds.values());
    var random = new SplittableRandom(name.hashCode());
    long end = System.nanoTime() + MOST_NANOSECONDS;

    DecoderFuzz.open(seeds.get(name));
    for (int i = 0; i < EACH && System.nanoTime() < end; i++) {
      DecoderFuzz.fuzzerTestOneInput(DecoderFuzz.mutated(seeds.get(name), others, random));
    }
  }

  /// A directory that names an earlier one as its next: found by Jazzer, a decoder goes round for
  /// ever.
  @Test
  void aTiffThatLeadsBackIsRefusedAtOnce() throws IOException {
    byte[] tiff = DecoderFuzz.seeds().get("tiff-pages");
    var bytes = ByteBuffer.wrap(tiff);
    bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int first = bytes.getInt(4);
    bytes.putInt(first + 2 + 12 * bytes.getShort(first), first);

    long start = System.nanoTime();
    assertThatThrownBy(() -> PictureDecoding.pages(FileKind.TIFF, inMemory(tiff)))
        .isInstanceOfSatisfying(
            NotRead.class, no -> assertThat(no.why()).isEqualTo(Refusal.DAMAGED));
    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
  }

  @Test
  void aTiffSaysHowManyPicturesItHolds() throws IOException {
    for (var seed : DecoderFuzz.seeds().entrySet()) {
      if (seed.getKey().startsWith("tiff-")) {
        assertThat(PictureDecoding.pages(FileKind.TIFF, inMemory(seed.getValue())))
            .as(seed.getKey())
            .isEqualTo(seed.getKey().equals("tiff-pages") ? 3 : 1);
      }
    }
  }

  /// What is missing would be drawn as if it were there, a bit at a time: found by Jazzer.
  @Test
  void aWebpThatEndsEarlyIsRefusedAtOnce(@TempDir Path directory) throws IOException {
    byte[] whole = DecoderFuzz.seeds().get("webp-lossless");
    var file = directory.resolve("cut.webp");
    for (int cut : List.of(whole.length / 4, whole.length / 2, whole.length - 600)) {
      Files.write(file, Arrays.copyOf(whole, cut));

      long start = System.nanoTime();
      try (var open = OpenFile.open(file)) {
        assertThatThrownBy(() -> open.read(1, picture -> null))
            .isInstanceOfSatisfying(
                NotRead.class, no -> assertThat(no.why()).isEqualTo(Refusal.DAMAGED));
      }
      assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    }
  }

  private static ImageInputStream inMemory(byte[] content) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
  }

  @Test
  void aPileOfSpoiltFilesDoesNotEndTheReader(@TempDir Path pile) throws IOException {
    var layout = Layouts.school(3, Paper.A4_PORTRAIT, 6);
    var seeds = DecoderFuzz.seeds();
    var others = List.copyOf(seeds.values());
    var random = new SplittableRandom(11);
    var files = new ArrayList<Path>();
    for (var seed : seeds.values()) {
      for (int i = 0; i < 3; i++) {
        files.add(
            Files.write(
                pile.resolve(files.size() + ".bin"), DecoderFuzz.mutated(seed, others, random)));
      }
    }
    files.add(
        Files.write(
            pile.resolve("sheet.pdf"),
            SheetPrinter.print(
                layout,
                List.of(new PrintedSheet("ABCDEFGH23", null)),
                SheetWords.english("Help.", "Until Friday."))));

    var pages = SheetReader.of(List.of(layout)).read(files, page -> {});

    assertThat(pages).extracting(page -> page.file()).containsAll(files);
    assertThat(pages.getLast().reading()).isInstanceOf(SheetReading.Read.class);
    assertThat(pages)
        .filteredOn(page -> page.reading() instanceof Refused)
        .allMatch(page -> ((Refused) page.reading()).reason().endsWith("."));
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("seeds")
  void jazzerFindsNothingElse(String name, @TempDir Path directory)
      throws IOException, InterruptedException {
    var corpus = Files.createDirectories(directory.resolve("corpus"));
    Files.write(corpus.resolve(name), DecoderFuzz.seeds().get(name));
    var output = directory.resolve("output.txt");
    int seconds = Integer.getInteger("fuzz.seconds", 15);

    var fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path").replace(":", File.pathSeparator),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + DecoderFuzz.class.getName(),
                "--instrumentation_includes=com.twelvemonkeys.**:org.apache.pdfbox.**:org.sightline.scan.**",
                "--custom_hook_includes=org.sightline.scan.**",
                "-max_total_time=" + seconds,
                "-max_len=65536",
                "-timeout=25",
                "-rss_limit_mb=3000",
                "-artifact_prefix=" + directory + "/",
                corpus.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean done = fuzzer.waitFor(seconds + 120L, TimeUnit.SECONDS);
    fuzzer.destroyForcibly();

    var said = Files.readString(output);
    assertThat(done).as(said).isTrue();
    assertThat(fuzzer.waitFor()).as(last(said)).isZero();
    assertThat(said).containsPattern("Done \\d+ runs|DONE");
  }

  private static String last(String text) {
    return text.substring(Math.max(0, text.length() - 6000));
  }
}
