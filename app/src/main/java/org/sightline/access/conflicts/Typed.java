package org.sightline.access.conflicts;

import java.util.List;

/// What came with the form, and what was wrong with it.
public record Typed(String colleague, String reason, List<String> problems) {

  static final Typed NOTHING = new Typed("", "", List.of());

  public Typed {
    problems = List.copyOf(problems);
  }
}
