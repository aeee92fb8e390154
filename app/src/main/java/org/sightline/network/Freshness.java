package org.sightline.network;

import java.time.LocalDate;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleId;
import org.sightline.clocks.SchoolCalendar;
import org.springframework.stereotype.Component;

/// How long somebody's word on a line counts as fresh: as long as a map may go without a review
/// (B93), as the rule book has it today.
@Component
public class Freshness {

  private final RuleBook rules;
  private final Calendars calendars;

  Freshness(RuleBook rules, Calendars calendars) {
    this.rules = rules;
    this.calendars = calendars;
  }

  /// The first day whose word is still fresh on a day.
  public LocalDate since(LocalDate day) {
    var rule = rules.rule(RuleId.MAPPING_REVIEW);
    return switch (rule.kind()) {
      case CALENDAR_MONTHS -> day.minusMonths(rule.amount());
      case WORKING_DAYS, SCHOOL_DAYS -> back(day, rule.amount());
      default -> day.minusDays(rule.amount());
    };
  }

  /// School days count as working days here: a map belongs to no one school.
  private LocalDate back(LocalDate day, int amount) {
    var calendar = SchoolCalendar.withoutClosures(calendars.nation());
    var at = day;
    for (int left = amount; left > 0; ) {
      at = at.minusDays(1);
      if (calendar.isWorkingDay(at)) {
        left--;
      }
    }
    return at;
  }
}
