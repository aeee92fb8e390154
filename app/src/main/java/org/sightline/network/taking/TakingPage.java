package org.sightline.network.taking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Purpose;
import org.sightline.kernel.WorkspaceId;

/// What of a map can be taken out.
///
/// @param conditions what of it the police shared on conditions, in words, or empty
/// @param second that it takes a second person, or `null` where it takes none
/// @param query what of it the pictures show, as an address says it, or empty for all of it
/// @param screen the same by its parts
/// @param said the same in words, or empty
public record TakingPage(
    WorkspaceId work,
    String title,
    Purpose purpose,
    String conditions,
    @Nullable ManyPage second,
    String query,
    Map<String, String> screen,
    String said) {

  public TakingPage {
    screen = Map.copyOf(screen);
  }

  public String base() {
    return "/network/maps/" + work;
  }

  public List<String> pictures() {
    return Taken.pictures();
  }

  public List<String> tables() {
    return Taken.tables();
  }

  public List<String> maps() {
    return Taken.maps();
  }

  /// Where a file is, as a picture of what is on the screen where that is what is taken.
  public String file(String kind, String file) {
    return here() + "/" + file + (kind.equals("pictures") ? query : "");
  }

  /// Whether the files can be had now.
  public boolean isOpen() {
    return second == null || second.isAgreed();
  }

  public String here() {
    return base() + "/copies";
  }
}
