package org.sightline.clocks;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The bank holidays of one nation, substitute days included, as Jollyday knows them.
///
/// Days proclaimed after this release (a coronation, a cup final) are added with [#with].
public final class BankHolidays {

  private final Nation nation;
  private final Map<LocalDate, String> proclaimed;
  private final HolidayManager manager;
  private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

  private BankHolidays(Nation nation, Map<LocalDate, String> proclaimed, HolidayManager manager) {
    this.nation = nation;
    this.proclaimed = Map.copyOf(proclaimed);
    this.manager = manager;
  }

  public static BankHolidays of(Nation nation) {
    var manager =
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    return new BankHolidays(nation, Map.of(), manager);
  }

  /// The same holidays and those proclaimed since, each with its name.
  public BankHolidays with(Map<LocalDate, String> newlyProclaimed) {
    var all = new HashMap<>(proclaimed);
    all.putAll(newlyProclaimed);
    return new BankHolidays(nation, all, manager);
  }

  public Nation nation() {
    return nation;
  }

  /// The name of the bank holiday on a day, if it is one.
  public Optional<String> nameOf(LocalDate day) {
    var known = byYear.computeIfAbsent(day.getYear(), this::holidaysOf).get(day);
    return Optional.ofNullable(known).or(() -> Optional.ofNullable(proclaimed.get(day)));
  }

  private Map<LocalDate, String> holidaysOf(int year) {
    var names = new HashMap<LocalDate, String>();
    for (Holiday holiday : manager.getHolidays(Year.of(year), nation.jollydayRegion())) {
      names.put(holiday.getDate(), holiday.getDescription(Locale.UK));
    }
    return Collections.unmodifiableMap(names);
  }
}
