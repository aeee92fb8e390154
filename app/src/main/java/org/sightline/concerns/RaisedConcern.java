package org.sightline.concerns;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;

/// A concern as it is handed over. It holds no link to a map (ST-13, A29).
///
/// @param id made by whoever raises it; the same one sent again is kept once
/// @param round in which it came up, or `null`
/// @param about the adults of the school it is about; decides who can read it
/// @param answers by the ids of the questions of `concern-form.yaml`; "what" is never absent
/// @param raisedAt by the clock of the device, which may have been without a connection
public record RaisedConcern(
    ConcernId id,
    WorkspaceId school,
    @Nullable WorkspaceId round,
    @Nullable UUID session,
    Way way,
    Stage stage,
    Set<About> about,
    Map<String, String> answers,
    Instant raisedAt) {

  static final int LONGEST = 10_000;

  /// "sheet 4K", "map B7": the label a sheet is keyed by.
  private static final Pattern LABEL =
      Pattern.compile(
          "\\b((?i:sheet|map|label|paper))(\\s+(?i:no\\.?|number))?[\\s:#]+[A-Z0-9]{2}\\b");

  public RaisedConcern {
    about = Set.copyOf(about);
    answers = Map.copyOf(answers);
    String what = answers.get("what");
    if (what == null || what.isBlank()) {
      throw new IllegalArgumentException("A concern says what was seen, heard or read");
    }
    for (String answer : answers.values()) {
      if (answer.length() > LONGEST) {
        throw new IllegalArgumentException(
            "An answer of %d characters is longer than %d".formatted(answer.length(), LONGEST));
      }
    }
  }

  static RaisedConcern note(
      ConcernId id,
      WorkspaceId school,
      WorkspaceId round,
      @Nullable UUID session,
      String text,
      Instant raisedAt) {
    return new RaisedConcern(
        id,
        school,
        round,
        session,
        Way.NOTE,
        Stage.IN_SESSION,
        Set.of(),
        Map.of("what", text.strip()),
        raisedAt);
  }

  static RaisedConcern writing(
      ConcernId id,
      WorkspaceId school,
      WorkspaceId round,
      @Nullable UUID session,
      String description,
      Instant raisedAt) {
    return new RaisedConcern(
        id,
        school,
        round,
        session,
        Way.KEYING,
        Stage.COUNTING,
        Set.of(),
        Map.of("what", withoutLabel(description.strip())),
        raisedAt);
  }

  /// Takes out what could lead from a concern to one sheet (practice.md 7). Only the plain forms
  /// are found, so the page asks as well that no label be written.
  static String withoutLabel(String text) {
    return LABEL.matcher(text).replaceAll("$1");
  }

  /// Whether someone may be in danger now; "I am not sure" counts.
  boolean danger() {
    String answer = answers.getOrDefault("immediate-risk", "no");
    return answer.equals("yes") || answer.equals("not-sure");
  }
}
