package org.sightline.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;

/// Something somebody has to look at. Ids only.
///
/// @param kind said to people by the sentence `audit.alert.<kind>`
/// @param subjectUser whose doing it is about, or `null`
/// @param workspace where, or `null`
/// @param seen whether somebody has looked into it
public record Alert(
    UUID id,
    String kind,
    Instant raisedAt,
    @Nullable UUID subjectUser,
    @Nullable WorkspaceId workspace,
    boolean seen) {

  /// Whether an administrator looks into it too, because those it would else be left to may be the
  /// ones who were kept away.
  public boolean isAboutKeepingAway() {
    return kind.equals("colleague-kept-away");
  }

  /// Whether it is about the installation and nobody's doing.
  public boolean isAboutTheInstallation() {
    return subjectUser == null && workspace == null;
  }
}
