package org.sightline.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What surrounds a page.
///
/// @param name of the person signed in, or `null`
/// @param notice what has just happened, in a sentence, or `null`
/// @param demonstration whether everything here is invented
/// @param waiting how much waits for the person, not read yet
public record Shell(
    Site site,
    @Nullable String name,
    List<Nav> navigation,
    String path,
    @Nullable String notice,
    boolean demonstration,
    int waiting) {

  public Shell {
    navigation = List.copyOf(navigation);
  }

  public boolean isAt(Nav entry) {
    return path.startsWith(entry.href());
  }
}
