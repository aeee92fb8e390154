package org.sightline.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Passes for people who are asked to a meeting: each sees its pack, from one moment to another,
/// and nothing else (AC-19). A pass makes nobody a member and gives no role.
///
/// A feature that has packs keeps the id of its pack on the rows that belong to it and adds to the
/// policies for reading them `or pack_id in (select access.my_packs())`; its page for guests lies
/// in a journey that is open to anybody signed in, and calls [#requirePack] first.
@Component
public class GuestPasses {

  private final JdbcClient jdbc;
  private final Processes processes;
  private final Words words;

  GuestPasses(JdbcClient jdbc, Processes processes, Words words) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.words = words;
  }

  /// A pass of the reader's that is good now.
  public record Pass(UUID id, UUID pack, Instant until) {}

  /// Gives somebody a pass.
  ///
  /// @param until at most 90 days after `from`
  /// @return the id of the pass
  /// @throws NotThere when the workspace is not the reader's to ask guests to
  public UUID invite(
      SignedIn who, WorkspaceId workspace, UUID pack, UserId guest, Instant from, Instant until) {
    if (guest.equals(who.user())) {
      throw new Refused(words.say("access.guests.yourself"));
    }
    var id = UUID.randomUUID();
    return processes.change(
        who,
        Act.in(workspace, "access.guest-invited", pack).with(guest.toString()),
        () -> {
          boolean may =
              jdbc.sql(
                      """
                      select :workspace in (select access.my_workspaces_as(
                        'ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD', 'CHAIR'))
                      """)
                  .param("workspace", workspace.value())
                  .query((row, n) -> row.getBoolean(1))
                  .single();
          if (!may) {
            throw new NotThere();
          }
          jdbc.sql(
                  """
                  insert into access.guest_pass
                    (id, user_id, workspace_id, pack_id, given_by, from_at, until)
                  values (:id, :guest, :workspace, :pack, :me, :from, :until)
                  """)
              .param("id", id)
              .param("guest", guest.value())
              .param("workspace", workspace.value())
              .param("pack", pack)
              .param("me", who.user().value())
              .param("from", from.atOffset(ZoneOffset.UTC))
              .param("until", until.atOffset(ZoneOffset.UTC))
              .update();
          return id;
        });
  }

  /// Ends a pass from now on.
  ///
  /// @throws NotThere when it is not the reader's to end
  public void end(SignedIn who, WorkspaceId workspace, UUID pass) {
    processes.change(
        who,
        Act.in(workspace, "access.guest-ended", pass),
        () -> {
          int ended =
              jdbc.sql(
                      """
                      update access.guest_pass set ended_at = now()
                       where id = :id and workspace_id = :workspace and ended_at is null
                      """)
                  .param("id", pass)
                  .param("workspace", workspace.value())
                  .update();
          if (ended == 0) {
            throw new NotThere();
          }
        });
  }

  /// The passes of the reader that are good now.
  public List<Pass> mine(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select id, pack_id, until
                      from access.guest_pass
                     where user_id = :me and ended_at is null and from_at <= now() and until > now()
                       and pack_id in (select access.my_packs())
                     order by until, id
                    """)
                .param("me", who.user().value())
                .query(
                    (row, n) ->
                        new Pass(
                            row.getObject("id", UUID.class),
                            row.getObject("pack_id", UUID.class),
                            row.getObject("until", OffsetDateTime.class).toInstant()))
                .list());
  }

  /// Goes on only with a pass to this pack that is good now. Works inside a process.
  ///
  /// @throws NotThere otherwise
  public void requirePack(UUID pack) {
    boolean open =
        jdbc.sql("select :pack in (select access.my_packs())")
            .param("pack", pack)
            .query((row, n) -> row.getBoolean(1))
            .single();
    if (!open) {
      throw new NotThere();
    }
    WhyHere.notePack(pack);
  }
}
