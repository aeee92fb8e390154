package org.sightline.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Ground;
import org.sightline.audit.Grounds;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// On what ground somebody does something: from their memberships, an hour by break-glass or a
/// guest's pass, and from what they said they had the piece of work open for (AU-01).
@Component
public class AccessGrounds implements Grounds {

  @Override
  public Ground of(JdbcClient jdbc, UUID user, Act act) {
    WorkspaceId workspace = act.workspace();
    var relied = workspace == null ? null : Relied.on(new UserId(user), workspace);
    return jdbc.sql(
            """
            select agency, role, grant_kind, grant_id
              from access.grounds(:user, :workspace::uuid, :object::uuid, :role::text)
            """)
        .param("user", user)
        .param("workspace", workspace == null ? null : workspace.value())
        .param("object", act.object())
        .param("role", relied == null ? null : relied.name())
        .query(
            (row, n) ->
                new Ground(
                    row.getObject("agency", UUID.class),
                    row.getString("role"),
                    purpose(workspace),
                    row.getString("grant_kind"),
                    row.getObject("grant_id", UUID.class)))
        .single();
  }

  private static @Nullable String purpose(@Nullable WorkspaceId workspace) {
    var purpose = workspace == null ? null : OpenedFor.here(workspace);
    return purpose == null ? null : purpose.name();
  }
}
