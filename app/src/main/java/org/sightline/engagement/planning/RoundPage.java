package org.sightline.engagement.planning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.kernel.Role;

/// A round: its sessions, whom they reach, and who works on it.
///
/// @param before the round it is compared with, or `null`
/// @param mayJoin colleagues who could facilitate; empty for everybody but its owner
/// @param roles of the reader
public record RoundPage(
    Round round,
    PlanVersion plan,
    @Nullable Round before,
    List<Session> sessions,
    Coverage coverage,
    List<Colleague> team,
    List<Colleague> mayJoin,
    Set<Role> roles) {

  public RoundPage {
    sessions = List.copyOf(sessions);
    team = List.copyOf(team);
    mayJoin = List.copyOf(mayJoin);
    roles = Set.copyOf(roles);
  }

  public boolean mayPlan() {
    return !round.hasEnded()
        && (roles.contains(Role.ROUND_OWNER) || roles.contains(Role.FACILITATOR));
  }

  public boolean mayEnd() {
    return !round.hasEnded() && roles.contains(Role.ROUND_OWNER);
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
