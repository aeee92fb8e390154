package org.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.SafeCsv;
import org.sightline.engagement.marks.SessionTag;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.scan.LayingOut;
import org.sightline.scan.LayoutFiles;
import org.sightline.scan.Paper;
import org.sightline.scan.PrintedSheet;
import org.sightline.scan.SheetCode;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetPlan;
import org.sightline.scan.SheetPrinter;
import org.sightline.scan.SheetWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "sheets",
    description =
        "Prints sheets of a plan for trials: sheets.pdf, layout.json and sheets.csv. The web application prints those of its sessions itself.",
    mixinStandardHelpOptions = true)
final class SheetsCommand implements Callable<Integer> {

  private static final int MOST = 500;

  @Option(
      names = "--layout",
      required = true,
      paramLabel = "PLAN",
      description =
          "The plan as JSON: page {width, height}, zones [{id, label, polygon [[x, y] …]}], and ticks [{id}] where years can be ticked.")
  private Path plan;

  @Option(
      names = "--count",
      defaultValue = "30",
      paramLabel = "N",
      description = "How many sheets, 1 to 500. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the three files go. Files that are there already are not written over.")
  private Path out;

  @Option(
      names = "--paper",
      paramLabel = "PAPER",
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: A4 or A3 as the page of the plan lies.")
  private @Nullable Paper paper;

  @Option(
      names = "--help-line",
      paramLabel = "TEXT",
      defaultValue = "To talk to somebody: any adult you trust.",
      description = "Whom to turn to, printed on the slip. Default: ${DEFAULT-VALUE}")
  private String helpLine;

  @Option(
      names = "--last-day",
      paramLabel = "TEXT",
      defaultValue = "Until four weeks after the session.",
      description = "Until when, printed on the slip. Default: ${DEFAULT-VALUE}")
  private String lastDay;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  SheetsCommand() {}

  @Override
  public Integer call() {
    if (count < 1 || count > MOST) {
      throw new IllegalStateException("Print 1 to %d sheets, not %d.".formatted(MOST, count));
    }
    checkFree();
    var random = new SecureRandom();
    var layout = layout(LayoutFiles.readPlan(plan), SheetCode.randomVersion(random));
    var tag = SessionTag.random(random);
    var sheets = new ArrayList<PrintedSheet>();
    for (int i = 0; i < count; i++) {
      sheets.add(
          new PrintedSheet(SheetCode.randomSheet(random), SlipCode.random(random, tag).printed()));
    }
    write("layout.json", LayoutFiles.write(layout).getBytes(StandardCharsets.UTF_8));
    write("sheets.pdf", SheetPrinter.print(layout, sheets, SheetWords.english(helpLine, lastDay)));
    write("sheets.csv", csv(sheets));
    spec.commandLine()
        .getOut()
        .println(
            "Wrote %d sheets with %d zones to %s. Print sheets.pdf at its true size, on one side. Keep layout.json: without it the sheets cannot be read."
                .formatted(count, layout.zones().size(), out.resolve("sheets.pdf")));
    return 0;
  }

  private SheetLayout layout(SheetPlan given, String version) {
    try {
      return LayingOut.layOut(given, paper == null ? Paper.of(given.page()) : paper, version);
    } catch (IllegalArgumentException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  private static byte[] csv(List<PrintedSheet> sheets) {
    return SafeCsv.of(
        List.of("sheet", "slip"),
        sheets.stream()
            .map(sheet -> List.of(sheet.id(), String.valueOf(sheet.slipCode())))
            .toList());
  }

  /// Before anything is written: either all three files are, or none.
  private void checkFree() {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new IllegalStateException("%s is a file. Name a directory.".formatted(out));
    }
    for (var name : List.of("layout.json", "sheets.pdf", "sheets.csv")) {
      if (Files.exists(out.resolve(name))) {
        throw new IllegalStateException(
            "%s is there already. Choose another directory, or move it away."
                .formatted(out.resolve(name)));
      }
    }
  }

  private void write(String name, byte[] content) {
    try {
      Files.createDirectories(out);
      Files.write(out.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
