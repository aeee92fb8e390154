package org.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Crops;
import org.sightline.scan.LayoutFiles;
import org.sightline.scan.PageReading;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetReader;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.SheetReading.TickReading;
import org.sightline.scan.SheetReading.ZoneReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "read-sheets",
    description =
        "Reads coloured sheets from photographs and scans: JPEG, PNG, WebP, TIFF and PDF. Each page is opened in a process of its own kind, with little memory and little time.",
    mixinStandardHelpOptions = true)
final class ReadSheetsCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Photographs, scans, or PDFs.")
  private List<Path> files;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description =
          "The layout.json the sheets were printed with; may be given more than once. Default: layout.json beside the first file or here.")
  private List<Path> layouts = new ArrayList<>();

  @Option(names = "--json", description = "Says what was read as JSON.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also writes readings.json and a picture of every doubtful zone there.")
  private @Nullable Path out;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  ReadSheetsCommand() {}

  @Override
  public Integer call() {
    if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
      throw new IllegalStateException("%s is a file. Name a directory.".formatted(out));
    }
    var reader = SheetReader.of(readLayouts()).with(out == null ? Crops.NONE : Crops.DOUBTFUL);
    var pages =
        reader.read(
            files,
            page -> {
              if (!json) {
                say(sentence(page));
              }
            });
    if (pages.isEmpty()) {
      throw new IllegalStateException("No process could be started to open the files in.");
    }
    var list = pages.stream().map(ReadSheetsCommand::asMap).toList();
    var text =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(list);
    if (json) {
      say(text);
    }
    if (out != null) {
      keep(out, pages, text);
    }
    return 0;
  }

  private List<SheetLayout> readLayouts() {
    if (!layouts.isEmpty()) {
      return layouts.stream().map(LayoutFiles::readLayout).toList();
    }
    var beside = files.getFirst().toAbsolutePath().resolveSibling("layout.json");
    for (var guess : List.of(beside, Path.of("layout.json"))) {
      if (Files.isRegularFile(guess)) {
        return List.of(LayoutFiles.readLayout(guess));
      }
    }
    throw new IllegalStateException(
        "Say which layout the sheets were printed with: --layout layout.json. It was written beside sheets.pdf.");
  }

  private static String sentence(PageReading page) {
    var where = "%s, page %d: ".formatted(page.file().getFileName(), page.page());
    return switch (page.reading()) {
      case Refused refused -> where + refused.reason();
      case Read read -> {
        long doubtful = read.zones().stream().filter(zone -> zone.level() == null).count();
        yield where
            + "sheet %s, %d zones read, %d for a person to decide."
                .formatted(read.sheet(), read.zones().size() - doubtful, doubtful);
      }
    };
  }

  private static Map<String, @Nullable Object> asMap(PageReading page) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("file", page.file().toString());
    map.put("page", page.page());
    map.put("sheet", page.reading().sheet());
    switch (page.reading()) {
      case Refused refused -> {
        map.put("status", "refused");
        map.put("reason", refused.reason());
        map.put("zones", List.of());
        map.put("ticks", List.of());
      }
      case Read read -> {
        map.put("status", "read");
        map.put("reason", null);
        map.put("zones", read.zones().stream().map(ReadSheetsCommand::zone).toList());
        map.put("ticks", read.ticks().stream().map(ReadSheetsCommand::tick).toList());
      }
    }
    return map;
  }

  private static Map<String, @Nullable Object> zone(ZoneReading zone) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("id", zone.id());
    map.put("level", zone.level() == null ? null : zone.level().word());
    map.put("confidence", zone.confidence());
    map.put("doubt", zone.doubt());
    return map;
  }

  private static Map<String, Object> tick(TickReading tick) {
    var map = new LinkedHashMap<String, Object>();
    map.put("id", tick.id());
    map.put("on", tick.on());
    return map;
  }

  private static void keep(Path directory, List<PageReading> pages, String text) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("readings.json"), text);
      for (var page : pages) {
        if (page.reading() instanceof Read read) {
          for (int i = 0; i < read.zones().size(); i++) {
            var crop = read.zones().get(i).crop();
            if (crop != null) {
              Files.write(
                  directory.resolve("%s-zone-%d.jpg".formatted(read.sheet(), i + 1)), crop.jpeg());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
