package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.ElementId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What it costs to add to a map that its author has drawn on for long: asking whose edit it is
/// must not go through all of them for each row. The figures are printed; `bench/README.md` has
/// them.
@SightlineTest
@Tag("long")
class SaidCostTest {

  private static final int ROWS = 2_000;

  private static final String BEFORE =
      """
      alter policy said_add on network.said
        with check (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
          and edit_id in (select e.id from network.edit e
            where e.workspace_id = said.workspace_id and e.by_user = access.me()))
      """;

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private DatabaseSettings database;

  @Test
  void addingDoesNotTakeLongerTheMoreItsAuthorHasDrawn() {
    var team = casework.aTeam("Drawing long");
    var work = casework.aPieceOf(team);
    maps.draw(team.asChair(), work, Drawn.aPerson(ElementId.random(), "Ann Invented"), 0);
    UUID chair = team.chair().id().value();
    for (int edits : List.of(10, 1_000, 5_000)) {
      double before = took(work.value(), chair, edits, BEFORE);
      double now = took(work.value(), chair, edits, "");
      System.err.printf(
          Locale.UK,
          "%,d rows after %,d edits: %.0f ms, and %.0f ms while it asked of all%n",
          ROWS,
          edits,
          now,
          before);
      if (edits == 5_000) {
        assertThat(now).isLessThan(before / 5);
      }
    }
  }

  /// How many milliseconds the rows of one edit take, after so many others by the same author.
  private double took(UUID work, UUID author, int edits, String policy) {
    return Superuser.rolledBack(
        database,
        jdbc -> {
          if (!policy.isEmpty()) {
            jdbc.sql(policy).update();
          }
          jdbc.sql(
                  """
                  insert into network.edit (id, workspace_id, number, by_user, at)
                  select gen_random_uuid(), :work, n + 1, :author, now()
                    from generate_series(1, :edits) as n
                  """)
              .param("work", work)
              .param("author", author)
              .param("edits", edits)
              .update();
          jdbc.sql("analyze network.edit").update();
          jdbc.sql("select set_config('app.user', :user, true)")
              .param("user", author.toString())
              .query((row, n) -> true)
              .single();
          jdbc.sql("set local role sightline_staff").update();
          return adding(jdbc, work, author);
        });
  }

  private static double adding(JdbcClient jdbc, UUID work, UUID author) {
    long start = System.nanoTime();
    int added =
        jdbc.sql(
                """
                insert into network.said (id, edit_id, workspace_id, position, element_id, content)
                select gen_random_uuid(), e.id, e.workspace_id, n + 10, gen_random_uuid(), '\\x01'
                  from generate_series(1, :rows) as n,
                       (select id, workspace_id
                          from network.edit
                         where workspace_id = :work and by_user = :author
                         order by number desc limit 1) e
                """)
            .param("rows", ROWS)
            .param("work", work)
            .param("author", author)
            .update();
    assertThat(added).isEqualTo(ROWS);
    return (System.nanoTime() - start) / 1e6;
  }
}
