package org.sightline.access.conflicts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.access.Conflicts;

/// @param record the one the form is about, or `null` for the whole workspace
/// @param title of that record
public record ConflictsPage(
    Conflicts.Kept workspace,
    @Nullable UUID record,
    @Nullable String title,
    List<Conflicts.Block> blocks,
    List<Colleague> candidates,
    Typed typed) {

  public ConflictsPage {
    blocks = List.copyOf(blocks);
    candidates = List.copyOf(candidates);
  }
}
