package org.sightline.engagement.planning;

import java.util.List;
import java.util.UUID;
import org.sightline.store.SystemStore;

/// What the audit says about one thing, oldest first.
public final class Trail {

  private Trail() {}

  public static List<String> of(SystemStore store, UUID object) {
    return store
        .jdbc()
        .sql("select act || ' ' || outcome from audit.entry where object = :object order by seq")
        .param("object", object)
        .query(String.class)
        .list();
  }
}
