package org.sightline.network.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.Incoming.Said;
import org.sightline.network.exchange.Incoming.Why;

/// How lists write down when something was said, and whether it was seen or heard.
final class SayingSo {

  private static final Set<String> SEEN = Set.of("seen", "saw", "saw it", "observed", "witnessed");
  private static final Set<String> HEARD = Set.of("heard", "told", "heard it", "reported");

  /// As in the United Kingdom, the day comes first.
  private static final List<DateTimeFormatter> DAYS =
      Stream.of("uuuu-M-d", "d/M/uuuu", "d.M.uuuu", "d-M-uuuu", "d MMMM uuuu", "d MMM uuuu")
          .map(
              pattern ->
                  new DateTimeFormatterBuilder()
                      .parseCaseInsensitive()
                      .appendPattern(pattern)
                      .toFormatter(Locale.UK)
                      .withResolverStyle(ResolverStyle.STRICT))
          .toList();

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /// Behind a day, programs write the time.
  private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*\\z");

  private static final int LONGEST = 200;

  private SayingSo() {}

  /// What stands there can be nothing a line rests on.
  static final class Unfit extends Exception {

    private static final long serialVersionUID = 1;

    private final String value;
    private final Why why;

    Unfit(String value, Why why) {
      super(why.name());
      this.value = value;
      this.why = why;
    }

    String value() {
      return value;
    }

    Why why() {
      return why;
    }
  }

  /// What a line rests on, as its file has it; empty for what the file does not have.
  ///
  /// @param today the last day there can be
  static Said read(String role, String agency, String how, String when, LocalDate today)
      throws Unfit {
    for (String name : new String[] {role.strip(), agency.strip()}) {
      if (name.codePointCount(0, name.length()) > LONGEST || name.indexOf('\0') >= 0) {
        throw new Unfit(name, Why.TOO_LONG);
      }
    }
    var seen = seenOrHeard(how.strip());
    if (seen == null) {
      throw new Unfit(how.strip(), Why.NEITHER_SEEN_NOR_HEARD);
    }
    var day = day(when.strip(), today);
    if (day == null) {
      throw new Unfit(when.strip(), Why.NO_DAY);
    }
    return new Said(role.strip(), agency.strip(), seen, day);
  }

  /// @return `SEEN`, `HEARD`, empty where nothing is said, `null` where it is something else
  private static @Nullable String seenOrHeard(String said) {
    String plain = said.toLowerCase(Locale.ROOT);
    if (plain.isEmpty()) {
      return "";
    }
    return SEEN.contains(plain) ? "SEEN" : HEARD.contains(plain) ? "HEARD" : null;
  }

  /// @param today the last day there can be
  /// @return as `2026-05-03`, empty where nothing is said, `null` where there is no such day
  private static @Nullable String day(String said, LocalDate today) {
    if (said.isEmpty()) {
      return "";
    }
    String date = TIME.matcher(said).replaceFirst("");
    for (var form : DAYS) {
      try {
        var day = LocalDate.parse(date, form);
        return day.isBefore(FIRST) || day.isAfter(today) ? null : day.toString();
      } catch (DateTimeParseException other) {
        continue;
      }
    }
    return null;
  }
}
