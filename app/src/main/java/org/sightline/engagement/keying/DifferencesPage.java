package org.sightline.engagement.keying;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.kernel.Level;

/// The sheets whose two keyings differ, each with what differs only.
///
/// @param problem why the last one was not settled, or `null`
/// @param tried the answers that were not enough, with the label of their sheet; empty without a
///     problem
public record DifferencesPage(
    OpenSheet sheet,
    List<Difference> differences,
    @Nullable String problem,
    Map<String, String> tried) {

  public DifferencesPage {
    differences = List.copyOf(differences);
    tried = Map.copyOf(tried);
  }

  public String base() {
    return KeyingPage.base(sheet.session());
  }

  /// Whether this answer was chosen for the sheet before something else was found missing.
  public boolean isChosen(Difference difference, String question, String answer) {
    return isTried(difference) && answer.equals(tried.get(question));
  }

  /// Where the first question lies that was left open, to lead there.
  public String open() {
    return differences.stream()
        .filter(this::isTried)
        .findFirst()
        .map(this::open)
        .orElse("settling");
  }

  private String open(Difference difference) {
    String letters = difference.label().letters();
    if (difference.inSpoiling() && !tried.containsKey("spoiled")) {
      return letters + "-spoiled-yes";
    }
    if (difference.inYear() && !tried.containsKey("year")) {
      return "%s-year-%s".formatted(letters, year(difference.first()));
    }
    return difference.places(sheet).stream()
        .filter(place -> !tried.containsKey(KeyingForm.PLACE + place.key()))
        .findFirst()
        .map(place -> "%s-%s-RED".formatted(letters, place.key()))
        .orElse("settling");
  }

  private boolean isTried(Difference difference) {
    return difference.label().letters().equals(tried.get("label"));
  }

  /// The year group as a form has it: empty when it is not on the sheet.
  public String year(Reading reading) {
    return reading.yearGroup() == null ? "" : reading.yearGroup().toString();
  }

  /// R, Y, G or nothing.
  public String letter(Reading reading, ZoneKey place) {
    Level level = reading.marks().get(place);
    return level == null ? "" : String.valueOf(level.letter());
  }
}
