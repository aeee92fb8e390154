package org.sightline.scan;

import org.jspecify.annotations.Nullable;

/// One sheet to print.
///
/// @param id see [SheetCode#randomSheet]
/// @param slipCode what is printed on the tear-off alone, or `null` for no slip
/// @param label a few letters by which a person finds the sheet in a pile, or `null`
public record PrintedSheet(String id, @Nullable String slipCode, @Nullable String label) {

  public PrintedSheet(String id, @Nullable String slipCode) {
    this(id, slipCode, null);
  }

  public PrintedSheet {
    if (!SheetCode.isSheet(id)) {
      throw new IllegalArgumentException("Not the id of a sheet: " + id);
    }
  }

  /// Hides the code of the slip, so that no log can hold it.
  @Override
  public String toString() {
    return "PrintedSheet[" + id + "]";
  }
}
