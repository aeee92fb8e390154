package org.sightline.access;

import java.util.List;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// The names of schools, for what the application does on the clock, where nobody is acting.
@Component
public class SchoolNames {

  private final SystemStore store;

  SchoolNames(SystemStore store) {
    this.store = store;
  }

  /// Of every school here. To be asked in a process of the system.
  List<String> all() {
    return store
        .jdbc()
        .sql("select name from access.workspace where kind = 'SCHOOL' and name is not null")
        .query(String.class)
        .list();
  }

  /// To be asked in a process of the system.
  ///
  /// @throws NotThere when there is no such school
  public String of(WorkspaceId school) {
    return store
        .jdbc()
        .sql("select name from access.workspace where id = :id and name is not null")
        .param("id", school.value())
        .query(String.class)
        .optional()
        .orElseThrow(NotThere::new);
  }
}
