package org.sightline.bench.linkage;

import java.sql.Connection;
import java.sql.SQLException;

/// Connected components in SQL, as Splink makes them of its predicted pairs: each record takes the
/// smallest of its neighbours to stand for it, and then what stands for these, until nothing
/// changes; what is settled is put aside on the way.
final class Clusters {

  private final Connection connection;

  Clusters(Connection connection) {
    this.connection = connection;
  }

  /// @return for each record the one that stands for its cluster
  int[] at(double probability) throws SQLException {
    run(
        """
        create or replace table neighbours as
        with edges as (select a, b from predicted where weight >= %s)
        select a as id, b as other from edges
        union all select b, a from edges
        union all select id, id from df"""
            .formatted(DuckDbPeer.log2(probability / (1 - probability))));
    run(
        """
        create or replace table stands as
        with first as (select id, min(other) as rep from neighbours group by id),
        next as (
          select n.id, min(f.rep) as rep from neighbours n join first f on f.id = n.other group by n.id)
        select next.id, next.rep, next.rep <> first.rep as moved from next join first on first.id = next.id""");
    run("create or replace table settled (id int, rep int)");
    long moved = 1;
    while (moved > 0) {
      run(
          """
          create or replace table open as select distinct s.rep from stands s
          join neighbours n on n.id = s.id join stands t on t.id = n.other where t.rep <> s.rep""");
      run("insert into settled select id, rep from stands where rep not in (select rep from open)");
      run(
          "create or replace table stands as select * from stands where rep in (select rep from open)");
      run(
          "create or replace table neighbours as select * from neighbours where id in (select id from stands)");
      run(
          """
          create or replace table next as
          select r.id, r.rep, r.rep <> s.rep as moved from (
            select id, min(rep) as rep from (
              select n.id, t.rep from neighbours n join stands t on t.id = n.other where t.moved
              union all select id, rep from stands) group by id) r
          join stands s on s.id = r.id""");
      run("create or replace table stands as select * from next");
      moved = number("select count(*) from stands where moved");
    }
    run("insert into settled select id, rep from stands");
    return read();
  }

  private int[] read() throws SQLException {
    var by = new int[(int) number("select count(*) from df")];
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select id, rep from settled")) {
      while (rows.next()) {
        by[rows.getInt(1)] = rows.getInt(2);
      }
    }
    return by;
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
