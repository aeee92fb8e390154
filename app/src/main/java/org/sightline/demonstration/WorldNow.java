package org.sightline.demonstration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sightline.clocks.Withdrawals;
import org.sightline.demonstration.WorldFile.SessionEntry;
import org.sightline.demonstration.WorldFile.SlipEntry;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.marks.UsedSlips;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// What has become of the invented sessions and slips since they were made.
@Component
class WorldNow {

  private final Sessions sessions;
  private final UsedSlips usedSlips;
  private final Clock clock;
  private final SignedIn owner = SignedIn.as(Cast.read().the(Role.ROUND_OWNER).id());

  WorldNow(Sessions sessions, UsedSlips usedSlips, Clock clock) {
    this.sessions = sessions;
    this.usedSlips = usedSlips;
    this.clock = clock;
  }

  /// The same world with the states of this moment. What the round owner cannot see any more stays
  /// as it was written last.
  WorldFile of(WorldFile file) {
    var sessionEntries = new ArrayList<SessionEntry>();
    var slipEntries = new ArrayList<SlipEntry>();
    for (SessionEntry entry : file.sessions()) {
      var slips = file.slips().stream().filter(s -> s.session().equals(entry.id())).toList();
      var session = find(entry);
      sessionEntries.add(
          session.map(s -> entry.inState(s.state().name().toLowerCase(Locale.ROOT))).orElse(entry));
      slipEntries.addAll(session.map(s -> slips(s, slips)).orElse(slips));
    }
    return file.with(sessionEntries, slipEntries);
  }

  private Optional<Session> find(SessionEntry entry) {
    try {
      return Optional.of(sessions.find(owner, SessionId.of(entry.id())));
    } catch (NotThere hidden) {
      return Optional.empty();
    }
  }

  private List<SlipEntry> slips(Session session, List<SlipEntry> slips) {
    if (!Withdrawals.isOpen(session.lastDay(), clock)) {
      return slips.stream().map(slip -> slip.inState("expired")).toList();
    }
    Set<String> used = used(session.id(), slips);
    return slips.stream()
        .map(slip -> slip.inState(used.contains(slip.code()) ? "withdrawn" : "usable"))
        .toList();
  }

  private Set<String> used(SessionId session, List<SlipEntry> slips) {
    var codes = new ArrayList<SlipCode>();
    for (SlipEntry slip : slips) {
      if (SlipCode.read(slip.code()) instanceof SlipCode.Reading.Correct(SlipCode code)) {
        codes.add(code);
      }
    }
    var used = new HashSet<String>();
    usedSlips.among(session, codes).forEach(code -> used.add(code.printed()));
    return used;
  }
}
