package org.sightline.engagement.pack;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Sheet;
import org.sightline.engagement.keying.PrintedSheets;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Prints packs. What is printed is made in memory, handed over and forgotten: printing again makes
// more
/// sheets with other labels and other codes (practice.md, Slips and paper).
@Component
class Packs {

  private static final Role[] RUNNERS = {Role.ROUND_OWNER, Role.FACILITATOR};

  /// How much larger names are written in large print, on paper that is 1.4 times as wide.
  private static final double LARGE = 1.15;

  private final Sessions sessions;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final PrintedSheets printedSheets;
  private final PackWords packWords;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Pages pages;
  private final Words words;
  private final Clock clock;

  Packs(
      Sessions sessions,
      Rounds rounds,
      FloorPlans plans,
      PrintedSheets printedSheets,
      PackWords packWords,
      Processes processes,
      Workspaces workspaces,
      Pages pages,
      Words words,
      Clock clock) {
    this.sessions = sessions;
    this.rounds = rounds;
    this.plans = plans;
    this.printedSheets = printedSheets;
    this.packWords = packWords;
    this.processes = processes;
    this.workspaces = workspaces;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  /// @throws org.sightline.kernel.NotThere for whoever does not run the round
  Session find(SignedIn who, SessionId session) {
    return processes.look(
        who,
        () -> {
          Session found = sessions.find(who, session);
          workspaces.require(who, found.round(), RUNNERS);
          return found;
        });
  }

  /// The plan of the session's round, which never changes under it.
  PlanVersion plan(SignedIn who, Session session) {
    return plans.version(who, rounds.find(who, session.round()).planVersion());
  }

  /// A pack as PDF. Labels and codes are issued, and the printing is recorded with its counts,
  // before
  /// the first page is laid out; nothing else of it is stored.
  ///
  /// @throws Refused when plan sheets are wanted and the session has closed or the plan has no
  // zones
  byte[] print(SignedIn who, SessionId id, Order order) {
    Session session = find(who, id);
    var sheets = issue(who, session, order);
    PlanVersion plan = plan(who, session);
    var paper = new PaperPlan(plan, picture -> plans.picture(who, picture));
    int standard = order.of(Part.PLAN_SHEETS);
    boolean standardFloors = standard + order.of(Part.MASTER_SHEETS) > 0;
    boolean largeFloors = order.of(Part.LARGE_PLAN_SHEETS) > 0;
    var print =
        packWords.fill(
            who,
            session,
            order,
            standardFloors ? paper.floors(1) : List.of(),
            largeFloors ? paper.floors(LARGE) : List.of(),
            sheets.subList(0, standard),
            sheets.subList(standard, sheets.size()));
    var heading =
        new PrintHeading(words.say("engagement.pack.heading", session.number()), today(), null);
    return Pdf.oneSided(pages.document("engagement/pack/print", print), Sheet.A4_PORTRAIT, heading);
  }

  private List<PaperSheet> issue(SignedIn who, Session session, Order order) {
    int sheets = order.labelledSheets();
    if (sheets > 0 && session.state() == Session.State.CLOSED) {
      throw new Refused(words.say("engagement.pack.closed"));
    }
    if (sheets + order.of(Part.MASTER_SHEETS) > 0 && plan(who, session).zones().isEmpty()) {
      throw new Refused(words.say("engagement.pack.no-zones"));
    }
    return processes.change(
        who,
        Act.in(session.round(), "engagement.pack-printed", session.id().value())
            .with(order.inWords()),
        () -> {
          workspaces.require(who, session.round(), RUNNERS);
          return sheets == 0
              ? List.of()
              : printedSheets.issue(who, session.id(), sheets).stream()
                  .map(PaperSheet::of)
                  .toList();
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
