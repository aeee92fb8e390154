package org.sightline.network.taking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Purpose;
import org.sightline.kernel.WorkspaceId;

/// What of a map can be taken out.
///
/// @param conditions what of it the police shared on conditions, in words, or empty
/// @param second that it takes a second person, or `null` where it takes none
public record TakingPage(
    WorkspaceId work, String title, Purpose purpose, String conditions, @Nullable ManyPage second) {

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

  /// Whether the files can be had now.
  public boolean isOpen() {
    return second == null || second.isAgreed();
  }

  public String here() {
    return base() + "/copies";
  }
}
