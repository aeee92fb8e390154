package org.sightline.engagement.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.concerns.ConcernForm;
import org.sightline.documents.Pdf;
import org.sightline.engagement.pictures.PlanDrawing;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionNames;
import org.sightline.engagement.running.RunSheet;
import org.sightline.kernel.Role;
import org.sightline.web.Dates;

/// What the printed pages show. It lives as long as the printing takes.
///
/// @param named whom and what the words of the session name
/// @param places values for the named places in our words, such as `lead` and `lastDay`
/// @param largeSheets each with the slip that belongs to it, in an order unrelated to their labels
/// @param siteAddress of the student site as a young person types it, or empty where it has none
public record PackPrint(
    Session session,
    Order order,
    SessionNames.Named named,
    Map<String, String> places,
    String siteAddress,
    List<Colleague> team,
    List<PaperFloor> floors,
    List<PaperFloor> largeFloors,
    List<PaperSheet> largeSheets,
    List<ConcernForm.Question> concernQuestions,
    List<Question> questions,
    RunSheet runSheet) {

  /// Lines on an attendance list: the largest group, and whoever comes unexpectedly.
  private static final int LINES = 12;

  public PackPrint {
    places = Map.copyOf(places);
    team = List.copyOf(team);
    floors = List.copyOf(floors);
    largeFloors = List.copyOf(largeFloors);
    largeSheets = List.copyOf(largeSheets);
    concernQuestions = List.copyOf(concernQuestions);
    questions = List.copyOf(questions);
  }

  /// The numbers of the copies of a part, from 1.
  public List<Integer> copies(Part part) {
    return IntStream.rangeClosed(1, order.of(part)).boxed().toList();
  }

  public PaperSheet master() {
    return PaperSheet.MASTER;
  }

  public List<Integer> attendanceLines() {
    return IntStream.rangeClosed(1, LINES).boxed().toList();
  }

  /// What a level looks like, in SVG.
  public String swatch(String level) {
    return Pdf.drawnOnce("level " + level, PlanDrawing.swatch(level));
  }

  /// The day of a lesson in words, or "" while it is not settled.
  public String day(int lesson) {
    var details = session.details();
    var day = lesson == 1 ? details.heldOn() : details.secondOn();
    return day == null ? "" : Dates.weekday(day);
  }

  /// One line of the response card.
  ///
  /// @param who the end of the key of what they are
  /// @param name empty where nobody is named
  public record CardRow(String who, String name) {}

  /// Whom to tell, those first whom the session's own response plan names for the day (A08, A09).
  public List<CardRow> onCard() {
    var rows = new ArrayList<CardRow>();
    add(rows, "told-first", named.toldFirst());
    add(rows, "deputy-today", named.deputy());
    addHolders(rows, "lead", Role.SAFEGUARDING_LEAD, named.toldFirst());
    addHolders(rows, "deputy", Role.DEPUTY_LEAD, named.deputy());
    addHolders(rows, "head", Role.HEAD, null);
    return List.copyOf(rows);
  }

  private static void add(List<CardRow> rows, String who, @Nullable String name) {
    if (name != null) {
      rows.add(new CardRow(who, name));
    }
  }

  private void addHolders(List<CardRow> rows, String who, Role role, @Nullable String planned) {
    var before = rows.stream().map(CardRow::name).toList();
    var holders =
        team.stream().filter(member -> member.roles().contains(role)).map(Colleague::name).toList();
    holders.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> rows.add(new CardRow(who, name)));
    if (holders.isEmpty() && planned == null) {
      rows.add(new CardRow(who, ""));
    }
  }

  /// A telephone number the school keeps, or nothing: then there is a line to write on.
  public String phone(String place) {
    var number = places.getOrDefault(place, "");
    return number.startsWith("_") ? "" : number;
  }
}
