package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What row-level security, sealing and the audit cost on reading a list of 200 people and one
/// record, beside the same query on plain tables, in turn in one run. `bin/bench records` runs it
/// and prints the table; here it only has to read the same names both ways.
@SightlineTest
@Tag("bench")
class RecordsCostTest {

  private static final int PEOPLE = 200;
  private static final int WARM = 150;
  private static final int TIMES = 400;
  private static final LocalDate BORN = LocalDate.of(2011, 3, 27);

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private JdbcPeople sealed;
  @Autowired private Processes processes;
  @Autowired private DatabaseSettings database;

  private final List<String> report = new ArrayList<>();

  @Test
  void sealedPartedAndAuditedReadsLikePlain() throws IOException {
    SignedIn chair = people.as(Role.CHAIR);
    WorkspaceId piece = casework.aPiece();
    PersonId one = null;
    for (int i = 0; i < PEOPLE; i++) {
      one = casework.aPerson(chair, piece, "Given" + i, "Surname" + i, BORN);
    }
    PersonId last = java.util.Objects.requireNonNull(one);
    for (int i = 0; i < 10; i++) {
      casework.aStatement(chair, piece, last, "Statement " + i);
    }
    Superuser.rolledBack(
        database,
        jdbc -> {
          plainTwin(jdbc, records.list(chair, piece), piece, last);
          measure(
              "list of 200 people",
              () -> names(records.list(chair, piece)),
              () -> processes.look(chair, () -> names(sealed.of(piece))),
              () -> plainList(jdbc, piece));
          measure(
              "one record with ten statements",
              () -> words(records.record(chair, piece, last)),
              () -> processes.look(chair, () -> List.of(sealed.find(piece, last).details().name())),
              () -> plainRecord(jdbc, piece, last));
          return true;
        });

    Path table = Path.of("target", "bench", "records.md");
    Files.createDirectories(table.getParent());
    Files.write(table, report);
  }

  private void measure(
      String what,
      Supplier<List<String>> whole,
      Supplier<List<String>> unaudited,
      Supplier<List<String>> plain) {
    var wholes = new long[TIMES];
    var unauditeds = new long[TIMES];
    var plains = new long[TIMES];
    for (int i = -WARM; i < TIMES; i++) {
      long a = took(whole);
      long b = took(unaudited);
      long c = took(plain);
      if (i >= 0) {
        wholes[i] = a;
        unauditeds[i] = b;
        plains[i] = c;
      }
    }
    assertThat(whole.get()).isEqualTo(plain.get());
    report.add(
        String.format(
            Locale.UK,
            "| %s | %.2f | %.2f | %.2f | %.1f | %.1f |",
            what,
            median(plains),
            median(unauditeds),
            median(wholes),
            median(unauditeds) / median(plains),
            median(wholes) / median(plains)));
  }

  /// The same rows in plain columns, without policies, in a schema that is rolled back.
  private void plainTwin(JdbcClient jdbc, List<Person> all, WorkspaceId piece, PersonId last) {
    jdbc.sql("create schema plain").update();
    jdbc.sql("create table plain.holding (person_id uuid, workspace_id uuid, ended_at timestamptz)")
        .update();
    jdbc.sql(
            """
            create table plain.details (id uuid primary key, person_id uuid, version int, kind text,
              given_name text, surname text, aliases text, born text, age_band text, unique (person_id, version))
            """)
        .update();
    jdbc.sql(
            "create table plain.statement (id uuid primary key, person_id uuid, workspace_id uuid, words text)")
        .update();
    for (Person person : all) {
      jdbc.sql("insert into plain.holding values (:person, :piece, null)")
          .param("person", person.id().value())
          .param("piece", piece.value())
          .update();
      jdbc.sql(
              "insert into plain.details values (:id, :person, 1, 'YOUNG_PERSON', :given, :surname, null, :born, null)")
          .param("id", UUID.randomUUID())
          .param("person", person.id().value())
          .param("given", person.details().givenName())
          .param("surname", person.details().surname())
          .param("born", BORN.toString())
          .update();
    }
    for (int i = 0; i < 10; i++) {
      jdbc.sql("insert into plain.statement values (:id, :person, :piece, :words)")
          .param("id", UUID.randomUUID())
          .param("person", last.value())
          .param("piece", piece.value())
          .param("words", "Statement " + i)
          .update();
    }
    jdbc.sql("create index on plain.holding (workspace_id, person_id)").update();
    jdbc.sql("create index on plain.statement (person_id)").update();
    jdbc.sql("analyze plain.holding, plain.details, plain.statement").update();
  }

  private static List<String> plainList(JdbcClient jdbc, WorkspaceId piece) {
    return jdbc
        .sql(
            """
            select d.*
              from plain.holding h
              join lateral (select * from plain.details x
                             where x.person_id = h.person_id order by x.version desc limit 1) d on true
             where h.workspace_id = :piece and h.ended_at is null
            """)
        .param("piece", piece.value())
        .query(
            (row, n) -> {
              LocalDate.parse(row.getString("born"));
              return row.getString("given_name") + " " + row.getString("surname");
            })
        .list()
        .stream()
        .sorted()
        .toList();
  }

  private static List<String> plainRecord(JdbcClient jdbc, WorkspaceId piece, PersonId person) {
    var all =
        new ArrayList<>(
            jdbc.sql(
                    """
                    select d.* from plain.details d join plain.holding h on h.person_id = d.person_id
                     where d.person_id = :person and h.workspace_id = :piece and h.ended_at is null
                     order by version desc limit 1
                    """)
                .param("person", person.value())
                .param("piece", piece.value())
                .query((row, n) -> row.getString("given_name") + " " + row.getString("surname"))
                .list());
    all.addAll(
        jdbc
            .sql(
                "select words from plain.statement where person_id = :person and workspace_id = :piece")
            .param("person", person.value())
            .param("piece", piece.value())
            .query(String.class)
            .list()
            .stream()
            .sorted()
            .toList());
    return all;
  }

  private static List<String> names(List<Person> all) {
    return all.stream().map(person -> person.details().name()).sorted().toList();
  }

  private static List<String> words(PersonRecord record) {
    var all = new ArrayList<>(List.of(record.person().details().name()));
    all.addAll(record.statements().stream().map(one -> one.text().words()).sorted().toList());
    return all;
  }

  private static long took(Supplier<List<String>> reading) {
    long start = System.nanoTime();
    reading.get();
    return System.nanoTime() - start;
  }

  private static double median(long[] nanos) {
    var sorted = nanos.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1e6;
  }
}
