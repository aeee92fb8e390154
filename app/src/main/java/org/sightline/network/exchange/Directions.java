package org.sightline.network.exchange;

import java.util.function.BooleanSupplier;

/// Whether "one of the other" and "the other of one" are two different things in a table.
public enum Directions {
  TOLD_APART,
  THE_SAME,
  /// As the table looks: a few one-sided pairs are taken for mistakes, many for what is meant.
  GUESS;

  boolean told(BooleanSupplier looks) {
    return switch (this) {
      case TOLD_APART -> true;
      case THE_SAME -> false;
      case GUESS -> looks.getAsBoolean();
    };
  }
}
