package org.sightline.linkage.reading;

/// Goes through pieces of a list and says which line ends stand outside quotation marks, by the
/// rules of [Rows].
final class QuoteWalk {

  private final byte lineEnd;
  private final byte delimiter;
  private boolean fieldBegins;
  private boolean quoted;
  private boolean afterQuote;
  private boolean regular = true;
  private int firstRow;

  QuoteWalk(byte lineEnd, byte delimiter) {
    this.lineEnd = lineEnd;
    this.delimiter = delimiter;
  }

  /// @param before the byte before the first piece
  /// @param within whether the piece begins within a quoted cell
  void beginAfter(byte before, boolean within) {
    quoted = within;
    fieldBegins = !within && (before == lineEnd || before == delimiter);
    afterQuote = !within && before == '"';
  }

  void over(byte[] piece, int length) {
    firstRow = 0;
    for (int i = 0; i < length; i++) {
      byte b = piece[i];
      if (quoted) {
        if (b == '"') {
          quoted = false;
          afterQuote = true;
        }
        continue;
      }
      if (b == '"') {
        quoted = fieldBegins || afterQuote;
        regular &= quoted;
        fieldBegins = false;
        afterQuote = false;
      } else if (b == lineEnd) {
        fieldBegins = true;
        afterQuote = false;
        firstRow = firstRow == 0 ? i + 1 : firstRow;
      } else {
        fieldBegins = b == delimiter;
        afterQuote = false;
      }
    }
  }

  /// Whether every quotation mark so far began or ended a quoted cell, or stood doubled within.
  boolean isRegular() {
    return regular;
  }

  /// Where in the last piece the first row begins after an unquoted line end, or 0.
  int firstRow() {
    return firstRow;
  }
}
