package org.sightline.network.bringing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sightline.network.exchange.Incoming.RefusedRow;
import org.sightline.network.exchange.UnreadableMap;
import org.sightline.web.Answers;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says which rows of a file cannot be taken, and why.
@Component
class RefusedRows {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Words words;
  private final Clock clock;

  RefusedRows(Words words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  /// Those of files that were brought, by what was chosen last.
  ///
  /// @throws UnreadableMap when they cannot be read so
  List<RefusedRow> of(BroughtFiles.Brought brought) throws UnreadableMap {
    var today = LocalDate.now(clock.withZone(LONDON));
    return Reading.read(brought.files(), chosen(brought), today).refused();
  }

  /// The form as it was filled in last, as far as it says how to read.
  Answers chosen(BroughtFiles.Brought brought) {
    return new Answers(words, Objects.requireNonNull(brought.chosen().get()));
  }

  /// A sentence for each.
  ///
  /// @param file its name, where only one was brought
  List<String> sentences(String file, List<RefusedRow> rows) {
    return rows.stream()
        .map(row -> words.say("network.bringing.unreadable", file(file, row), why(row)))
        .toList();
  }

  List<String> header() {
    var header = new ArrayList<String>();
    for (String column : List.of("file", "row", "value", "why")) {
      header.add(words.say("network.bringing.refused.column." + column));
    }
    return header;
  }

  List<List<Object>> table(String file, List<RefusedRow> rows) {
    return rows.stream()
        .<List<Object>>map(row -> List.of(file(file, row), row.row(), row.value(), why(row)))
        .toList();
  }

  private static String file(String file, RefusedRow row) {
    return row.file().isEmpty() ? file : row.file();
  }

  private String why(RefusedRow row) {
    String why = row.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words.say("network.bringing.refused." + why, row.row(), row.value());
  }
}
