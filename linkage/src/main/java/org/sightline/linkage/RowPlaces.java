package org.sightline.linkage;

import java.util.Arrays;
import java.util.List;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Table;

/// From the name of a list and a row of it to the row of the records, and back.
final class RowPlaces {

  private final List<Table> tables;
  private final Records records;
  private final int[][] numbers;

  RowPlaces(List<Table> tables, Records records) {
    this.tables = tables;
    this.records = records;
    numbers = tables.stream().map(Table::rowNumbers).toArray(int[][]::new);
  }

  int of(String list, long row) {
    for (int t = 0; t < tables.size(); t++) {
      if (tables.get(t).name().equals(list)) {
        int place = Arrays.binarySearch(numbers[t], (int) Math.min(row, Integer.MAX_VALUE));
        if (place < 0) {
          throw new Refusal(
              "A judgement names row %d of %s, which is not there or was refused."
                  .formatted(row, list));
        }
        return records.listStarts()[t] + place;
      }
    }
    throw new Refusal("A judgement names a list %s that is not linked here.".formatted(list));
  }

  int numberOf(int row) {
    int list = records.listOf(row);
    return numbers[list][row - records.listStarts()[list]];
  }
}
