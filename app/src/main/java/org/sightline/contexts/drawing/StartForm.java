package org.sightline.contexts.drawing;

import java.util.ArrayList;
import java.util.List;

/// How a plan is to be started.
///
/// @param way `upload` or `boxes`
/// @param page of a PDF, as typed
/// @param places ticked for boxes
public record StartForm(String name, String way, String page, List<String> places) {

  private static final int MOST_PLACES = 60;

  public StartForm {
    places = places.stream().map(String::strip).filter(p -> !p.isEmpty()).distinct().toList();
  }

  static StartForm empty() {
    return new StartForm("", "upload", "1", List.of());
  }

  public boolean isBoxes() {
    return way.equals("boxes");
  }

  int pageNumber() {
    return page.matches("\\d{1,3}") ? Integer.parseInt(page) : 0;
  }

  List<Problem> problems(boolean noFile) {
    var problems = new ArrayList<Problem>();
    if (name.isEmpty() || name.length() > ZoneNames.LONGEST) {
      problems.add(
          new Problem("name", "Give the plan a name of up to 60 letters, such as Main site."));
    }
    if (!isBoxes() && !way.equals("upload")) {
      problems.add(new Problem("way", "Choose how to start: with a picture, or with boxes."));
    }
    if (way.equals("upload") && noFile) {
      problems.add(
          new Problem("file", "Choose a file: a PNG or JPEG picture, or a PDF of the floor plan."));
    }
    if (way.equals("upload") && pageNumber() < 1) {
      problems.add(new Problem("page", "Say which page as a number, such as 1."));
    }
    if (isBoxes()) {
      if (places.isEmpty()) {
        problems.add(new Problem("place", "Tick at least one place. You can add others later."));
      }
      if (places.size() > MOST_PLACES) {
        problems.add(new Problem("place", "Tick up to 60 places."));
      }
      places.stream()
          .map(place -> ZoneNames.refusal(place, List.of()))
          .flatMap(java.util.Optional::stream)
          .findFirst()
          .ifPresent(sentence -> problems.add(new Problem("place", sentence)));
    }
    return problems;
  }
}
