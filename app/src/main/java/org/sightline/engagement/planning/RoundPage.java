package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.kernel.Role;
import org.sightline.plans.Unfinished;

/// A round: its sessions, whom they reach, and who works on it.
///
/// @param before the round it is compared with, or `null`
/// @param mayJoin colleagues who could facilitate; empty for everybody but its owner
/// @param roles of the reader
/// @param lacking what the plan of the round still lacks
/// @param told when and how students were told what was done
public record RoundPage(
    Round round,
    PlanVersion plan,
    @Nullable Round before,
    List<Session> sessions,
    Coverage coverage,
    List<Colleague> team,
    List<Colleague> mayJoin,
    Set<Role> roles,
    Unfinished lacking,
    List<Told> told,
    LocalDate today) {

  private static final int DAYS_AHEAD = 7;

  public RoundPage {
    sessions = List.copyOf(sessions);
    team = List.copyOf(team);
    mayJoin = List.copyOf(mayJoin);
    roles = Set.copyOf(roles);
    told = List.copyOf(told);
  }

  public boolean mayPlan() {
    return !round.hasEnded()
        && (roles.contains(Role.ROUND_OWNER) || roles.contains(Role.FACILITATOR));
  }

  public boolean mayEnd() {
    return !round.hasEnded() && roles.contains(Role.ROUND_OWNER);
  }

  public boolean mayTell() {
    return roles.contains(Role.ROUND_OWNER);
  }

  /// Whether students should have been told by now.
  public boolean isTellingDue() {
    return round.hasEnded() || !today.isBefore(round.tellBy());
  }

  /// The last days for taking a map out that come within a week, each with the numbers of its
  /// sessions (A31).
  public Map<LocalDate, List<Integer>> lastDaysSoon() {
    var soon = new TreeMap<LocalDate, List<Integer>>();
    for (Session session : sessions) {
      var lastDay = session.lastDay();
      if (session.state() != Session.State.PLANNED
          && !lastDay.isBefore(today)
          && !lastDay.isAfter(today.plusDays(DAYS_AHEAD))) {
        soon.computeIfAbsent(lastDay, day -> new ArrayList<>()).add(session.number());
      }
    }
    return soon;
  }

  /// "7, 8 and 9", for a sentence.
  public static String inWords(List<Integer> numbers) {
    var texts = numbers.stream().map(String::valueOf).toList();
    if (texts.size() < 2) {
      return String.join("", texts);
    }
    return texts.stream().limit(texts.size() - 1).collect(Collectors.joining(", "))
        + " and "
        + texts.getLast();
  }
}
