package org.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How long "who saw this record" takes over a million audit entries, a third of them of people
/// whom a search found: puts them into the chain of a demonstration with every hash right, then
/// asks through the governance reader's pages (AU-01).
@Command(name = "who-saw", mixinStandardHelpOptions = true)
final class WhoSaw implements Callable<Integer> {

  /// A record that everybody opened, and one that few did.
  private static final String MUCH = "00000000-0000-4000-8000-000000000001";

  private static final String LITTLE = "00000000-0000-4000-8000-000000000002";

  /// One entry in a thousand is of the first record, one in fifty thousand of the second.
  private static final String FILL =
      """
      do $$
      declare
        before audit.head;
        people uuid[] := (select array_agg(id) from access.user_account);
        place uuid := (select id from access.workspace where kind = 'SCHOOL' order by opened_on, id limit 1);
        number bigint;
        moment timestamptz;
        someone uuid;
        record uuid;
        ask uuid;
        last bytea;
        e audit.entry;
      begin
        select * into before from audit.head for update;
        last := before.hash;
        number := before.seq;
        while number < %d loop
          number := number + 1;
          moment := clock_timestamp();
          someone := people[1 + floor(random() * array_length(people, 1))::int];
          record := case when number %% 50000 = 0 then '%s' when number %% 1000 = 0 then '%s'
                         else md5((number %% 5000)::text) end;
          ask := gen_random_uuid();
          e := (number, moment, someone,
            case when number %% 3 = 0 then 'people.person-found' else 'concerns.concern-read' end, place, record, null, 'DONE', ask,
            last, null, 2, null, 'HEAD', null, 'MEMBERSHIP', ask);
          e.hash := sha256(last || audit.canonical_of(e));
          insert into audit.entry select e.*;
          last := e.hash;
        end loop;
        update audit.head set seq = number, hash = last;
      end $$
      """;

  @Option(names = "--data-dir", required = true)
  private Path data = Path.of(".");

  @Option(names = "--entries", defaultValue = "1000000")
  private int entries;

  @Option(names = "--times", defaultValue = "50")
  private int times;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  WhoSaw() {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var world = World.read(data);
    var reader = world.signIn("GOVERNANCE");
    try (var database = superuser()) {
      out.printf("filling up to %,d entries: %.0f s%n", entries, timed(() -> fill(database)));
      out.printf("checking the whole chain: %.1f s%n", timed(() -> checked(database)));
    }
    Map<String, Figures> pages = new LinkedHashMap<>();
    pages.put("/auditing/records/" + MUCH, new Figures("who saw a record with many entries"));
    pages.put("/auditing/records/" + LITTLE, new Figures("who saw a record with few entries"));
    pages.put("/auditing", new Figures("the latest entries"));
    try (var browser = new Browser(world.staff())) {
      browser.post(
          "/signing-in", Map.of("username", reader.username(), "password", reader.password()));
      String person = browser.get("/auditing").find("<option value=\"([0-9a-f-]{36})\"");
      pages.put("/auditing?person=" + person, new Figures("the latest entries of one person"));
      for (int i = -3; i < times; i++) {
        for (var page : pages.entrySet()) {
          long start = System.nanoTime();
          var answer = browser.get(page.getKey());
          if (i >= 0) {
            page.getValue().add(start, "" + answer.status());
          }
        }
      }
    }
    out.println(Figures.heading());
    pages.values().forEach(figures -> out.println(figures.row()));
    out.flush();
    return 0;
  }

  private boolean fill(Connection database) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(FILL.formatted(entries, LITTLE, MUCH));
      return statement.execute("analyze audit.entry");
    }
  }

  private static boolean checked(Connection database) throws SQLException {
    try (var statement = database.createStatement();
        var bad = statement.executeQuery("select audit.first_bad()")) {
      bad.next();
      if (bad.getString(1) != null) {
        throw new IllegalStateException("The chain is broken at entry " + bad.getString(1));
      }
      return true;
    }
  }

  private static double timed(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e9;
  }

  private Connection superuser() throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("postgresql/data/postmaster.pid")).get(3).strip();
    String password = Files.readString(data.resolve("postgresql/superuser")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/sightline", "postgres", password);
  }
}
