package org.sightline.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which days are school days and which are working days, for one school.
///
/// A working day is a weekday that is no bank holiday in the school's nation. A school day is a
/// working day on which the school is open to pupils. Holidays the school has not entered yet look
/// like term; [#knownUntil] says how far the calendar can be trusted.
public final class SchoolCalendar {

  private final BankHolidays bankHolidays;
  private final List<Closure> closures;

  private SchoolCalendar(BankHolidays bankHolidays, List<Closure> closures) {
    this.bankHolidays = bankHolidays;
    this.closures = closures.stream().sorted(Comparator.comparing(Closure::first)).toList();
  }

  public static SchoolCalendar of(BankHolidays bankHolidays, List<Closure> closures) {
    return new SchoolCalendar(bankHolidays, closures);
  }

  /// A calendar for an agency that is no school, or a school that has entered no holidays.
  public static SchoolCalendar withoutClosures(Nation nation) {
    return new SchoolCalendar(BankHolidays.of(nation), List.of());
  }

  public Nation nation() {
    return bankHolidays.nation();
  }

  public List<Closure> closures() {
    return closures;
  }

  /// The last day of the last holiday entered.
  public Optional<LocalDate> knownUntil() {
    return closures.stream().map(Closure::last).max(Comparator.naturalOrder());
  }

  public boolean isSchoolDay(LocalDate day) {
    return whyNoSchool(day).isEmpty();
  }

  public boolean isWorkingDay(LocalDate day) {
    return whyNotWorking(day).isEmpty();
  }

  /// Why pupils are not in school on a day; empty on a school day.
  public Optional<DayOff> whyNoSchool(LocalDate day) {
    return closures.stream()
        .filter(closure -> closure.covers(day))
        .findFirst()
        .map(closure -> DayOff.on(day, DayOff.Reason.SCHOOL_HOLIDAY, closure.name()))
        .or(() -> whyNotWorking(day));
  }

  /// Why offices are shut on a day; empty on a working day.
  public Optional<DayOff> whyNotWorking(LocalDate day) {
    return bankHolidays
        .nameOf(day)
        .map(name -> DayOff.on(day, DayOff.Reason.BANK_HOLIDAY, name))
        .or(() -> weekend(day));
  }

  /// The first school day after a day, never the day itself.
  public LocalDate nextSchoolDay(LocalDate day) {
    return step(day, 1, this::whyNoSchool);
  }

  /// The last school day before a day, never the day itself.
  public LocalDate previousSchoolDay(LocalDate day) {
    return step(day, -1, this::whyNoSchool);
  }

  /// The first working day after a day, never the day itself.
  public LocalDate nextWorkingDay(LocalDate day) {
    return step(day, 1, this::whyNotWorking);
  }

  /// The last working day before a day, never the day itself.
  public LocalDate previousWorkingDay(LocalDate day) {
    return step(day, -1, this::whyNotWorking);
  }

  private static Optional<DayOff> weekend(LocalDate day) {
    var weekday = day.getDayOfWeek();
    if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
      return Optional.of(DayOff.on(day, DayOff.Reason.WEEKEND, "weekend"));
    }
    return Optional.empty();
  }

  private static LocalDate step(
      LocalDate from, int days, Function<LocalDate, Optional<DayOff>> whyOff) {
    var day = from.plusDays(days);
    while (whyOff.apply(day).isPresent()) {
      day = day.plusDays(days);
    }
    return day;
  }
}
