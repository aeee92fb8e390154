package org.sightline.audit;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;

/// What is being done, to what.
///
/// @param name module and verb, as in `engagement.session-planned`; listed in
///     `docs/data-protection/processes.md`
/// @param object the record it is done to
/// @param detail ids and counts only; never a name and never a narrative
public record Act(
    String name, @Nullable WorkspaceId workspace, @Nullable UUID object, @Nullable String detail) {

  /// Line breaks, control characters, and what turns the direction of writing (AU-09).
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\u2028\\u2029]");

  public Act {
    if (!name.matches("[a-z]+\\.[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("Not the name of an act: " + name);
    }
    if (detail != null && UNSEEN.matcher(detail).find()) {
      throw new IllegalArgumentException("The detail of an act is one plain line");
    }
  }

  public static Act in(WorkspaceId workspace, String name, UUID object) {
    return new Act(name, workspace, object, null);
  }

  public static Act of(String name, UUID object) {
    return new Act(name, null, object, null);
  }

  /// What shows this many people by name: to the watch that is no single record (AU-08).
  public Act showing(int people) {
    return with("people " + people);
  }

  public Act with(String moreDetail) {
    return new Act(name, workspace, object, moreDetail);
  }
}
