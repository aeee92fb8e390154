package org.sightline.sharing;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What workspaces are for. A missing agreement warns and is recorded; it never keeps a workspace
/// from being opened (practice.md 1). What was given for one purpose is asked here before it is
/// read for another (H11): [#serves].
@Component
public class Purposes {

  private static final String TABLE = "sharing.workspace_purpose";
  private static final SealedColumn WHY = new SealedColumn(TABLE, "why_now");
  private static final SealedColumn REASON = new SealedColumn(TABLE, "reason");

  private final Processes processes;
  private final Desks desks;
  private final JdbcAgreements agreements;
  private final AgreedPurposes agreed;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Words words;
  private final Clock clock;

  Purposes(
      Processes processes,
      Desks desks,
      JdbcAgreements agreements,
      AgreedPurposes agreed,
      JdbcClient jdbc,
      Sealing sealing,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.desks = desks;
    this.agreements = agreements;
    this.agreed = agreed;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.words = words;
    this.clock = clock;
  }

  /// Every purpose the workspace has had, the newest first.
  ///
  /// @throws org.sightline.kernel.NotThere when the person is no member of it
  public List<DeclaredPurpose> of(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          desks.requireMember(who, workspace);
          return read(workspace);
        });
  }

  /// Whether what a workspace holds may be used for this purpose now: as the agreements in force it
  /// relies on say, else as it was declared. Runs inside a process.
  public boolean serves(WorkspaceId workspace, Purpose purpose) {
    return agreed
        .agreed(workspace)
        .map(purposes -> purposes.contains(purpose))
        .orElseGet(
            () ->
                read(workspace).stream()
                    .findFirst()
                    .map(declared -> declared.purpose() == purpose)
                    .orElse(false));
  }

  /// Whether the agreement it names is in force today and covers its purpose.
  public boolean isCovered(SignedIn who, DeclaredPurpose declared) {
    return processes.look(
        who,
        () ->
            agreements.all().stream()
                .filter(one -> one.id().equals(declared.agreement()))
                .anyMatch(one -> covers(one, declared.purpose())));
  }

  /// Says what a workspace is for, or that it is now for something else.
  ///
  /// @param before the version that was read, 0 for the first
  /// @param reason why it changes; needed for all but the first
  public void declare(
      SignedIn who,
      WorkspaceId workspace,
      int before,
      Purpose purpose,
      Basis basis,
      @Nullable UUID agreement,
      String whyNow,
      @Nullable String reason) {
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(workspace, "sharing.purpose-declared", id),
        () -> {
          desks.requireSharer(who, workspace);
          if (before > 0 && reason == null) {
            throw new Refused(words.say("sharing.declared.reason.missing"));
          }
          int added =
              jdbc.sql(
                      """
                      insert into sharing.workspace_purpose (id, workspace_id, version, purpose, basis,
                        agreement_id, why_now, reason, by_user, at)
                      select :id, :workspace, :before + 1, :purpose, :basis, :agreement, :why, :reason,
                        :by, :at
                       where :before = (select coalesce(max(version), 0)
                                          from sharing.workspace_purpose
                                         where workspace_id = :workspace)
                      on conflict on constraint workspace_purpose_once_uq do nothing
                      """)
                  .param("id", id)
                  .param("workspace", workspace.value())
                  .param("before", before)
                  .param("purpose", purpose.name())
                  .param("basis", basis.name())
                  .param("agreement", agreement, Types.OTHER)
                  .param("why", sealing.seal(WHY, id, whyNow))
                  .param("reason", sealing.sealIfAny(REASON, id, reason), Types.BINARY)
                  .param("by", who.user().value())
                  .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                  .update();
          if (added == 0) {
            throw new Stale(words.say("sharing.refused.stale"));
          }
        });
  }

  private boolean covers(Agreement agreement, Purpose purpose) {
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return agreement.status() == Agreement.Status.IN_FORCE
        && agreement.terms().holdsOn(today)
        && agreement.terms().purposes().contains(purpose);
  }

  private List<DeclaredPurpose> read(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from sharing.workspace_purpose
             where workspace_id = :workspace
             order by version desc
            """)
        .param("workspace", workspace.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new DeclaredPurpose(
                  row.getInt("version"),
                  Purpose.valueOf(row.getString("purpose")),
                  Basis.valueOf(row.getString("basis")),
                  row.getObject("agreement_id", UUID.class),
                  sealing.open(WHY, id, row.getBytes("why_now")),
                  sealing.openIfAny(REASON, id, row.getBytes("reason")),
                  new UserId(row.getObject("by_user", UUID.class)),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            })
        .list();
  }
}
