package org.sightline.linkage.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.PersonIds;
import org.sightline.linkage.Progress;
import org.sightline.linkage.Workers;
import org.sightline.linkage.counting.Overlaps;
import org.sightline.linkage.reading.Refused;
import org.sightline.linkage.weighing.SplinkSettings;

/// Everything a run leaves behind, all of it or nothing.
public final class Results {

  private Results() {}

  public static void write(
      Linkage linkage, Overlaps overlaps, PersonIds ids, Path directory, Workers workers) {
    write(linkage, overlaps, ids, directory, workers, Progress.none());
  }

  public static void write(
      Linkage linkage,
      Overlaps overlaps,
      PersonIds ids,
      Path directory,
      Workers workers,
      Progress progress) {
    try (var draft = new Draft(directory)) {
      var people = new PeopleFile(linkage, ids.ids(), workers, progress);
      var open = new OpenPairs();
      draft.write("people.csv", people::write);
      draft.write("pairs.csv", new PairsFile(linkage, workers, progress, open)::write);
      var review = new ReviewFiles(linkage, open);
      draft.write("review.csv", review::review);
      draft.write("waterfalls.csv", review::waterfalls);
      draft.write("judgements.csv", review::judgements);
      draft.write("overlaps.json", text(OverlapsFile.text(overlaps, linkage)));
      draft.write(
          "report.html", text(new Report(linkage, overlaps, people.filled(), open.seen()).html()));
      draft.write("model.json", text(SplinkSettings.write(linkage.model(), linkage.nicknames())));
      draft.write("refused.csv", out -> refused(linkage, out));
      draft.write("events.csv", out -> events(ids, out));
      draft.finish();
    }
  }

  private static Draft.Writing text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(Linkage linkage, OutputStream out) throws IOException {
    var text = new CsvText().cell("list").cell("row").cell("column").cell("reason").end();
    for (var table : linkage.tables()) {
      table.refused().forEach(r -> add(text, r));
    }
    linkage.refusedValues().forEach(r -> add(text, r));
    out.write(text.bytes());
  }

  private static void add(CsvText text, Refused refused) {
    text.cell(refused.list())
        .cell(refused.row())
        .cell(refused.column())
        .cell(refused.reason())
        .end();
  }

  private static void events(PersonIds ids, OutputStream out) throws IOException {
    var text = new CsvText().cell("event").cell("person_id").cell("others").end();
    for (var event : ids.events()) {
      switch (event) {
        case PersonIds.Merged merged ->
            text.cell("merged").cell(merged.into()).cell(String.join(" ", merged.from())).end();
        case PersonIds.Split split ->
            text.cell("split").cell(split.from()).cell(String.join(" ", split.into())).end();
      }
    }
    out.write(text.bytes());
  }

  /// The names of the files, in the order in which they are written.
  public static List<String> names() {
    return List.of(
        "people.csv",
        "pairs.csv",
        "review.csv",
        "waterfalls.csv",
        "judgements.csv",
        "overlaps.json",
        "report.html",
        "model.json",
        "refused.csv",
        "events.csv");
  }
}
