package org.sightline.network.actions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.network.Gaps.Standing;

/// The gaps of a piece of work.
///
/// @param summary how many there are, late, open and answered, in a sentence
public record GapsPage(Head head, List<Line> gaps, String summary) {

  /// A gap in words.
  ///
  /// @param who asks, with the agency; empty when nobody was asked yet
  /// @param due by when, or empty
  /// @param facts what was found, what it became, what raised it
  /// @param raised the questions that came up when it was closed
  /// @param task the address of its task, or `null`
  public record Line(
      String id,
      String question,
      String agency,
      String who,
      String due,
      Standing standing,
      String light,
      List<String> facts,
      List<String> raised,
      @Nullable String task) {

    public String tag() {
      return switch (standing) {
        case LATE -> "govuk-tag--red";
        case NOBODY, NOT_WRITTEN -> "govuk-tag--yellow";
        case OPEN -> "govuk-tag--blue";
        case GIVEN_UP -> "govuk-tag--grey";
        case ANSWERED -> "govuk-tag--green";
      };
    }

    /// Whether nobody is to find it out now.
    public boolean isToBeGiven() {
      return standing == Standing.NOBODY || standing == Standing.GIVEN_UP;
    }

    public boolean isAnswered() {
      return standing == Standing.ANSWERED;
    }
  }
}
