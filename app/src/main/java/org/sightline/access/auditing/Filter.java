package org.sightline.access.auditing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditTrail;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.web.Answers;
import org.sightline.web.Words;

/// What the reader asked for, as it stands in the address: ids, a day, the name of an act.
///
/// @param act its name, or with a full stop at the end what all of them are about; or empty
/// @param form as it was filled in
record Filter(
    @Nullable UUID person,
    @Nullable LocalDate on,
    String act,
    @Nullable Long before,
    Answers form) {

  private static final Pattern ACT = Pattern.compile("([a-z]+\\.([a-z]+(-[a-z]+)*)?)?");
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  /// @throws NotThere when an address was made up
  static Filter of(Words words, Map<String, String> values) {
    var form = new Answers(words, values);
    String act = form.value("act");
    String about = form.value("about");
    String before = form.value("before");
    if (!ACT.matcher(act).matches()
        || !ACT.matcher(about).matches()
        || !before.matches("[0-9]{0,18}")) {
      throw new NotThere();
    }
    // Another subject was chosen since: the act belongs to the one before.
    boolean isOfIt = about.isEmpty() ? !values.containsKey("about") : act.startsWith(about);
    String asked = isOfIt && !act.isEmpty() ? act : about;
    String person = form.value("person");
    var on = day(words, form);
    return new Filter(
        person.isEmpty() ? null : Ids.parse(person),
        on,
        asked,
        before.isEmpty() ? null : Long.valueOf(before),
        form.with("about", asked.replaceFirst("\\..*", "."))
            .with("act", asked.endsWith(".") ? "" : asked)
            .with("day", on));
  }

  static Filter none(Words words) {
    return of(words, Map.of());
  }

  /// In three fields, or as links say it.
  private static @Nullable LocalDate day(Words words, Answers form) {
    if (form.hasDay("day")) {
      return form.day("day", LAST, "access.auditing.day-bad").orElse(null);
    }
    String day = form.value("day").strip();
    try {
      return day.isEmpty() ? null : LocalDate.parse(day);
    } catch (DateTimeParseException none) {
      form.problem("day", words.say("access.auditing.day-bad"));
      return null;
    }
  }

  AuditTrail.Question question() {
    return new AuditTrail.Question(null, person, on, act.isEmpty() ? null : act, before);
  }

  /// What is written down of it; the person is the object.
  @Nullable String detail() {
    String asked =
        Stream.of(on == null ? "" : "day " + on, act.isEmpty() ? "" : "act " + act)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return asked.isEmpty() ? null : asked;
  }

  /// The address of what comes after an entry.
  String next(long number) {
    return "/auditing?person=%s&day=%s&act=%s&before=%d"
        .formatted(person == null ? "" : person, on == null ? "" : on, act, number);
  }
}
