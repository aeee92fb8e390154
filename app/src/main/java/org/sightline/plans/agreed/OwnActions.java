package org.sightline.plans.agreed;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.audit.Processes;
import org.sightline.clocks.DaysDue;
import org.sightline.clocks.Progress;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.WaitingPlace;
import org.springframework.stereotype.Component;

/// The actions somebody is accountable for, in whatever work: the day, the light and where they
/// lie, without a word of what they are. What they are is read where they lie.
@Component
public class OwnActions implements WaitingPlace, DaysDue {

  private final Processes processes;
  private final Casework casework;
  private final JdbcAgreedActions actions;
  private final List<ActionTargets> targets;

  OwnActions(
      Processes processes,
      Casework casework,
      JdbcAgreedActions actions,
      List<ActionTargets> targets) {
    this.processes = processes;
    this.casework = casework;
    this.actions = actions;
    this.targets = targets;
  }

  /// One of them.
  ///
  /// @param title of the piece of work
  /// @param href where it lies
  public record Own(String title, String href, LocalDate due, Progress progress) {}

  /// Those that are still to be done, by their day.
  public List<Own> of(SignedIn who) {
    return processes.look(
        who,
        () ->
            owned(who).stream()
                .map(
                    one ->
                        casework
                            .named(one.work())
                            .map(
                                named ->
                                    new Own(
                                        named.name(),
                                        page(who, one, named.href()),
                                        one.due(),
                                        actions.light(one.due())))
                            .orElse(null))
                .filter(Objects::nonNull)
                .toList());
  }

  @Override
  public String key() {
    return "plans.own.waits";
  }

  @Override
  public String href() {
    return "/plans/own";
  }

  @Override
  public boolean waitsFor(SignedIn who) {
    return processes.look(
        who,
        () ->
            owned(who).stream()
                .anyMatch(one -> actions.light(one.due()).light() != Progress.Light.ON_TRACK));
  }

  @Override
  public List<LocalDate> of(SignedIn whose, LocalDate from) {
    return owned(whose).stream()
        .map(JdbcAgreedActions.Owned::due)
        .filter(day -> !day.isBefore(from))
        .distinct()
        .toList();
  }

  /// Runs inside a process of whose they are.
  private List<JdbcAgreedActions.Owned> owned(SignedIn who) {
    var kept = new HashMap<WorkspaceId, Set<UUID>>();
    return actions.owned().stream()
        .filter(
            one ->
                one.target() == null
                    || !kept.computeIfAbsent(one.work(), work -> keptFrom(who, work))
                        .contains(one.target()))
        .toList();
  }

  private Set<UUID> keptFrom(SignedIn who, WorkspaceId work) {
    var kept = new java.util.HashSet<UUID>();
    targets.forEach(one -> kept.addAll(one.keptFrom(who, work)));
    return kept;
  }

  private String page(SignedIn who, JdbcAgreedActions.Owned one, String otherwise) {
    return targets.stream()
        .map(each -> each.page(who, one.work()))
        .flatMap(java.util.Optional::stream)
        .findFirst()
        .map(page -> page + "/" + one.id())
        .orElse(otherwise);
  }
}
