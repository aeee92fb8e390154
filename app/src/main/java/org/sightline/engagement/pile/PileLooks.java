package org.sightline.engagement.pile;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Processes;
import org.sightline.engagement.keying.Keying;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far a pile is.
@Component
class PileLooks {

  private final JdbcClient jdbc;
  private final JdbcFiles files;
  private final JdbcPages pages;
  private final JdbcZones zones;
  private final PileReading reading;
  private final Keying keying;
  private final Processes processes;
  private final Words words;

  PileLooks(
      JdbcClient jdbc,
      JdbcFiles files,
      JdbcPages pages,
      JdbcZones zones,
      PileReading reading,
      Keying keying,
      Processes processes,
      Words words) {
    this.jdbc = jdbc;
    this.files = files;
    this.pages = pages;
    this.zones = zones;
    this.reading = reading;
    this.keying = keying;
    this.processes = processes;
    this.words = words;
  }

  private record Check(int checked, int agreed) {}

  /// What waits is gone on with, should a restart have come between.
  PilePage of(SignedIn who, SessionId session, @Nullable String problem) {
    keying.sheet(who, session);
    var page = processes.look(who, () -> look(who, session, problem));
    if (page.reading()) {
      reading.read(session, who.user());
    }
    return page;
  }

  private PilePage look(SignedIn who, SessionId session, @Nullable String problem) {
    var dropped = files.of(session, who.user());
    var rows = pages.of(session, who.user());
    var shown = zones.of(session, who.user());
    int looked = (int) shown.stream().filter(zone -> zone.turn() != null).count();
    int of = dropped.stream().mapToInt(file -> Math.max(1, file.pages())).sum();
    boolean more = dropped.stream().anyMatch(file -> file.pages() == 0);
    boolean still = dropped.stream().anyMatch(file -> !file.isRead());
    var check = check(who, session);
    return new PilePage(
        session,
        rows.size(),
        Math.max(of, rows.size()),
        more,
        still ? left(who, session, of - rows.size()).orElse(null) : null,
        still,
        still && reading.isStuck(session, who.user()),
        labels(rows, PileRow.State.STAGED).size(),
        labels(rows, PileRow.State.READ).size(),
        shown.size() - looked,
        looked,
        refused(dropped, rows),
        byHand(session, rows),
        labels(rows, PileRow.State.WRITING),
        yearless(rows),
        check.checked(),
        check.agreed(),
        pages.waiting(session, who.user(), false) + files.queuedOfOthers(session, who.user()),
        problem);
  }

  private Optional<String> left(SignedIn who, SessionId session, int pages) {
    return reading
        .estimate(session, who.user(), pages)
        .map(
            time ->
                time.toSeconds() < 60
                    ? words.count("engagement.pile.seconds", (time.toSeconds() / 5 + 1) * 5)
                    : words.count("engagement.pile.minutes", time.toMinutes() + 1));
  }

  private static List<String> labels(List<PileRow> rows, PileRow.State state) {
    return labels(rows.stream().filter(row -> row.state() == state));
  }

  private static List<String> yearless(List<PileRow> rows) {
    return labels(
        rows.stream()
            .filter(
                row -> EnumSet.of(PileRow.State.READ, PileRow.State.STAGED).contains(row.state()))
            .filter(row -> row.page().hasSeveralYears()));
  }

  private static List<String> labels(Stream<PileRow> rows) {
    return rows.map(PileRow::label)
        .filter(Objects::nonNull)
        .map(SheetLabel::letters)
        .distinct()
        .sorted()
        .toList();
  }

  /// Sheets that were left for the keyboard and are not keyed yet.
  private List<String> byHand(SessionId session, List<PileRow> rows) {
    var keyed =
        new HashSet<>(
            jdbc.sql("select label from engagement.keyed_sheet where session_id = :session")
                .param("session", session.value())
                .query(String.class)
                .list());
    return labels(rows, PileRow.State.BY_HAND).stream()
        .filter(label -> !keyed.contains(label))
        .toList();
  }

  private static List<PilePage.Line> refused(List<JdbcFiles.Dropped> files, List<PileRow> rows) {
    var byId = files.stream().collect(Collectors.toMap(JdbcFiles.Dropped::id, Function.identity()));
    return rows.stream()
        .filter(row -> row.state() == PileRow.State.REFUSED)
        .map(row -> line(Objects.requireNonNull(byId.get(row.file())), row))
        .sorted(
            java.util.Comparator.comparing(PilePage.Line::file).thenComparing(PilePage.Line::page))
        .toList();
  }

  private static PilePage.Line line(JdbcFiles.Dropped file, PileRow row) {
    return new PilePage.Line(file.name(), file.pages() > 1 ? row.number() : 0, row.content());
  }

  private Check check(SignedIn who, SessionId session) {
    return jdbc.sql(
            """
            select checked, agreed from engagement.pile_check
             where session_id = :session and dropped_by = :by
            """)
        .param("session", session.value())
        .param("by", who.user().value())
        .query((row, n) -> new Check(row.getInt(1), row.getInt(2)))
        .optional()
        .orElse(new Check(0, 0));
  }
}
