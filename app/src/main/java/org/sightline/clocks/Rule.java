package org.sightline.clocks;

import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line of the rule book.
///
/// @param wording what the rule asks, with `{length}` and `{latest}` standing for its numbers
/// @param amount how many days, months or hours; 0 for a kind that has no number
/// @param latest what is raised at or after this time in London counts as raised the next working
///     day; `null` when the hour makes no difference
/// @param trigger what starts the clock, as it reads after a date: "the day of the session"
/// @param isBefore whether it is counted back: then it is due before what it is counted from
/// @param warning how many days before the last day people are warned; 0 for no warning
public record Rule(
    RuleId id,
    String wording,
    Kind kind,
    int amount,
    Landing landing,
    @Nullable LocalTime latest,
    String trigger,
    boolean isBefore,
    int warning,
    Limits limits,
    Source source) {

  /// Where a rule comes from.
  ///
  /// @param requirement the id in requirements.md, security.md or practice.md
  /// @param guidance the law, guidance or source document behind it
  public record Source(String requirement, String guidance) {}

  /// How far a council may change a rule.
  ///
  /// @param least the smallest amount
  /// @param most the largest amount
  /// @param kinds the ways of counting it may choose from
  /// @param parts which parts it may change at all
  public record Limits(int least, int most, Set<Kind> kinds, Set<Part> parts) {

    public Limits {
      if (least < 1 || most < least) {
        throw new IllegalArgumentException(
            "An amount from %d to %d is no range".formatted(least, most));
      }
      kinds = Set.copyOf(kinds);
      parts = Set.copyOf(parts);
    }
  }

  /// A part of a rule that settings can change.
  public enum Part {
    AMOUNT,
    KIND,
    LANDING,
    LATEST,
    WARNING
  }

  private static final int MOST_MONTHS = 24;

  private static final int LONGEST_WARNING = 60;

  /// Pupils are still in school before this hour, so no setting may put a worry off to tomorrow.
  private static final LocalTime EARLIEST_LATEST = LocalTime.of(15, 0);

  public Rule {
    if (!limits.kinds().contains(kind)) {
      throw new IllegalArgumentException(
          "%s can be counted in %s, not in %s".formatted(id, choices(limits), kind.code()));
    }
    if (kind == Kind.CALENDAR_MONTHS && amount > MOST_MONTHS) {
      throw new IllegalArgumentException(
          "%s cannot be longer than %d months, not %d".formatted(id, MOST_MONTHS, amount));
    }
    if (limits.parts().contains(Part.AMOUNT) && !wording.contains("{length}")) {
      throw new IllegalArgumentException(
          "The sentence of %s must say {length}, because its amount can be set".formatted(id));
    }
    if (limits.parts().contains(Part.LATEST) && !wording.contains("{latest}")) {
      throw new IllegalArgumentException(
          "The sentence of %s must say {latest}, because its hour can be set".formatted(id));
    }
    if (kind.isCounted() && (amount < limits.least() || amount > limits.most())) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d, not %d"
              .formatted(id, limits.least(), limits.most(), amount));
    }
    if (warning < 0 || warning > LONGEST_WARNING) {
      throw new IllegalArgumentException(
          "The warning of %s comes 0 to %d days before, not %d"
              .formatted(id, LONGEST_WARNING, warning));
    }
    if (isBefore && (!kind.isCounted() || kind == Kind.ELAPSED_HOURS)) {
      throw new IllegalArgumentException(
          "%s is due in %s, which cannot be counted back".formatted(id, kind.code()));
    }
    if (!kind.isCounted() && amount != 0) {
      throw new IllegalArgumentException(
          "%s is due %s and takes no number, not %d".formatted(id, kind.words(0), amount));
    }
    if (latest != null && latest.isBefore(EARLIEST_LATEST)) {
      throw new IllegalArgumentException(
          "The latest hour of %s must be %s or after, not %s"
              .formatted(id, EARLIEST_LATEST, latest));
    }
    if (latest != null && kind != Kind.SAME_SCHOOL_DAY) {
      throw new IllegalArgumentException(
          "%s is due in %s; a latest hour belongs to same-school-day only"
              .formatted(id, kind.code()));
    }
  }

  /// What the rule asks, for a reader of the rule book, with the numbers now in force.
  public String sentence() {
    return wording.replace("{length}", length()).replace("{latest}", String.valueOf(latest));
  }

  /// The length in words: "28 days", "the next working day".
  public String length() {
    return kind.words(amount);
  }

  /// In words: after or before what starts the clock.
  public String direction() {
    return isBefore ? "before" : "after";
  }

  private static String choices(Limits limits) {
    return limits.kinds().stream().sorted().map(Kind::code).collect(Collectors.joining(" or "));
  }
}
