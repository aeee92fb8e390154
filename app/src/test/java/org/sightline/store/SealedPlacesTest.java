package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// CR-01, CR-04: what is bound into sealed values can be told again for every sealed column in the
/// catalogue, so that all of them can be sealed anew.
@SightlineTest
class SealedPlacesTest {

  @Autowired private DatabaseSettings settings;
  @Autowired private KeyRing keys;

  private interface Deed<T> {
    T with(Connection connection) throws SQLException;
  }

  @Test
  void everySealedColumnHasAColumnThatTellsItsRowsApart() {
    assertThat(as(SealedPlace::all)).hasSizeGreaterThan(40);
  }

  @Test
  void aSealedColumnWithoutOneIsFound() {
    assertThatCode(
            () ->
                as(
                    connection -> {
                      connection.setAutoCommit(false);
                      connection
                          .createStatement()
                          .execute(
                              "create table access.planted (name bytea); comment on column access.planted.name is 'Sealed: name'");
                      return SealedPlace.all(connection);
                    }))
        .hasMessage(
            "The sealed column access.planted.name has no column that tells its rows apart.");
  }

  @Test
  void everySealedValueOfTheInventedSchoolOpensWithThem() {
    var values = SealedValues.of(settings, keys);

    assertThat(values.shut()).isEmpty();
    assertThat(values.opened()).contains("access.user_account.name");
  }

  private <T> T as(Deed<T> deed) {
    try (var connection =
        DriverManager.getConnection(settings.url(), settings.owner(), settings.password())) {
      return deed.with(connection);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
