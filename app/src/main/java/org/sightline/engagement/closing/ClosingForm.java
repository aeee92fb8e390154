package org.sightline.engagement.closing;

/// The form that closes a session, with what was typed.
///
/// @param out how many maps were handed out
/// @param at the field the problem is about, or empty
/// @param problem in a sentence, or empty
public record ClosingForm(String out, String at, String problem) {

  /// @param counted on the run sheet; 0 suggests nothing
  static ClosingForm blank(int counted) {
    return new ClosingForm(counted == 0 ? "" : Integer.toString(counted), "", "");
  }

  static ClosingForm problem(String out, String at, String problem) {
    return new ClosingForm(out, at, problem);
  }

  /// The problem of a field, or empty.
  public String problemAt(String field) {
    return at.equals(field) ? problem : "";
  }
}
