package org.sightline.network.bringing;

import java.util.Map;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;

/// What was asked of a file that does not say it itself.
///
/// @param kind what everybody in it is
/// @param lineKind what links them; empty for "not asked yet"
/// @param report who says so, seen or heard, and when, for every line of it
/// @param isLater whether it shows how things stand later: what is on the map between those the
///     file knows, and not in the file, is over
/// @param gone why such a line is taken off
public record Choices(
    NodeKind kind, String lineKind, Map<Field, String> report, boolean isLater, String gone) {

  public Choices {
    report = Map.copyOf(report);
  }
}
