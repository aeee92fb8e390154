package org.sightline.network.sentences;

/// For whom sources are named. A young person is never exposed as one (practice.md, Safety 3).
public enum Sources {
  /// The members of the piece of work: "a young person".
  MEMBERS,
  /// Every other copy, bundle, guest and print: "withheld".
  OTHERS
}
