package org.sightline.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// A kind of pack guests are asked to look at (AC-19): contributed as a bean by the module that
/// holds it.
public interface Packs {

  /// A pack, and where it belongs.
  record Pack(WorkspaceId workspace, UUID id, String title) {}

  /// A pack as a guest finds it.
  record Shown(String title, String href) {}

  /// Those to which the reader may ask guests.
  List<Pack> mine(SignedIn who);

  /// Called before somebody is asked, as whoever asks.
  default void prepare(SignedIn who, Pack pack) {}

  /// Called once somebody was asked, as whoever asked.
  default void asked(SignedIn who, Pack pack, UserId guest) {}

  /// For a guest; empty for a pack of another kind, or without a pass that is good now.
  Optional<Shown> shown(SignedIn guest, UUID pack);
}
