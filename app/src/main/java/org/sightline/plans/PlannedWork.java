package org.sightline.plans;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;

/// Implemented by a feature whose workspaces have plans, so that the pages of a plan can say what
/// the plan is of. The first feature that knows the workspace answers.
public interface PlannedWork {

  /// @param name as in "Autumn round"
  /// @param school its name, for the letter to the council and the poster
  /// @param heldOn the last day on which somebody was heard, for letter and poster, or `null` when
  ///     not known
  /// @param tellBy by when students were told they hear what was done, or `null` when not known
  /// @param href where the work itself lies, as in `/engagement/rounds/…`
  record About(
      String name,
      String school,
      @Nullable LocalDate heldOn,
      @Nullable LocalDate tellBy,
      String href) {}

  /// Asked inside a process of the person who is acting; empty when it is another feature's
  /// workspace.
  Optional<About> about(SignedIn who, WorkspaceId workspace);
}
