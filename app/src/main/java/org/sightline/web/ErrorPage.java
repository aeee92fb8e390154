package org.sightline.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person reads when something could not be done.
///
/// @param reference to quote when asking for help, or `null` when there is nothing to look up
/// @param cameFrom the page before, to go back to, or `null` when it is not known
/// @param back where to go on
/// @param typed what was typed and can be sent again once there is room for it, or `null`
/// @param notSaved what was written where somebody else saved first: to be copied, not sent again
public record ErrorPage(
    String title,
    String sentence,
    @Nullable String reference,
    @Nullable String cameFrom,
    String back,
    @Nullable StillTyped typed,
    List<String> notSaved) {

  static final String TEMPLATE = "web/error";

  public ErrorPage {
    notSaved = List.copyOf(notSaved);
  }

  public ErrorPage(
      String title,
      String sentence,
      @Nullable String reference,
      @Nullable String cameFrom,
      String back) {
    this(title, sentence, reference, cameFrom, back, null, List.of());
  }
}
