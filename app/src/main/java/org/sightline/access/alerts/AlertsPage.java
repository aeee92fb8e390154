package org.sightline.access.alerts;

import java.util.List;

/// Alerts, and how the audit does.
///
/// @param entries how many the audit holds
/// @param sinks where its checkpoints go, in sentences
public record AlertsPage(List<Line> open, List<Line> seen, long entries, List<Sink> sinks) {

  public AlertsPage {
    open = List.copyOf(open);
    seen = List.copyOf(seen);
    sinks = List.copyOf(sinks);
  }

  /// @param who whose doing it is about; may be empty
  /// @param entriesOf the address of what they did that day; empty for who may not read it
  public record Line(String id, String when, String what, String who, String entriesOf) {}

  /// @param well whether checkpoints arrive
  public record Sink(String sentence, boolean well) {}
}
