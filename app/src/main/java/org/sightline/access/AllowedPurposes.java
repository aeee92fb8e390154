package org.sightline.access;

import java.util.EnumSet;
import java.util.Set;
import org.sightline.kernel.WorkspaceId;

/// Knows what a piece of work can be opened for. Implemented by the module that keeps the
/// agreements, which lies above this one.
public interface AllowedPurposes {

  /// @param purposes at least one
  /// @param agreed whether an agreement in force says so; without one everything is possible, and
  ///     it warns (practice.md, Safety 1)
  record Allowance(Set<OpeningPurpose> purposes, boolean agreed) {

    public Allowance {
      purposes = Set.copyOf(purposes);
      if (purposes.isEmpty()) {
        throw new IllegalArgumentException("Whatever is agreed, it is agreed for something");
      }
    }

    public static Allowance withoutAgreement() {
      return new Allowance(EnumSet.allOf(OpeningPurpose.class), false);
    }
  }

  /// Asked in a process of somebody to whom the workspace is open.
  Allowance of(WorkspaceId workspace);
}
