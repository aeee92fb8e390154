package org.sightline.network.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private SayingSo() {}

  /// @return `SEEN`, `HEARD`, empty where nothing is said, `null` where it is something else
  static @Nullable String seenOrHeard(String said) {
    String plain = said.toLowerCase(Locale.ROOT);
    if (plain.isEmpty()) {
      return "";
    }
    return SEEN.contains(plain) ? "SEEN" : HEARD.contains(plain) ? "HEARD" : null;
  }

  /// @param today the last day there can be
  /// @return as `2026-05-03`, empty where nothing is said, `null` where there is no such day
  static @Nullable String day(String said, LocalDate today) {
    if (said.isEmpty()) {
      return "";
    }
    for (var form : DAYS) {
      try {
        var day = LocalDate.parse(said, form);
        return day.isBefore(FIRST) || day.isAfter(today) ? null : day.toString();
      } catch (DateTimeParseException other) {
        continue;
      }
    }
    return null;
  }
}
