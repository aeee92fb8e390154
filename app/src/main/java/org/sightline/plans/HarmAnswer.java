package org.sightline.plans;

/// The answer to "Does this move the harm, or restrict those who felt unsafe?" (practice.md, 10).
public enum HarmAnswer {
  NEITHER,
  MOVES,
  RESTRICTS,
  BOTH
}
