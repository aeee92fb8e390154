package org.sightline.linkage.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.Progress;
import org.sightline.linkage.Stages;
import org.sightline.linkage.Workers;
import org.sightline.linkage.reading.Rows;

/// `people.csv`: every row that was taken, as it was, with whom it belongs to and how sure that is.
final class PeopleFile {

  private static final int SLICES_AT_ONCE = 8;

  private final Linkage linkage;
  private final List<String> personIds;
  private final Workers workers;
  private final PeopleColumns columns;
  private final Progress progress;
  private final List<long[]> filled = new ArrayList<>();
  private long written;

  PeopleFile(Linkage linkage, List<String> personIds, Workers workers, Progress progress) {
    this.progress = progress;
    this.linkage = linkage;
    this.personIds = personIds;
    this.workers = workers;
    this.columns = PeopleColumns.of(linkage.tables());
    linkage.tables().forEach(table -> filled.add(new long[table.headings().size()]));
  }

  void write(OutputStream out) throws IOException {
    var head = new CsvText().cell("list").cell("row");
    columns.names().forEach(head::cell);
    out.write(head.cell("person_id").cell("certainty").end().bytes());
    for (int list = 0; list < linkage.tables().size(); list++) {
      writeList(list, out);
    }
  }

  /// For each list and each of its columns how many rows have something in it; known once the file
  /// is written.
  List<long[]> filled() {
    return filled;
  }

  private void writeList(int list, OutputStream out) throws IOException {
    var table = linkage.tables().get(list);
    int[] firstRows = new int[table.parts().size() + 1];
    firstRows[0] = linkage.records().listStarts()[list];
    for (int p = 0; p < table.parts().size(); p++) {
      firstRows[p + 1] = firstRows[p] + table.parts().get(p).rows();
    }
    for (int from = 0; from < table.parts().size(); from += SLICES_AT_ONCE) {
      int first = from;
      int slices = Math.min(SLICES_AT_ONCE, table.parts().size() - from);
      var texts = new CsvText[slices];
      var counts = new long[slices][table.headings().size()];
      workers.run(slices, i -> texts[i] = slice(list, first + i, firstRows[first + i], counts[i]));
      for (var text : texts) {
        out.write(text.bytes());
      }
      for (long[] of : counts) {
        Arrays.setAll(filled.get(list), c -> filled.get(list)[c] + of[c]);
      }
      written += firstRows[from + slices] - firstRows[from];
      progress.at(
          "Writing",
          Stages.within(Stages.WRITING, Stages.PEOPLE_WRITTEN, written, linkage.records().rows()));
    }
  }

  private CsvText slice(int list, int slice, int firstRow, long[] counts) {
    var text = new CsvText();
    int[] row = {firstRow};
    int[] places = columns.places().get(list);
    int[] columnAt = new int[columns.names().size()];
    Arrays.fill(columnAt, -1);
    for (int c = 0; c < places.length; c++) {
      columnAt[places[c]] = c;
    }
    linkage
        .tables()
        .get(list)
        .source()
        .forEachTaken(slice, cells -> writeRow(text, list, row[0]++, cells, columnAt, counts));
    return text;
  }

  private void writeRow(
      CsvText text, int list, int row, Rows cells, int[] columnAt, long[] counts) {
    text.cell(linkage.lists().get(list).name()).cell(linkage.placeOf(row).row());
    for (int column : columnAt) {
      if (column < 0) {
        text.cell("");
      } else {
        text.cell(cells.buffer(), cells.start(column), cells.end(column));
        counts[column] += cells.start(column) < cells.end(column) ? 1 : 0;
      }
    }
    int person = linkage.people().personOf()[row];
    text.cell(personIds.get(person))
        .cell(String.format(Locale.ROOT, "%.4f", linkage.people().certainty(person)))
        .end();
  }
}
