package org.sightline.network.actions;

import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;

/// What stands on top of a page of actions.
///
/// @param title of the piece of work
/// @param exercise whose map it is, or `null` for any other piece of work
/// @param mayWrite whether the reader works on it today
public record Head(WorkspaceId work, String title, @Nullable Exercise exercise, boolean mayWrite) {

  public String map() {
    return "/network/maps/" + work;
  }

  public String actions() {
    return map() + "/actions";
  }

  public String gaps() {
    return map() + "/gaps";
  }

  /// The page of the piece of work itself.
  public String back() {
    return (exercise == null ? "/casework/" : "/network/exercises/") + work;
  }
}
