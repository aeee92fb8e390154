package org.sightline.engagement.keying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.PaperSlips;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class PrintedSheetsTest {

  @Autowired private PrintedSheets sheets;
  @Autowired private PaperSlips slips;
  @Autowired private Marks marks;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private DatabaseSettings settings;

  private DatabaseReader thief;
  private Session session;

  @BeforeEach
  void planASession() {
    thief = new DatabaseReader(settings);
    session = rounds.aPlannedSession(rounds.aRound());
  }

  @Test
  void areRefusedToWhoeverDoesNotRunTheRound() {
    assertThatThrownBy(() -> sheets.issue(people.as(Role.SAFEGUARDING_LEAD), session.id(), 3))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> sheets.issue(people.as(Role.ADMINISTRATOR), session.id(), 3))
        .isInstanceOf(NotThere.class);
    assertThat(issued()).isZero();
  }

  @Test
  void areRefusedWhenNoneOrTooManyAreAskedFor() {
    assertThatThrownBy(() -> sheets.issue(rounds.owner(), session.id(), 0))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> sheets.issue(rounds.owner(), session.id(), SheetLabel.MOST + 1))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("labels for " + SheetLabel.MOST);
  }

  @Test
  void areRefusedAfterTheSessionHasClosed() {
    var open = rounds.anOpenSession(rounds.aRound());
    marks.close(rounds.owner(), open.id(), 0);

    assertThatThrownBy(() -> sheets.issue(rounds.owner(), open.id(), 1))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aSheetIsLabelledByHandOnlyOnceTheSessionHasStarted() {
    assertThatThrownBy(() -> sheets.label(rounds.owner(), session.id()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not started");
  }

  @Test
  void carryDifferentLabelsAndSlipsAndAreAuditedWithTheirCount() {
    var first = sheets.issue(rounds.owner(), session.id(), 8);
    var second = sheets.issue(people.as(Role.FACILITATOR), session.id(), 4);

    var labels = new HashSet<SheetLabel>();
    var slips = new HashSet<String>();
    first.forEach(sheet -> keep(sheet, labels, slips));
    second.forEach(sheet -> keep(sheet, labels, slips));
    assertThat(labels).hasSize(12);
    assertThat(slips).hasSize(12).allMatch(slip -> slip.startsWith(session.tag().letters()));
    assertThat(issued()).isEqualTo(12);
    assertThat(
            thief.count(
                "select count(*)::int from audit.entry where object = ? and act = 'engagement.sheets-issued' and detail in ('sheets: 8', 'sheets: 4')",
                session.id().value()))
        .isEqualTo(2);
  }

  @Test
  void keepNoSlipCodeAndNoMoment() {
    var issued = sheets.issue(rounds.owner(), session.id(), 5);

    var rows =
        thief.rows(
            "select p::text as p, s::text as s from engagement.printed_sheet p join student.paper_slip s on s.slip = p.slip where p.session_id = ?",
            session.id().value());
    assertThat(rows).hasSize(5);
    for (PrintedSheet sheet : issued) {
      var code = sheet.slip().printed();
      assertThat(rows.toString())
          .doesNotContain(code)
          .doesNotContain(code.replace("-", ""))
          .as("the form that leads to the counted map")
          .doesNotContain(slips.of(sheet.slip()).stored());
    }
    assertThat(
            thief.rows(
                "select column_name from information_schema.columns where table_schema = 'engagement' and table_name = 'printed_sheet'"))
        .extracting(row -> row.get("column_name"))
        .containsExactlyInAnyOrder("session_id", "workspace_id", "label", "slip", "sealed_slip");
  }

  @Test
  void neverShareALabelHoweverManyAskAtOnce() throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, 6)
              .<Callable<Integer>>mapToObj(
                  n -> () -> sheets.issue(rounds.owner(), session.id(), 20).size())
              .toList();
      for (var done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isEqualTo(20);
      }
    }
    assertThat(issued()).isEqualTo(120);
  }

  private static void keep(PrintedSheet sheet, HashSet<SheetLabel> labels, HashSet<String> slips) {
    labels.add(sheet.label());
    slips.add(sheet.slip().printed());
  }

  private int issued() {
    return thief.count(
        "select count(*)::int from engagement.printed_sheet where session_id = ?",
        session.id().value());
  }
}
