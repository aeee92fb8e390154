package org.sightline.people.searching;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// Searching, with what was found.
///
/// @param found `null` before anything was searched for
public record SearchPage(Answers form, Map<String, String> numberKinds, @Nullable Found found) {

  /// @param searched how many of the reader's records were looked at
  public record Found(int searched, List<Row> rows) {}

  public record Row(String href, String name, String kind, String age) {}
}
