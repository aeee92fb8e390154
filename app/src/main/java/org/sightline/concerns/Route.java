package org.sightline.concerns;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sightline.kernel.Role;

/// Who reads a concern: first, once it is overdue, and never.
///
/// | about | first | overdue | never |
/// |---|---|---|---|
/// | no adult of the school | lead | deputy | |
/// | another adult | head | lead | |
/// | the lead | deputy and head | | lead |
/// | the deputy | lead | head | deputy |
/// | the head | lead | deputy | head |
/// | lead and deputy | head | | both |
/// | lead and head | deputy | | both |
/// | deputy and head | lead | | both |
/// | all three | | | all three |
///
/// Where nobody is left, the council is next. About any adult the council's designated officer is
/// rung at once, whoever reads it here.
///
/// @param barred roles it is about: who holds one never reads it, whatever else they hold
public record Route(List<Role> first, List<Role> next, List<Role> barred) {

  /// The only roles that ever read a concern.
  static final Set<Role> READERS = Set.of(Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD);

  public Route {
    first = List.copyOf(first);
    next = List.copyOf(next);
    barred = List.copyOf(barred);
    for (Role never : barred) {
      if (first.contains(never) || next.contains(never)) {
        throw new IllegalArgumentException(
            "A concern about the %s is not for them".formatted(never));
      }
    }
  }

  static Route of(Set<About> about) {
    var barred = EnumSet.noneOf(Role.class);
    if (about.contains(About.LEAD)) {
      barred.add(Role.SAFEGUARDING_LEAD);
    }
    if (about.contains(About.DEPUTY)) {
      barred.add(Role.DEPUTY_LEAD);
    }
    if (about.contains(About.HEAD)) {
      barred.add(Role.HEAD);
    }
    if (barred.isEmpty() && about.contains(About.STAFF)) {
      return new Route(List.of(Role.HEAD), List.of(Role.SAFEGUARDING_LEAD), List.of());
    }
    return without(barred);
  }

  private static Route without(Set<Role> barred) {
    boolean lead = !barred.contains(Role.SAFEGUARDING_LEAD);
    boolean deputy = !barred.contains(Role.DEPUTY_LEAD);
    boolean head = !barred.contains(Role.HEAD);
    List<Role> first = List.of();
    List<Role> next = List.of();
    if (lead) {
      first = List.of(Role.SAFEGUARDING_LEAD);
      next = deputy ? List.of(Role.DEPUTY_LEAD) : head ? List.of(Role.HEAD) : List.of();
    } else if (deputy && head) {
      first = List.of(Role.DEPUTY_LEAD, Role.HEAD);
    } else if (deputy) {
      first = List.of(Role.DEPUTY_LEAD);
    } else if (head) {
      first = List.of(Role.HEAD);
    }
    return new Route(first, next, List.copyOf(barred));
  }

  /// Everybody who reads it once it is overdue.
  List<Role> all() {
    return Stream.concat(first.stream(), next.stream()).toList();
  }

  /// The rule that the database's policy `concern_read` repeats.
  boolean opensTo(Set<Role> held, boolean passedOn) {
    if (barred.stream().anyMatch(held::contains)) {
      return false;
    }
    return first.stream().anyMatch(held::contains)
        || (passedOn && next.stream().anyMatch(held::contains));
  }
}
