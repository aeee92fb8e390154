package org.sightline.access;

/// Why an answer of the council's directory was not taken. The reason is for the log: it never
/// holds a value of the token.
final class DirectoryRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean away;

  private DirectoryRefused(String reason, boolean away) {
    super(reason);
    this.away = away;
  }

  static DirectoryRefused because(String reason) {
    return new DirectoryRefused(reason, false);
  }

  /// The directory did not answer, or answered nonsense.
  static DirectoryRefused away(String reason) {
    return new DirectoryRefused(reason, true);
  }

  boolean isAway() {
    return away;
  }
}
