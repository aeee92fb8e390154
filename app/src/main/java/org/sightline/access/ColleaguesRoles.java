package org.sightline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// What colleagues do at the schools and in the teams that are open to the reader, and what the
/// reader could give them.
@Component
public class ColleaguesRoles {

  private final Workspaces workspaces;
  private final Processes processes;
  private final Clock clock;

  ColleaguesRoles(Workspaces workspaces, Processes processes, Clock clock) {
    this.workspaces = workspaces;
    this.processes = processes;
    this.clock = clock;
  }

  /// A role somebody holds at a school today, or will from a day on.
  ///
  /// @param from its first day, or `null` when it has begun
  /// @param mayEnd whether the reader may end it
  public record Held(
      WorkspaceId school,
      String schoolName,
      Role role,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      boolean mayEnd) {}

  /// A role the reader may give somebody at a school.
  public record Givable(WorkspaceId school, String schoolName, Role role) {}

  /// What somebody does at the schools that are open to the reader.
  public List<Held> roles(SignedIn who, UserId user) {
    return processes.look(
        who,
        () ->
            workspaces.schoolsAndTeams().stream()
                .flatMap(
                    school ->
                        workspaces.terms(school).stream()
                            .filter(each -> each.user().equals(user))
                            .map(each -> held(school, each)))
                .toList());
  }

  private Held held(WorkspaceId school, HeldRole one) {
    var term = one.term();
    return new Held(
        school,
        workspaces.nameOf(school),
        one.role(),
        term.from().isAfter(today()) ? term.from() : null,
        term.until(),
        workspaces.mayGrant(school, one.user(), one.role()));
  }

  /// What the reader could give somebody.
  public List<Givable> givable(SignedIn who, UserId user) {
    return processes.look(
        who,
        () ->
            workspaces.schoolsAndTeams().stream()
                .flatMap(
                    school -> {
                      var held = workspaces.roles(SignedIn.as(user), school);
                      return Stream.of(Role.values())
                          .filter(
                              role ->
                                  !held.contains(role) && workspaces.mayGrant(school, user, role))
                          .map(role -> new Givable(school, workspaces.nameOf(school), role));
                    })
                .toList());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
