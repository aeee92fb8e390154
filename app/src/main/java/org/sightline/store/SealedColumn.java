package org.sightline.store;

/// A column whose values are stored sealed. Table and column are bound into every value, so that a
/// value moved elsewhere no longer opens.
///
/// @param table with its schema, as in `engagement.note`
public record SealedColumn(String table, String column) {

  public SealedColumn {
    if (!table.matches("[a-z_]+\\.[a-z_]+") || !column.matches("[a-z_]+")) {
      throw new IllegalArgumentException("Not a column: %s.%s".formatted(table, column));
    }
  }
}
