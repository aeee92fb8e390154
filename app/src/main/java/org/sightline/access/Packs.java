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

  /// What guests of a pack do not see of what whoever asks them sees.
  ///
  /// @param always what holds for every pack of the kind, in words
  record Without(List<Thing> things, String always) {

    /// Something that is left out.
    ///
    /// @param why in a sentence
    public record Thing(String what, String why) {}
  }

  /// Those to which the reader may ask guests.
  List<Pack> mine(SignedIn who);

  /// Called before somebody is asked, as whoever asks.
  default void prepare(SignedIn who, Pack pack) {}

  /// Called once somebody was asked, as whoever asked.
  default void asked(SignedIn who, Pack pack, UserId guest) {}

  /// What the pack would leave out if somebody were asked to it now; empty for a kind that leaves
  /// nothing out.
  default Optional<Without> without(SignedIn who, Pack pack) {
    return Optional.empty();
  }

  /// For a guest; empty for a pack of another kind, or without a pass that is good now.
  Optional<Shown> shown(SignedIn guest, UUID pack);
}
