package org.sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.linkage.testing.Given;
import org.sightline.linkage.testing.Lists;
import org.sightline.linkage.weighing.ShippedModel;

/// Records and the people they are, in a table a data manager can read: `people.csv` beside the
/// tests. Strangers stand around the records, so that their names are neither rare nor frequent.
class PeopleTableTest {

  private static final int STRANGERS = 200;

  @ParameterizedTest
  @MethodSource("table")
  void recordsAreThePeopleTheyAre(NamedCsvRecord row) throws Exception {
    var records = List.of(row.getField("records").split(" / "));
    var csv = new StringBuilder("forename,surname,dob,postcode,school,upn,nhs number\n");
    records.forEach(record -> csv.append(record.replace('|', ',')).append('\n'));
    for (int i = 0; i < STRANGERS; i++) {
      csv.append(stranger(i));
    }

    try (var linkage = new Lists().list("A", csv.toString()).by(ShippedModel.read()).link()) {
      var people = new TreeMap<Integer, StringBuilder>();
      for (int i = 0; i < records.size(); i++) {
        people
            .computeIfAbsent(linkage.people().personOf()[i], p -> new StringBuilder())
            .append((char) ('a' + i));
      }
      assertThat(String.join(" ", people.values()))
          .as("%s %s", row.getField("case"), row.getField("why"))
          .isEqualTo(row.getField("people"));
      assertThat(linkage.people().count()).isEqualTo(STRANGERS + people.size());
    }
  }

  static Stream<NamedCsvRecord> table() {
    return Given.table("people.csv").stream();
  }

  private static String stranger(int i) {
    return "%s%c%c,%c%c%s,%02d/%02d/%d,LU%d %d%c%c,School %d,,%n"
        .formatted(
            i % 3 == 0 ? "Q" : "V",
            'a' + i % 26,
            'a' + i / 26,
            'K' + i % 7,
            'a' + i / 7 % 26,
            "x".repeat(1 + i % 5),
            1 + i % 28,
            1 + i % 12,
            2008 + i % 7,
            2 + i % 8,
            i % 9,
            'A' + i % 11,
            'C' + i % 13,
            i % 9);
  }
}
