package org.sightline.network.filing;

import java.util.List;
import java.util.Map;
import org.sightline.documents.Purpose;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// What goes onto one file, as it will read there, to be checked.
///
/// @param back where the filing run lies
/// @param others who can be named, by id
/// @param named who is
/// @param conditions what of it the police shared on conditions, in words, or empty
/// @param isOpen whether something is not filed yet
public record PapersPage(
    Exercise exercise,
    String back,
    String at,
    Papers papers,
    String conditions,
    Map<String, String> others,
    List<Named> named,
    boolean isOpen,
    Purpose purpose,
    Answers form) {

  /// Somebody who is named because that was shared already.
  public record Named(String id, String who, String because, String by) {}
}
