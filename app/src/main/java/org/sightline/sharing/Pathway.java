package org.sightline.sharing;

import java.util.List;
import java.util.UUID;

/// The way a worry or a request takes in one organisation (H03).
///
/// @param steps those that hold, in the order in which somebody is asked; empty when nobody has
///     written it yet
/// @param past those that were taken off
public record Pathway(UUID organisation, String name, List<Step> steps, List<Step> past) {

  /// What it is about.
  public enum About {
    WORRY,
    REQUEST,
    BOTH
  }

  /// When it is their turn.
  public enum Turn {
    FIRST,
    NEXT,
    OUT_OF_HOURS
  }

  public Pathway {
    steps = List.copyOf(steps);
    past = List.copyOf(past);
  }

  /// Whom to ask.
  ///
  /// @param words what is written down of them
  public record Step(UUID id, About about, Turn turn, Words words) {}

  /// @param post "designated safeguarding lead"
  /// @param holder who holds it, or empty
  /// @param reach how: a number, a secure address, a place
  /// @param hours when, or empty
  public record Words(String post, String holder, String reach, String hours) {}
}
