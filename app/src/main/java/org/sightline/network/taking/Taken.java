package org.sightline.network.taking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sightline.kernel.NotThere;

/// What of a map can be taken, by the name of the file.
enum Taken {
  PICTURE_SMALL("picture-a4.pdf", "application/pdf"),
  PICTURE_LARGE("picture-a3.pdf", "application/pdf"),
  NARRATIVE("picture-and-sentences.pdf", "application/pdf"),
  PICTURE_PNG("picture.png", "image/png"),
  PICTURE_SVG("picture.svg", "image/svg+xml"),
  PEOPLE_SHEET("people.xlsx", Taken.SHEET),
  PEOPLE("people.csv", Taken.CSV),
  LINES_SHEET("lines.xlsx", Taken.SHEET),
  LINES("lines.csv", Taken.CSV),
  MATRIX_SHEET("matrix.xlsx", Taken.SHEET),
  MATRIX("matrix.csv", Taken.CSV),
  DIRECTED_SHEET("matrix-directed.xlsx", Taken.SHEET),
  DIRECTED("matrix-directed.csv", Taken.CSV),
  GRAPHML("map.graphml", "application/xml"),
  GEXF("map.gexf", "application/xml"),
  PAJEK("map.net", "text/plain;charset=UTF-8");

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String file;
  private final String type;

  Taken(String file, String type) {
    this.file = file;
    this.type = type;
  }

  /// @throws NotThere when nothing is called so
  static Taken of(String file) {
    return Arrays.stream(values())
        .filter(each -> each.file.equals(file))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  static List<String> pictures() {
    return files(PICTURE_SMALL, PICTURE_SVG);
  }

  static List<String> tables() {
    return files(PEOPLE_SHEET, DIRECTED);
  }

  static List<String> maps() {
    return files(GRAPHML, PAJEK);
  }

  String file() {
    return file;
  }

  String type() {
    return type;
  }

  /// What the copy is called where copies are listed.
  String copy() {
    return "network." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> files(Taken first, Taken last) {
    return Arrays.stream(values())
        .filter(each -> each.compareTo(first) >= 0 && each.compareTo(last) <= 0)
        .map(Taken::file)
        .toList();
  }
}
