package org.sightline.sharing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something an agreement keeps back although its category is agreed (E42).
///
/// @param area where it holds, or `null` for everywhere
/// @param wording why, as people are told who come up against it
public record Restriction(Category category, @Nullable String area, String wording) {

  /// Whether it keeps back something of these categories about this area. Where the area is not
  /// said, it does: one has to say it.
  boolean holdsBack(Set<Category> categories, @Nullable String about) {
    return categories.contains(category)
        && (area == null || about == null || Names.same(area, about));
  }

  static List<String> areas(List<Restriction> all) {
    return all.stream().map(Restriction::area).filter(a -> a != null).distinct().sorted().toList();
  }
}
