package org.sightline.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A column nobody has said anything of fails here, and so does a word about a column that is gone
/// (RR-10). The records of processing and the annex to the impact assessment are made from the
/// register: `mvn test -Dtest=RegisterTest -Dregister.write=true` writes them anew.
@SightlineTest
class RegisterTest {

  private static final Path FOLDER = Path.of("../docs/data-protection");

  private static final String COLUMNS =
      """
      select n.nspname || '.' || c.relname || '.' || a.attname as name,
             coalesce(col_description(c.oid, a.attnum), '') as says
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
         and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migrations', 'public')
       order by n.nspname, c.relname, a.attnum
      """;

  @Autowired private DatabaseSettings database;

  private final Register register;

  RegisterTest() throws IOException {
    this.register = Register.read();
  }

  @Test
  void everyColumnIsInTheRegisterAndNothingElseIs() {
    var live = live().keySet();

    assertThat(without(live, register.columns()))
        .as("columns nobody has said anything of: add them to register/<module>.yaml")
        .isEmpty();
    assertThat(without(register.columns(), live)).as("columns that are gone").isEmpty();
    assertThat(register.problems()).isEmpty();
  }

  @Test
  void aColumnThatIsPlantedIsFound() {
    var planted =
        Superuser.rolledBack(
            database,
            jdbc -> {
              jdbc.sql("alter table access.membership add column planted text").update();
              return columns(jdbc).keySet();
            });

    assertThat(without(planted, register.columns())).containsExactly("access.membership.planted");
  }

  /// What can name a person is sealed; what is sealed is no working data.
  @Test
  void whatIsAboutPeopleIsSealed() {
    var wrong = new TreeSet<String>();
    var live = live();
    for (var table : register.tables().values()) {
      for (var column : table.columns().values()) {
        String name = table.name() + "." + column.name();
        boolean sealed = live.getOrDefault(name, "").startsWith("Sealed");
        if (sealed && column.kind().equals("working")) {
          wrong.add(name + " is sealed, and called working data");
        }
        if (!sealed && column.kind().equals("contact")) {
          wrong.add(name + " is open, and called a contact");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsPrintedOfItIsUpToDate() throws IOException {
    var pages = new RegisterPages(register, live());
    same("ropa.md", pages.ropa());
    same("dpia.md", pages.dpia());
  }

  private static void same(String name, String made) throws IOException {
    if (Boolean.getBoolean("register.write")) {
      Files.writeString(FOLDER.resolve(name), made);
    }
    assertThat(Files.readString(FOLDER.resolve(name)))
        .as(name + " follows from the register: write it anew with -Dregister.write=true")
        .isEqualTo(made);
  }

  private Map<String, String> live() {
    return Superuser.rolledBack(database, RegisterTest::columns);
  }

  private static Map<String, String> columns(JdbcClient jdbc) {
    var found = new LinkedHashMap<String, String>();
    jdbc.sql(COLUMNS)
        .query(
            row -> {
              found.put(row.getString("name"), row.getString("says"));
            });
    return found;
  }

  private static TreeSet<String> without(Iterable<String> all, java.util.Collection<String> those) {
    var left = new TreeSet<String>();
    all.forEach(left::add);
    left.removeAll(those);
    return left;
  }
}
