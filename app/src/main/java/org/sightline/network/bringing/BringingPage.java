package org.sightline.network.bringing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.drawing.Question;
import org.sightline.network.exchange.Incoming;
import org.sightline.web.Answers;

/// What a file holds and would do, and what it does not say.
///
/// @param files what was brought, with which column means what where it is a list
/// @param facts what would happen, a sentence each
/// @param lines the first ones, in words
/// @param refused what cannot be taken, a sentence each
/// @param isTable whether it is to be asked if the two directions are two things
public record BringingPage(
    WorkspaceId work,
    String title,
    UUID brought,
    UUID edit,
    List<File> files,
    List<String> facts,
    List<String> lines,
    List<String> refused,
    boolean isTable,
    Answers form,
    List<Question> questions) {

  /// @param format in words
  /// @param columns which meaning is given to which column, by the name of its field in the form
  /// @param headings to choose from, by number
  public record File(
      String name, String format, Map<String, String> columns, Map<String, String> headings) {}

  /// How many lines are shown before they are taken over.
  static final int SHOWN = 10;

  /// How many refused rows are named on the page; all of them are in the table.
  static final int REFUSED = 1_000;

  public String base() {
    return "/network/maps/" + work;
  }

  public String here() {
    return base() + "/import/" + brought;
  }

  static String said(Incoming.Line line, Map<String, String> names) {
    return names.getOrDefault(line.from(), line.from())
        + (line.directed() ? " → " : " – ")
        + names.getOrDefault(line.to(), line.to());
  }
}
