package org.sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.RawHttp;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// without its database the staff site says so, on a page, and comes back by itself.
@SightlineTest
@Tag("long")
class DatabaseAwayTest {

  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings database;

  @AfterEach
  void back() {
    run("alter role sightline_staff login");
  }

  @Test
  void aPageSaysThatNothingWasSavedAndAllIsWellAfterwards() {
    var head = people.signedIn(Role.HEAD);
    run("alter role sightline_staff nologin");
    run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sightline_staff'");

    var away = head.get("/engagement/rounds");

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.heading()).contains("database");
    assertThat(new RawHttp(people.studentUrl()).send("GET", "/static/web/sightline.css").status())
        .isEqualTo(200);

    back();
    assertThat(head.get("/signing-in").page().select(".top__who span").text())
        .isEqualTo(people.cast().the(Role.HEAD).name());
  }

  private void run(String sql) {
    try (var connection =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
