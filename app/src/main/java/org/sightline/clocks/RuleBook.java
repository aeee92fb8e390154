package org.sightline.clocks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The one book of deadlines, which a council can read and, within limits, change.
public final class RuleBook {

  private static final String SHIPPED = "/clocks/rule-book.yaml";

  private final Supplier<Map<RuleId, Rule>> rules;

  RuleBook(Map<RuleId, Rule> rules) {
    var kept = new LinkedHashMap<>(rules);
    this.rules = () -> kept;
  }

  /// A book that is asked anew each time, so that a change holds at once.
  RuleBook(Supplier<Map<RuleId, Rule>> rules) {
    this.rules = rules;
  }

  /// The book as it comes with the product, `clocks/rule-book.yaml`.
  public static RuleBook shipped() {
    try (InputStream yaml = RuleBook.class.getResourceAsStream(SHIPPED)) {
      if (yaml == null) {
        throw new IllegalStateException("The rule book %s is missing".formatted(SHIPPED));
      }
      return from(yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException("The rule book %s cannot be read".formatted(SHIPPED), failure);
    }
  }

  /// Reads a book in the form of the shipped one.
  ///
  /// @throws IllegalArgumentException with a sentence naming the rule and the field at fault
  public static RuleBook from(InputStream yaml) {
    return new RuleBook(RuleBookReader.read(yaml));
  }

  /// The book as a council has changed it.
  ///
  /// @param settings `withdrawal.amount` → `35`, `review.kind` → `working-days`,
  ///     `round-comparison.landing` → `any-day`, `concern-seen.latest` → `17:00`
  /// @throws IllegalArgumentException with a sentence for the person who typed the setting
  public RuleBook with(Map<String, String> settings) {
    return new RuleBook(RuleSettings.apply(rules.get(), settings));
  }

  /// All rules, in the order of the book.
  public List<Rule> rules() {
    return List.copyOf(rules.get().values());
  }

  Map<RuleId, Rule> byId() {
    return new LinkedHashMap<>(rules.get());
  }

  public Rule rule(RuleId id) {
    var rule = rules.get().get(id);
    if (rule == null) {
      throw new IllegalArgumentException("The rule book has no rule called %s".formatted(id));
    }
    return rule;
  }

  /// When something is due that started on a day.
  ///
  /// @throws IllegalArgumentException if the rule counts hours, which a day alone cannot start
  public Deadline deadline(RuleId id, LocalDate started, SchoolCalendar calendar) {
    return new Counting(rule(id), calendar).from(started);
  }

  /// When something is due that started at a moment, whatever zone the moment was written in.
  public Deadline deadline(RuleId id, ZonedDateTime started, SchoolCalendar calendar) {
    return new Counting(rule(id), calendar).from(started);
  }
}
