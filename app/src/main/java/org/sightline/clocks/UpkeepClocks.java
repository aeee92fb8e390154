package org.sightline.clocks;

import java.time.LocalDate;
import org.sightline.access.UpkeepDays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Lends `access` the clocks of what is kept up over years (AC-17), as the rule book has them.
@Component
class UpkeepClocks implements UpkeepDays {

  private final SchoolCalendar calendar = SchoolCalendar.withoutClosures(Nation.ENGLAND);
  private final RuleBook rules;

  UpkeepClocks(ObjectProvider<RuleBook> rules) {
    this.rules = rules.getIfAvailable(RuleBook::shipped);
  }

  @Override
  public LocalDate rolesAfter(LocalDate last) {
    return day(RuleId.ROLES_LOOKED_THROUGH, last);
  }

  @Override
  public LocalDate rolesDue(LocalDate cameRound) {
    return day(RuleId.ROLES_REMINDED, cameRound);
  }

  @Override
  public LocalDate rolesTold(LocalDate due) {
    return day(RuleId.ROLES_TOLD, due);
  }

  @Override
  public LocalDate suspended(LocalDate countedFrom) {
    return day(RuleId.ACCOUNT_SUSPENDED, countedFrom);
  }

  @Override
  public LocalDate warned(LocalDate suspended) {
    return suspended.minusDays(warnedFor());
  }

  @Override
  public int warnedFor() {
    return rules.rule(RuleId.ACCOUNT_WARNED).amount();
  }

  private LocalDate day(RuleId rule, LocalDate from) {
    return rules.deadline(rule, from, calendar).due().lastDay();
  }
}
