package org.sightline.network.photos;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// The photos of an exercise, the last first.
///
/// @param whose young people whose own map a photo can show
public record PhotosPage(
    Exercise exercise, List<Shown> photos, Map<String, String> whose, Answers form) {

  public String at() {
    return "/network/exercises/" + exercise.id() + "/photos";
  }

  /// A photo, in words.
  public record Shown(String id, String whose, String day, String by) {}
}
