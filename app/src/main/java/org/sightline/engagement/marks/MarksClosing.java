package org.sightline.engagement.marks;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Processes;
import org.sightline.engagement.marks.JdbcMarks.Counted;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Moves the maps of a closing session from staging to where they are counted (ST-02).
///
/// 1. Before the transaction: the slow hashes of what waits already, keyed or sent, so that no lock
///    waits for them.
/// 2. Lock the sheet: a map on its way is in by now; a later one gets the page that says closed.
/// 3. Open the student site's maps, take those of every other [MarksSource], drop what was taken
///    out.
/// 4. Shuffle all of them together; hash the few that are new since step 1.
/// 5. Write them in one statement under new random ids, and clear staging.
///
/// The caller destroys the session's key after the commit: then what the database's log and backups
/// hold of staging is noise.
@Component
class MarksClosing {

  private final JdbcMarks jdbc;
  private final Staging staging;
  private final PaperSlips slips;
  private final HashingDesk desk;
  private final Processes processes;
  private final ObjectProvider<MarksSource> sources;
  private final SecureRandom random = new SecureRandom();

  MarksClosing(
      JdbcMarks jdbc,
      Staging staging,
      PaperSlips slips,
      HashingDesk desk,
      Processes processes,
      ObjectProvider<MarksSource> sources) {
    this.jdbc = jdbc;
    this.staging = staging;
    this.slips = slips;
    this.desk = desk;
    this.processes = processes;
    this.sources = sources;
  }

  /// The closed form of every slip that waits now, by its open form.
  Map<SlipHash, SlipHash> hashAhead(SignedIn who, Session session) {
    record Ahead(Optional<byte[]> salt, List<SlipHash> slips) {}
    var hashes = new HashMap<SlipHash, SlipHash>();
    if (session.state() != Session.State.OPEN) {
      return hashes;
    }
    var ahead = processes.look(who, () -> new Ahead(jdbc.salt(session.id()), waiting(session)));
    ahead.salt().ifPresent(salt -> ahead.slips().forEach(slip -> closedForm(slip, salt, hashes)));
    return hashes;
  }

  /// How many maps are here, sent and keyed, those that will not count among them.
  int received(SignedIn who, Session session) {
    return processes.look(
        who,
        () ->
            jdbc.waiting(session.id()).size()
                + sources.orderedStream().mapToInt(source -> source.received(session)).sum());
  }

  private List<SlipHash> waiting(Session session) {
    var slips = new ArrayList<SlipHash>();
    fromStudentSite(session).stream()
        .map(MarkedMap::slip)
        .filter(Objects::nonNull)
        .forEach(slips::add);
    sources.orderedStream().forEach(source -> slips.addAll(source.slips(session)));
    return slips;
  }

  /// Inside the transaction that closes the session.
  ///
  /// @return how many maps came in
  int move(Session session, Map<SlipHash, SlipHash> hashes) {
    jdbc.shutDoor(session.id());
    var maps = new ArrayList<>(fromStudentSite(session));
    sources.orderedStream().forEach(source -> maps.addAll(source.take(session)));
    Set<String> used = jdbc.usedPaperSlips(session.id());
    maps.removeIf(
        map -> map.slip() != null && used.contains(slips.known(session.id().value(), map.slip())));
    Collections.shuffle(maps, random);
    byte[] salt = jdbc.salt(session.id()).orElseThrow(NotThere::new);
    var counted =
        maps.stream().map(map -> new Counted(map, closedForm(map.slip(), salt, hashes))).toList();
    jdbc.add(session, counted);
    jdbc.clearStaging(session.id());
    return counted.size();
  }

  private List<MarkedMap> fromStudentSite(Session session) {
    var sheet = jdbc.sheet(session.id());
    var maps = new ArrayList<MarkedMap>();
    for (var waiting : jdbc.waiting(session.id())) {
      if (sheet.isPresent() && waiting.content() != null) {
        var sent = staging.open(sheet.get(), waiting.content());
        maps.add(new MarkedMap(sent.marks(), sent.yearGroup(), slips.of(sent.slip())));
      }
    }
    return maps;
  }

  private @Nullable SlipHash closedForm(
      @Nullable SlipHash slip, byte[] salt, Map<SlipHash, SlipHash> hashes) {
    return slip == null ? null : hashes.computeIfAbsent(slip, open -> open.closed(salt, desk));
  }
}
