package org.sightline.engagement.pack;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sightline.access.Colleague;
import org.sightline.concerns.ConcernForm;
import org.sightline.documents.Pdf;
import org.sightline.engagement.pictures.PlanDrawing;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.running.RunSheet;
import org.sightline.kernel.Role;
import org.sightline.web.Dates;

/// What the printed pages show. It lives as long as the printing takes.
///
/// @param places values for the named places in our words, such as `lead` and `lastDay`
/// @param largeSheets each with the slip that belongs to it, in an order unrelated to their labels
/// @param siteAddress of the student site as a young person types it, or empty where it has none
public record PackPrint(
    Session session,
    Order order,
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

  /// The names of those who hold a role on the round, a line each.
  public List<String> holding(Role role) {
    return team.stream()
        .filter(member -> member.roles().contains(role))
        .map(Colleague::name)
        .toList();
  }
}
