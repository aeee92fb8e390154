package org.sightline.linkage;

import java.util.Arrays;
import java.util.List;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Table;

/// From the name of a list and a row of it to the row of the records.
final class RowPlaces {

  private final List<Table> tables;
  private final Records records;
  private final int[][] numbers;

  RowPlaces(List<Table> tables, Records records) {
    this.tables = tables;
    this.records = records;
    numbers = tables.stream().map(Table::rowNumbers).toArray(int[][]::new);
  }

  /// @param where the judgement stands that names the list
  int listOf(String name, String where) {
    for (int t = 0; t < tables.size(); t++) {
      if (tables.get(t).name().equals(name)) {
        return t;
      }
    }
    throw new Refusal(
        "%s%s names a list %s that is not linked here."
            .formatted(Character.toUpperCase(where.charAt(0)), where.substring(1), name));
  }

  /// @return -1 if the row is not there or was refused
  int of(int list, long row) {
    int place = Arrays.binarySearch(numbers[list], (int) Math.clamp(row, 0L, Integer.MAX_VALUE));
    return place < 0 ? -1 : records.listStarts()[list] + place;
  }
}
