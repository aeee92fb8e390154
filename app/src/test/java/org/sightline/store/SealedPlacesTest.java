package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// CR-01, CR-04: what is bound into sealed values can be told again for every sealed column in the
/// catalogue, so that all of them can be sealed anew.
@SightlineTest
class SealedPlacesTest {

  @Autowired private DatabaseSettings settings;
  @Autowired private Sealing sealing;
  @Autowired private RecordKeys records;

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
    var opened = new TreeSet<String>();
    List<String> shut =
        as(
            connection -> {
              var found = new ArrayList<String>();
              for (var place : SealedPlace.all(connection)) {
                read(connection, place, opened, found);
              }
              return found;
            });

    assertThat(shut).isEmpty();
    assertThat(opened)
        .contains(
            "access.user_account.name",
            "consent.invitation.name",
            "concerns.concern.answers",
            "contexts.picture.content");
  }

  private void read(
      Connection connection, SealedPlace place, TreeSet<String> opened, List<String> shut)
      throws SQLException {
    var column = place.column();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select %s, %s from %s where %s is not null limit 300"
                    .formatted(place.row(), column.column(), column.table(), column.column()))) {
      while (rows.next()) {
        UUID row = rows.getObject(1, UUID.class);
        byte[] sealed = rows.getBytes(2);
        try {
          if (RecordKeys.isSealedSo(sealed)) {
            records.openBytes(RecordKeys.recordOf(sealed), column, row, sealed);
          } else {
            sealing.openBytes(column, row, sealed);
          }
          opened.add(place.toString());
        } catch (RecordKeys.Shredded gone) {
          opened.add(place.toString());
        } catch (IllegalStateException other) {
          shut.add(place + " of row " + row);
        }
      }
    }
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
