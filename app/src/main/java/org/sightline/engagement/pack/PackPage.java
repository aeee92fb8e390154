package org.sightline.engagement.pack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.Session;

/// The parts of a session's pack with the copies of each.
///
/// @param problems by the part they are about
/// @param problem about the whole form, or `null`
/// @param elsewhere whether the plan has a zone for places that are not on it
public record PackPage(
    Session session,
    List<Row> rows,
    SheetChoice choice,
    Map<Part, String> problems,
    @Nullable String problem,
    boolean elsewhere) {

  public PackPage {
    rows = List.copyOf(rows);
    problems = Map.copyOf(problems);
  }

  /// @param typed how many copies, as it stands in the field
  public record Row(Part part, String typed) {}

  public String base() {
    return "/engagement/sessions/" + session.id() + "/pack";
  }

  public boolean isClosed() {
    return session.state() == Session.State.CLOSED;
  }

  public boolean hasProblems() {
    return problem != null || !problems.isEmpty();
  }

  public @Nullable String problemOf(Part part) {
    return problems.get(part);
  }
}
