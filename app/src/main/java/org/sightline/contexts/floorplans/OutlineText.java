package org.sightline.contexts.floorplans;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Outlines as a person types them in the table beside the plan: pairs of percentages, across then
/// down, `10,10 40,10 40,30 10,30`.
public final class OutlineText {

  private static final int MAX_LENGTH = 5_000;
  private static final int MAX_REPEATED = 20;
  private static final Pattern PAIR =
      Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,6})?)%?,(-?\\d{1,6}(?:\\.\\d{1,6})?)%?");

  private OutlineText() {}

  public static String print(Outline outline) {
    return outline.corners().stream()
        .map(corner -> Corner.percent(corner.x()) + "," + Corner.percent(corner.y()))
        .collect(Collectors.joining(" "));
  }

  /// Pairs may be parted by any white space or semicolons, and a pair may have white space after
  /// its comma.
  public static Drawn parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Drawn.Refused("This is longer than 5,000 characters: draw the zone more simply.");
    }
    var pairs = text.strip().replaceAll("\\s*,\\s*", ",").split("[\\s;]+");
    var corners = new ArrayList<Corner>();
    for (var pair : pairs) {
      if (pair.isEmpty()) {
        continue;
      }
      var numbers = PAIR.matcher(pair);
      if (!numbers.matches()) {
        return new Drawn.Refused(badPair(corners, pair));
      }
      corners.add(new Corner(fraction(numbers.group(1)), fraction(numbers.group(2))));
    }
    return Drawn.of(corners);
  }

  private static double fraction(String percent) {
    return Double.parseDouble(percent) / 100;
  }

  private static String badPair(List<Corner> before, String pair) {
    var shown = pair.length() > MAX_REPEATED ? pair.substring(0, MAX_REPEATED) + "…" : pair;
    return "Corner %d, “%s”, is not two percentages with a comma between them, like 40,30."
        .formatted(before.size() + 1, shown);
  }
}
