package org.sightline.clocks;

import java.time.LocalDate;
import org.sightline.access.WorkingDays;
import org.springframework.stereotype.Component;

/// Lends working days to what lies below: weekdays that are no bank holiday in England.
@Component
class OfficeDays implements WorkingDays {

  private final SchoolCalendar calendar = SchoolCalendar.withoutClosures(Nation.ENGLAND);

  @Override
  public LocalDate after(LocalDate from, int workingDays) {
    var day = from;
    for (int counted = 0; counted < workingDays; counted++) {
      day = calendar.nextWorkingDay(day);
    }
    return day;
  }
}
