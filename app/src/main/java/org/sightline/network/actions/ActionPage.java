package org.sightline.network.actions;

import java.util.List;
import java.util.Map;
import org.sightline.web.Answers;

/// One action.
///
/// @param element the id of what it answers when that can be opened, or empty
/// @param isGap whether it is about a gap, which is answered on a page of its own
/// @param updates the last first
/// @param states what can be said of it now
public record ActionPage(
    Head head,
    String id,
    ActionLine line,
    String element,
    boolean isGap,
    String agreed,
    List<Update> updates,
    Map<String, String> states,
    Answers form) {

  public String here() {
    return head.actions() + "/" + id;
  }

  /// What was said of how far it is.
  public record Update(
      String id, String state, String words, String day, String by, boolean isTakenBack) {}
}
