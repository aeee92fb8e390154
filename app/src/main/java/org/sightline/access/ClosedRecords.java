package org.sightline.access;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The records that whoever is acting must not see, though the workspace is open to them: blocked
/// by a conflict, or sealed to others. For what keeps records inside something larger, where no row
/// of its own can be hidden. Works inside a process.
@Component
public class ClosedRecords {

  private final JdbcClient jdbc;

  ClosedRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Set<UUID> all() {
    return Set.copyOf(
        jdbc.sql("select distinct closed.id from access.closed_to_me() as closed (id)")
            .query(UUID.class)
            .list());
  }
}
