package org.sightline.engagement.pack;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Sheet;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.keying.PrintedSheet;
import org.sightline.engagement.keying.PrintedSheets;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.scan.SheetLayout;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Prints packs. What is printed is made in memory, handed over and forgotten: printing again makes
/// more sheets with other labels and other codes (practice.md, Slips and paper).
@Component
public class Packs {

  private static final Role[] RUNNERS = {Role.ROUND_OWNER, Role.FACILITATOR};

  /// How much larger names are written in large print, on paper that is 1.4 times as wide.
  private static final double LARGE = 1.15;

  private final Sessions sessions;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final PrintedSheets printedSheets;
  private final PrintedPages printedPages;
  private final PlanSheets planSheets;
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
      PrintedPages printedPages,
      PlanSheets planSheets,
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
    this.printedPages = printedPages;
    this.planSheets = planSheets;
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
  /// before the first page is laid out; nothing else of it is stored.
  ///
  /// @throws Refused when plan sheets are wanted and the session has closed or the plan has no
  ///     zones
  byte[] print(SignedIn who, SessionId id, Order order, SheetChoice choice) {
    Session session = find(who, id);
    PlanVersion plan = plan(who, session);
    var issued = issue(who, session, order, choice, plan);
    var paper = new PaperPlan(plan, picture -> plans.picture(who, picture));
    boolean standardFloors = order.of(Part.MASTER_SHEETS) > 0;
    boolean largeFloors = order.of(Part.LARGE_PLAN_SHEETS) > 0;
    var print =
        packWords.fill(
            who,
            session,
            order,
            standardFloors ? paper.floors(1) : List.of(),
            largeFloors ? paper.floors(LARGE) : List.of(),
            issued.large());
    byte[] rest = order.hasOtherParts() ? laidOut(session, print) : new byte[0];
    return issued.batches().isEmpty()
        ? rest
        : planSheets.print(issued.batches(), print, picture -> plans.picture(who, picture), rest);
  }

  /// Sheets as they come back from a class: their slips were cut off.
  ///
  /// @param layouts of the pages of one sheet, in order
  public record CutOff(byte[] pdf, List<SheetLayout> layouts) {}

  /// Plan sheets without slips, for an invented class to colour.
  public CutOff withoutSlips(SignedIn who, SessionId id, int count) {
    Session session = find(who, id);
    PlanVersion plan = plan(who, session);
    var order = new Order(Map.of(Part.PLAN_SHEETS, count));
    var issued = issue(who, session, order, SheetChoice.USUAL, plan);
    var print = packWords.fill(who, session, order, List.of(), List.of(), List.of());
    var batches = issued.batches().stream().map(PlanSheets.Batch::withoutSlips).toList();
    return new CutOff(
        planSheets.print(batches, print, picture -> plans.picture(who, picture), new byte[0]),
        batches.getFirst().layouts().stream().map(PlanLayouts.Page::layout).toList());
  }

  private byte[] laidOut(Session session, PackPrint print) {
    var heading =
        new PrintHeading(words.say("engagement.pack.heading", session.number()), today(), null);
    return Pdf.oneSided(pages.document("engagement/pack/print", print), Sheet.A4_PORTRAIT, heading);
  }

  /// @param batches to be read by a machine
  /// @param large to be keyed by hand
  private record Issued(List<PlanSheets.Batch> batches, List<PaperSheet> large) {}

  private Issued issue(
      SignedIn who, Session session, Order order, SheetChoice choice, PlanVersion plan) {
    int sheets = order.labelledSheets();
    if (sheets > 0 && session.state() == Session.State.CLOSED) {
      throw new Refused(words.say("engagement.pack.closed"));
    }
    if (sheets + order.of(Part.MASTER_SHEETS) > 0 && plan.zones().isEmpty()) {
      throw new Refused(words.say("engagement.pack.no-zones"));
    }
    return processes.change(
        who,
        Act.in(session.round(), "engagement.pack-printed", session.id().value())
            .with(order.inWords()),
        () -> {
          workspaces.require(who, session.round(), RUNNERS);
          return sheets == 0
              ? new Issued(List.of(), List.of())
              : issued(
                  session, order, choice, plan, printedSheets.issue(who, session.id(), sheets));
        });
  }

  private Issued issued(
      Session session,
      Order order,
      SheetChoice choice,
      PlanVersion plan,
      List<PrintedSheet> sheets) {
    int drawn = order.of(Part.PLAN_SHEETS);
    int read = drawn + order.of(Part.LIST_SHEETS);
    var layouts =
        new PlanLayouts(printedPages, session, plan, OpenSheet.years(session.details().keyStage()));
    var batches = new ArrayList<PlanSheets.Batch>();
    if (drawn > 0) {
      batches.add(planSheets.issue(session, layouts.floors(choice), sheets.subList(0, drawn)));
    }
    if (read > drawn) {
      batches.add(planSheets.issue(session, layouts.list(choice), sheets.subList(drawn, read)));
    }
    return new Issued(
        List.copyOf(batches),
        sheets.subList(read, sheets.size()).stream().map(PaperSheet::of).toList());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
