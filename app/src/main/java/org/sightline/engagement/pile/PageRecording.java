package org.sightline.engagement.pile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.engagement.keying.PrintedPage;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.keying.ReadSheets;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.SignedIn;
import org.sightline.scan.PageReading;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetReading;
import org.sightline.scan.SheetReading.Read;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Writes down what came of one page, once: a sheet that is sure is staged, doubts wait for whoever
/// dropped the pile, everything else gets its sentence. In a process of its own for each page, so
/// that a restart loses none and repeats none.
@Component
class PageRecording {

  private final JdbcFiles files;
  private final JdbcPages pages;
  private final JdbcZones zones;
  private final PrintedPages printed;
  private final ReadSheets sheets;
  private final Settling settling;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Words words;

  PageRecording(
      JdbcFiles files,
      JdbcPages pages,
      JdbcZones zones,
      PrintedPages printed,
      ReadSheets sheets,
      Settling settling,
      Processes processes,
      Workspaces workspaces,
      Words words) {
    this.files = files;
    this.pages = pages;
    this.zones = zones;
    this.printed = printed;
    this.sheets = sheets;
    this.settling = settling;
    this.processes = processes;
    this.workspaces = workspaces;
    this.words = words;
  }

  /// @return whether anything was written: not for a page that was written down before
  boolean record(SignedIn who, Session session, OpenSheet sheet, UUID file, PageReading page) {
    return processes.change(
        who,
        Act.in(session.round(), "engagement.page-read", session.id().value()),
        () -> {
          workspaces.require(who, session.round(), PileReading.RUNNERS);
          sheets.holdOpen(session);
          boolean fresh = files.isThere(file) && !pages.has(file, page.page());
          if (fresh) {
            files.hasPages(file, page.of());
            switch (page.reading()) {
              case SheetReading.Refused refused ->
                  refuse(who, session, file, page, sentence(refused));
              case Read read -> take(who, session, sheet, file, page, read);
            }
          }
          return (page.page() >= page.of() && files.isRead(file)) || fresh;
        });
  }

  /// Every layout of the session was given to the reader: another is another session's.
  private static String sentence(SheetReading.Refused refused) {
    return refused.why() == Refusal.OTHER_LAYOUT
        ? Refusal.OTHER_SESSION.sentence()
        : refused.reason();
  }

  private void refuse(SignedIn who, Session session, UUID file, PageReading page, String sentence) {
    pages.addRefused(session, who.user(), file, page.page(), sentence);
  }

  private void take(
      SignedIn who, Session session, OpenSheet sheet, UUID file, PageReading page, Read read) {
    var known = printed.known(session.id(), read.sheet());
    var found = printed.find(session.id(), known);
    var places = places(sheet, read);
    if (found.isEmpty() || !found.get().version().equals(read.version()) || places.contains(-1)) {
      refuse(who, session, file, page, Refusal.OTHER_SESSION.sentence());
      return;
    }
    var label = found.get().label();
    var standing = sheets.of(session, sheet, label);
    boolean first =
        standing != ReadSheets.Standing.TAKEN_OUT
            && pages.addRead(
                session,
                who.user(),
                file,
                page.page(),
                known,
                label,
                readPage(sheet, read, places, found.get()));
    if (standing == ReadSheets.Standing.TAKEN_OUT) {
      refuse(who, session, file, page, words.say("engagement.pile.taken-out"));
    } else if (!first) {
      refuse(who, session, file, page, Refusal.SAME_SHEET.sentence());
    } else if (standing != ReadSheets.Standing.FREE) {
      pages.remove(file, page.page());
      refuse(who, session, file, page, words.say("engagement.pile.keyed"));
    } else if (sheets.of(session, sheet, label) == ReadSheets.Standing.TAKEN_OUT) {
      // Asked after the write, which waits for a slip that is being used: see V32.
      pages.remove(file, page.page());
      refuse(who, session, file, page, words.say("engagement.pile.taken-out"));
    } else {
      show(who, session, file, page, read, places);
      settling.settle(session, sheet, who.user(), label, words.say("engagement.pile.keyed"));
    }
  }

  /// The place of each zone that was read among the places of the plan; -1 for one that is not
  /// there.
  private static List<Integer> places(OpenSheet sheet, Read read) {
    var keys = sheet.zones().stream().map(zone -> zone.key().toString()).toList();
    return read.zones().stream().map(zone -> keys.indexOf(zone.id())).toList();
  }

  private static ReadPage readPage(
      OpenSheet sheet, Read read, List<Integer> places, PrintedPage page) {
    var letters =
        new ArrayList<>(Collections.nCopies(sheet.zones().size(), Looked.NOTHING.letter()));
    for (int i = 0; i < places.size(); i++) {
      letters.set(places.get(i), Looked.of(read.zones().get(i).level()).letter());
    }
    var text = new StringBuilder();
    letters.forEach(text::append);
    return new ReadPage(page.number(), page.of(), year(sheet, read), text.toString());
  }

  /// The one year that is ticked; two are no year, and named.
  private static @Nullable Integer year(OpenSheet sheet, Read read) {
    var ticked = read.ticks().stream().filter(SheetReading.TickReading::on).toList();
    if (ticked.size() > 1) {
      return ReadPage.SEVERAL_YEARS;
    }
    return ticked.isEmpty()
        ? null
        : sheet.years().stream()
            .filter(year -> ticked.getFirst().id().equals("" + year))
            .findFirst()
            .orElse(null);
  }

  private void show(
      SignedIn who, Session session, UUID file, PageReading page, Read read, List<Integer> places) {
    IntStream.range(0, places.size())
        .forEach(
            i -> {
              var zone = read.zones().get(i);
              var crop = zone.crop();
              if (crop != null) {
                zones.add(
                    session,
                    who.user(),
                    file,
                    page.page(),
                    places.get(i),
                    Looked.of(zone.level()),
                    crop.jpeg());
              }
            });
  }
}
