package org.sightline.access.breakglass;

import java.util.List;
import org.sightline.access.BreakGlass;
import org.sightline.kernel.WorkspaceId;

/// @param category and reason as they were typed, when they come back
public record BreakGlassPage(
    WorkspaceId workspace, String category, String reason, List<String> problems) {

  public BreakGlassPage {
    problems = List.copyOf(problems);
  }

  public List<String> categories() {
    return List.of(BreakGlass.Category.values()).stream().map(Enum::name).toList();
  }

  public boolean isWrong(String field) {
    return problems.stream().anyMatch(problem -> problem.startsWith(field));
  }
}
