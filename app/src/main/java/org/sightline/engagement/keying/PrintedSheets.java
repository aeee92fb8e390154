package org.sightline.engagement.keying;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.engagement.marks.PaperSlips;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// The labels of a session's paper sheets and the slips that go with them.
@Component
public class PrintedSheets {

  static final Role[] RUNNERS = {Role.ROUND_OWNER, Role.FACILITATOR};

  private final JdbcSheets sheets;
  private final PaperSlips slips;
  private final Sessions sessions;
  private final Processes processes;
  private final Workspaces workspaces;
  private final SecureRandom random = new SecureRandom();

  PrintedSheets(
      JdbcSheets sheets,
      PaperSlips slips,
      Sessions sessions,
      Processes processes,
      Workspaces workspaces) {
    this.sheets = sheets;
    this.slips = slips;
    this.sessions = sessions;
    this.processes = processes;
    this.workspaces = workspaces;
  }

  /// Issues more sheets for a session that is planned or open, in random order: a fresh label for
  /// each, and a slip code, which is returned to be printed and never stored.
  ///
  /// @param count of sheets, spares included; at least 1
  /// @throws Refused when the session has closed, or has fewer labels left
  public List<PrintedSheet> issue(SignedIn who, SessionId session, int count) {
    if (count < 1) {
      throw new Refused("Print at least one sheet.");
    }
    Session found = sessions.find(who, session);
    return processes.change(
        who,
        Act.in(found.round(), "engagement.sheets-issued", session.value()).with("sheets: " + count),
        () -> {
          workspaces.require(who, found.round(), RUNNERS);
          if (found.state() == Session.State.PLANNED && slips.haveLostTheirKey(session)) {
            sheets.forget(session);
            slips.forget(session);
          }
          var issued = new ArrayList<PrintedSheet>();
          for (SheetLabel label : free(found, count)) {
            issued.add(new PrintedSheet(label, SlipCode.random(random, found.tag())));
          }
          slips.issue(session, issued.stream().map(sheet -> slips.of(sheet.slip())).toList());
          for (PrintedSheet sheet : issued) {
            sheets.add(found, sheet.label(), slips.of(sheet.slip()));
          }
          Collections.shuffle(issued, random);
          return List.copyOf(issued);
        });
  }

  /// A label for a sheet that has none: a spare written on, or a copy. It is written on the sheet
  /// by hand. Such a sheet has no slip, so its map can never be taken out.
  ///
  /// @throws Refused when the session is not open
  public SheetLabel label(SignedIn who, SessionId session) {
    Session found = sessions.find(who, session);
    return processes.change(
        who,
        Act.in(found.round(), "engagement.sheet-labelled", session.value()),
        () -> {
          workspaces.require(who, found.round(), RUNNERS);
          if (found.state() == Session.State.PLANNED) {
            throw new Refused("This session has not started: there are no maps to key yet.");
          }
          var label = free(found, 1).getFirst();
          sheets.add(found, label, null);
          return label;
        });
  }

  /// Labels that are not in use, in random order, with the session held open until the process
  /// ends.
  private List<SheetLabel> free(Session session, int count) {
    sheets.holdOpen(session.id());
    sheets.oneAtATime(session.id());
    var free = new ArrayList<>(SheetLabel.draw(random, SheetLabel.MOST));
    free.removeAll(sheets.labels(session.id()));
    if (free.size() < count) {
      throw new Refused(
          "This session has labels for %d more sheets, and %d were asked for."
              .formatted(free.size(), count));
    }
    return List.copyOf(free.subList(0, count));
  }
}
