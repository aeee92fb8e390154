package org.sightline.kernel;

import java.util.UUID;

/// The unit of access: one school, one engagement round, one mapping exercise.
public record WorkspaceId(UUID value) {

  public static WorkspaceId random() {
    return new WorkspaceId(UUID.randomUUID());
  }

  /// @throws NotThere when the text is no id, so that a mistyped address reads like a missing page
  public static WorkspaceId of(String text) {
    return new WorkspaceId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
