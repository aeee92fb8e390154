package org.sightline.network.map;

/// The three things a map is made of.
public enum ElementKind {
  NODE,
  LINE,
  /// What a line rests on: who says so, seen or heard, and when.
  REPORT
}
