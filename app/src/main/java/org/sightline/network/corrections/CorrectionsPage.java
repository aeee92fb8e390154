package org.sightline.network.corrections;

import java.util.List;
import org.sightline.kernel.WorkspaceId;

/// Who has a copy of a map, those first who have something to be told.
///
/// @param title of the piece of work
/// @param seen the last entry that is taken into account
public record CorrectionsPage(WorkspaceId work, String title, long seen, List<Gone> copies) {

  /// A copy.
  ///
  /// @param words what it is, who has it, who made it and when
  /// @param told when they were last told, or empty
  public record Gone(String id, String toWhom, String words, String told, List<Said> corrected) {

    public boolean isToBeTold() {
      return !corrected.isEmpty();
    }
  }

  /// What is put otherwise.
  ///
  /// @param was as it stands in the copy
  /// @param now as it stands now, or that it was withdrawn
  public record Said(String element, String was, String now) {}

  public String base() {
    return "/network/maps/" + work;
  }

  public long toBeTold() {
    return copies.stream().filter(Gone::isToBeTold).count();
  }
}
