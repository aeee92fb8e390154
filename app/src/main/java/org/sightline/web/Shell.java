package org.sightline.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What surrounds a page.
///
/// @param name of the person signed in, or `null`
/// @param notice what has just happened, in a sentence, or `null`
/// @param demonstration whether everything here is invented
/// @param emergency what is open by break-glass, or `null`
/// @param why where it is said why the reader can see this, or `null` where nobody need ask
public record Shell(
    Site site,
    @Nullable String name,
    List<Nav> navigation,
    String path,
    @Nullable String notice,
    boolean demonstration,
    @Nullable Emergency emergency,
    @Nullable String why) {

  public Shell {
    navigation = List.copyOf(navigation);
  }

  /// The same around a page that shows nothing of anybody's.
  Shell withoutWhy() {
    return new Shell(site, name, navigation, path, notice, demonstration, emergency, null);
  }

  public boolean isAt(Nav entry) {
    return path.startsWith(entry.href());
  }
}
