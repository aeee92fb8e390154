package org.sightline.sharing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which agreements a piece of work relies on. Its chair says; what they allow is what it can be
/// opened for. That names nobody and asks for no purpose: whoever has chosen the wrong agreement is
/// not shut out by it.
@Component
public class Reliances {

  private final Processes processes;
  private final Workspaces workspaces;
  private final Casework casework;
  private final JdbcAgreements agreements;
  private final JdbcClient jdbc;
  private final Clock clock;

  Reliances(
      Processes processes,
      Workspaces workspaces,
      Casework casework,
      JdbcAgreements agreements,
      JdbcClient jdbc,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.casework = casework;
    this.agreements = agreements;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param title of the piece of work
  /// @param relied the agreements it relies on, by title
  /// @param others the agreements in force it does not rely on, by title
  /// @param chair whether the reader says which
  public record Standing(
      String title, List<Agreement> relied, List<Agreement> others, boolean chair) {}

  /// @throws NotThere when the reader does not work on it
  public Standing of(SignedIn who, WorkspaceId piece) {
    return processes.look(
        who,
        () -> {
          var roles = workspaces.requireUnasked(who, piece, Casework.WORKERS);
          var ids =
              jdbc.sql(
                      """
                      select agreement_id from sharing.relied_on
                       where workspace_id = :piece and ended_at is null
                      """)
                  .param("piece", piece.value())
                  .query(UUID.class)
                  .set();
          var all =
              agreements.all().stream()
                  .sorted(java.util.Comparator.comparing(one -> one.terms().title()))
                  .toList();
          return new Standing(
              casework.named(piece).orElseThrow(NotThere::new).name(),
              all.stream().filter(one -> ids.contains(one.id())).toList(),
              all.stream()
                  .filter(one -> !ids.contains(one.id()))
                  .filter(one -> one.status() == Agreement.Status.IN_FORCE)
                  .toList(),
              roles.contains(Role.CHAIR));
        });
  }

  /// Relies on an agreement from now on; on one it relies on already, nothing changes.
  ///
  /// @throws NotThere when the reader is not its chair, or there is no such agreement
  public void rely(SignedIn who, WorkspaceId piece, UUID agreement) {
    processes.change(
        who,
        Act.in(piece, "sharing.agreement-relied-on", agreement),
        () -> {
          workspaces.requireUnasked(who, piece, Role.CHAIR);
          if (agreements.all().stream().noneMatch(one -> one.id().equals(agreement))) {
            throw new NotThere();
          }
          jdbc.sql(
                  """
                  insert into sharing.relied_on (id, workspace_id, agreement_id, by_user, at)
                  values (:id, :piece, :agreement, :by, :at)
                  on conflict do nothing
                  """)
              .param("id", UUID.randomUUID())
              .param("piece", piece.value())
              .param("agreement", agreement)
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /// Relies on it no more. It can be relied on again: that is the undo.
  ///
  /// @throws NotThere when the reader is not its chair, or it does not rely on it
  public void end(SignedIn who, WorkspaceId piece, UUID agreement) {
    processes.change(
        who,
        Act.in(piece, "sharing.reliance-ended", agreement),
        () -> {
          workspaces.requireUnasked(who, piece, Role.CHAIR);
          int ended =
              jdbc.sql(
                      """
                      update sharing.relied_on set ended_by = :by, ended_at = :at
                       where workspace_id = :piece and agreement_id = :agreement and ended_at is null
                      """)
                  .param("by", who.user().value())
                  .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                  .param("piece", piece.value())
                  .param("agreement", agreement)
                  .update();
          if (ended == 0) {
            throw new NotThere();
          }
        });
  }
}
