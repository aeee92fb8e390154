package org.sightline.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A stolen data directory: its files as bytes, and its database with the rights of its superuser.
final class DataDirectory {

  private final Path root;

  DataDirectory(Path root) {
    this.root = root;
  }

  List<Path> files(Predicate<Path> which) {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).filter(which).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Where any of these words stand, in any mixture of small and capital letters, in one or two
  /// bytes a letter; with a little of what is around.
  List<String> places(List<String> words, Predicate<Path> which) {
    var found = new TreeSet<String>();
    for (Path file : files(which)) {
      String bytes = text(file).toLowerCase(Locale.ROOT);
      for (String word : words) {
        String sought = word.toLowerCase(Locale.ROOT);
        for (String form : List.of(sought, String.join("\0", sought.split("")))) {
          int at = bytes.indexOf(form);
          for (int shown = 0; at >= 0 && shown < 3; shown++) {
            found.add(
                "%s in %s: …%s…"
                    .formatted(
                        word,
                        root.relativize(file),
                        bytes
                            .substring(
                                Math.max(0, at - 60),
                                Math.min(bytes.length(), at + form.length() + 60))
                            .replaceAll("[^ -~]", ".")));
            at = bytes.indexOf(form, at + 2_000);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /// The columns in which one of these words can be read by somebody who may read every row,
  /// however the database stores it.
  List<String> columns(List<String> words) {
    return asSuperuser(
        jdbc -> {
          var found = new ArrayList<String>();
          for (var column :
              jdbc.queryForList(
                  """
                  select format('%I.%I', c.table_schema, c.table_name) as t,
                         format('%I', c.column_name) as c
                    from information_schema.columns c
                    join information_schema.tables t using (table_schema, table_name)
                   where t.table_type = 'BASE TABLE'
                     and c.table_schema not in ('pg_catalog', 'information_schema')
                  """)) {
            for (String word : words) {
              var rows =
                  jdbc.queryForObject(
                      "select count(*) from %s where encode(%s, 'escape') ilike ?"
                          .formatted(column.get("t"), bytes(jdbc, column)),
                      Long.class,
                      "%" + word + "%");
              if (rows != null && rows > 0) {
                found.add("%s in %s.%s".formatted(word, column.get("t"), column.get("c")));
              }
            }
          }
          return found;
        });
  }

  private static String bytes(JdbcTemplate jdbc, java.util.Map<String, Object> column) {
    var type =
        jdbc.queryForObject(
            "select format_type(atttypid, null) from pg_attribute where attrelid = cast(? as regclass) and quote_ident(attname) = ?",
            String.class,
            column.get("t"),
            column.get("c"));
    return "bytea".equals(type)
        ? column.get("c").toString()
        : "convert_to(%s::text, 'UTF8')".formatted(column.get("c"));
  }

  interface Deed<T> {
    T with(JdbcTemplate jdbc) throws SQLException;
  }

  /// The columns of any table in which some row holds a moment of this time.
  List<String> momentsBetween(Instant first, Instant last) {
    var columns =
        asSuperuser(
            jdbc ->
                jdbc.queryForList(
                    """
                    select format('%I.%I', table_schema, table_name) as t, column_name as c,
                           case data_type when 'bigint' then 'to_timestamp(%I / 1000.0)' else '%I' end as at
                      from information_schema.columns join information_schema.tables t
                           using (table_schema, table_name)
                     where t.table_type = 'BASE TABLE' and table_schema <> 'pg_catalog'
                       and (data_type = 'bigint' or data_type like 'timestamp%')
                    """));
    return asSuperuser(
        jdbc ->
            columns.stream()
                .filter(
                    column ->
                        !jdbc.queryForList(
                                "select 1 from %s where %s between ?::timestamptz and ?::timestamptz"
                                    .formatted(
                                        column.get("t"),
                                        column
                                            .get("at")
                                            .toString()
                                            .replace("%I", '"' + column.get("c").toString() + '"')),
                                first.toString(),
                                last.toString())
                            .isEmpty())
                .map(column -> column.get("t") + "." + column.get("c"))
                .toList());
  }

  /// While the application runs: its own database, with every right there is.
  <T> T asSuperuser(Deed<T> deed) {
    try (Connection connection = connect()) {
      return deed.with(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    } catch (SQLException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Connection connect() throws IOException, SQLException {
    var home = root.resolve("postgresql");
    var port = Files.readAllLines(home.resolve("data/postmaster.pid")).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/sightline".formatted(port),
        "postgres",
        Files.readString(home.resolve("superuser")).strip());
  }

  /// Each byte as one letter. A file that has gone in the meantime is empty.
  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  static boolean isProgram(Path file) {
    return file.toString().matches(".*/postgresql/(pg|programs|binaries|bin|software)[^/]*/.*");
  }
}
