package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the embedded database does not start on, or does not let in.
class EmbeddedPostgresRefusalsTest {

  @TempDir Path directory;

  @Test
  void refusesAWrongPassword() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      var url = postgres.url("postgres");

      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void refusesADatabaseMadeByAnotherVersion() throws Exception {
    EmbeddedPostgres.start(directory).close();
    Files.writeString(directory.resolve("postgresql/data/PG_VERSION"), "17\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("made by PostgreSQL 17 and this Sightline brings PostgreSQL 18");
  }

  @Test
  void refusesADirectoryThatIsAFile() throws Exception {
    var file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> EmbeddedPostgres.start(file))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void saysThatThePasswordFileIsLost() throws Exception {
    EmbeddedPostgres.start(directory).close();
    Files.delete(directory.resolve("postgresql/superuser"));

    assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
        .hasMessageContaining("has lost its password file");
  }

  @Test
  void refusesAMachineItBringsNoDatabaseFor() {
    assertThatThrownBy(() -> PostgresPlatform.of("SunOS", "sparcv9"))
        .hasMessageContaining("no database for SunOS on sparcv9");
    assertThatThrownBy(() -> PostgresPlatform.of("Mac OS X", "x86_64"))
        .isInstanceOf(DatabaseUnavailable.class);
    for (var machine :
        List.of("Linux amd64", "Linux aarch64", "Mac OS X:aarch64", "Windows 11:amd64")) {
      var parts = machine.contains(":") ? machine.split(":") : machine.split(" ");
      var archive = PostgresPlatform.of(parts[0], parts[1]).archive();
      assertThat(getClass().getResource("/" + archive)).as(machine).isNotNull();
    }
  }
}
