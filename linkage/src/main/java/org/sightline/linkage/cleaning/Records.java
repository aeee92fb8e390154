package org.sightline.linkage.cleaning;

import java.util.List;
import org.sightline.linkage.reading.ByteDictionary;

/// All rows of all lists, one after the other, each cell a number; 0 where there is nothing to
/// compare. Forenames and surnames share their numbers, so that swapped names are seen.
///
/// @param fields the fields in the order in which a row holds them
/// @param cells row after row
/// @param values for each field what its numbers stand for
/// @param listStarts for each list the place of its first row, and at the end the number of rows
public record Records(
    List<String> lists,
    List<Field> fields,
    int[] cells,
    List<ByteDictionary> values,
    int[] listStarts) {

  public int rows() {
    return listStarts[listStarts.length - 1];
  }

  public int width() {
    return fields.size();
  }

  public int cell(int row, int field) {
    return cells[row * fields.size() + field];
  }

  /// The place of a field in a row, or -1.
  public int placeOf(Field field) {
    return fields.indexOf(field);
  }

  public int listOf(int row) {
    int list = 0;
    while (row >= listStarts[list + 1]) {
      list++;
    }
    return list;
  }

  public String text(int row, int field) {
    return values.get(field).text(cell(row, field));
  }

  /// How often each value of a field stands in the lists.
  public int[] counts(int field) {
    var counts = new int[values.get(field).size()];
    int width = fields.size();
    for (int at = field; at < cells.length; at += width) {
      counts[cells[at]]++;
    }
    return counts;
  }
}
