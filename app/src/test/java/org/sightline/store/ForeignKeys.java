package org.sightline.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tables as a graph whose edges are foreign keys, followed in both directions. Tables of which
/// everything is a part (a round, a session, a workspace) join whole groups, never one person to
/// one map, and are not walked through (ST-09, "no join path to maps except session").
final class ForeignKeys {

  private static final String SHARED = ".*\\.(workspace|round|session|user_account)";

  private final Map<String, List<String>> neighbours = new HashMap<>();

  /// @param one the table that refers
  /// @param other the table it refers to
  record Link(String one, String other) {}

  ForeignKeys(List<Link> links) {
    for (Link link : links) {
      neighbours.computeIfAbsent(link.one(), table -> new ArrayList<>()).add(link.other());
      neighbours.computeIfAbsent(link.other(), table -> new ArrayList<>()).add(link.one());
    }
  }

  /// The paths that lead from one of these tables to one of those, in words.
  List<String> paths(List<String> from, List<String> to) {
    var found = new ArrayList<String>();
    for (String start : from) {
      var cameFrom = new HashMap<String, String>(Map.of(start, start));
      var waiting = new ArrayDeque<>(List.of(start));
      while (!waiting.isEmpty()) {
        String at = waiting.remove();
        if (to.contains(at)) {
          found.add(start + " leads to " + at + " by way of " + cameFrom.get(at));
        }
        for (String next : neighbours.getOrDefault(at, List.of())) {
          if (!next.matches(SHARED) && cameFrom.putIfAbsent(next, at) == null) {
            waiting.add(next);
          }
        }
      }
    }
    return found;
  }
}
