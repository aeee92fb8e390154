package org.sightline.access.auditing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditTrail;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;

/// What the reader asked for, as it stands in the address: ids, a day, the name of an act.
///
/// @param day as typed; `badDay` when it is none
public record Filter(
    @Nullable UUID person,
    String day,
    @Nullable LocalDate on,
    String act,
    @Nullable Long before,
    boolean badDay) {

  /// @throws NotThere when an address was made up
  static Filter of(String person, String day, String act, String before) {
    LocalDate on = null;
    boolean bad = false;
    try {
      on = day.isBlank() ? null : LocalDate.parse(day.strip());
    } catch (DateTimeParseException none) {
      bad = true;
    }
    if (!act.matches("([a-z]+\\.[a-z]+(-[a-z]+)*)?") || !before.matches("[0-9]{0,18}")) {
      throw new NotThere();
    }
    return new Filter(
        person.isEmpty() ? null : Ids.parse(person),
        day,
        on,
        act,
        before.isEmpty() ? null : Long.valueOf(before),
        bad);
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

  public boolean isPerson(String id) {
    return person != null && person.toString().equals(id);
  }

  /// The address of what comes after an entry.
  public String next(long number) {
    return "/auditing?person=%s&day=%s&act=%s&before=%d"
        .formatted(person == null ? "" : person, on == null ? "" : on, act, number);
  }
}
