package org.sightline.testing;

import java.util.UUID;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.context.ApplicationContext;

/// Brings the roles of a school round today, whatever the clock says.
public final class TestRoleReviews {

  private TestRoleReviews() {}

  /// @return the review, which is there only once
  public static UUID comeRound(ApplicationContext application, WorkspaceId school) {
    var jdbc = application.getBean(SystemStore.class).jdbc();
    jdbc.sql(
            """
            insert into access.role_review (id, workspace_id, kind, begun_on, due_on, tell_on)
            select :id, :school, 'SCHOOL', current_date, current_date + 14, current_date + 42
             where not exists (select 1 from access.role_review where workspace_id = :school)
            """)
        .param("id", UUID.randomUUID())
        .param("school", school.value())
        .update();
    return jdbc.sql("select id from access.role_review where workspace_id = :school limit 1")
        .param("school", school.value())
        .query((row, n) -> row.getObject(1, UUID.class))
        .single();
  }
}
