package org.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/// Puts invented maps straight into the tables of a closed session, as the database's superuser:
/// hashing the slips of 18,000 maps one by one would take a quarter of an hour and measure nothing
/// new.
final class Filling {

  private Filling() {}

  /// @param maps how many, each with a random answer or none for every zone of the round's plan
  static void fill(Path dataDirectory, UUID round, int maps) throws IOException, SQLException {
    String port =
        Files.readAllLines(dataDirectory.resolve("postgresql/data/postmaster.pid")).get(3).strip();
    String password = Files.readString(dataDirectory.resolve("postgresql/superuser")).strip();
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/sightline", "postgres", password);
        var statement =
            connection.prepareStatement(
                """
                with session as (
                  select id from engagement.session where workspace_id = ? limit 1
                ), maps as (
                  insert into engagement.map (id, workspace_id, session_id, year_group)
                  select gen_random_uuid(), ?, session.id, 7 + floor(random() * 5)::int
                    from session, generate_series(1, ?)
                  returning id, workspace_id
                )
                insert into engagement.mark (map_id, zone_key, workspace_id, level)
                select maps.id, zone.zone_key, maps.workspace_id,
                       (array['RED', 'YELLOW', 'GREEN'])[1 + floor(random() * 3)::int]
                  from maps
                  join engagement.round r on r.workspace_id = maps.workspace_id
                  join contexts.zone zone on zone.version_id = r.plan_version
                 where random() < 0.8
                """)) {
      statement.setObject(1, round);
      statement.setObject(2, round);
      statement.setInt(3, maps);
      statement.executeUpdate();
    }
  }
}
