package org.sightline.engagement.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.Paper;

/// How plan sheets are printed.
///
/// @param paper or `null` for A4 that lies as the plan does
/// @param years whether the year groups can be ticked (A45): off unless somebody wants them
public record SheetChoice(@Nullable Paper paper, boolean years) {

  static final SheetChoice USUAL = new SheetChoice(null, false);

  static SheetChoice sent(Map<String, String> fields) {
    return new SheetChoice(
        paper(fields.getOrDefault("paper", "")).orElse(null), fields.containsKey("years"));
  }

  /// What is offered, in the words of the form: `as-plan`, `A4_PORTRAIT` and so on.
  public static List<String> papers() {
    return List.of("as-plan", "A4_PORTRAIT", "A4_LANDSCAPE", "A3_PORTRAIT", "A3_LANDSCAPE");
  }

  public boolean is(String offered) {
    return paper == null ? offered.equals("as-plan") : paper.name().equals(offered);
  }

  Paper on(boolean lies) {
    if (paper != null) {
      return paper;
    }
    return lies ? Paper.A4_LANDSCAPE : Paper.A4_PORTRAIT;
  }

  private static Optional<Paper> paper(String word) {
    return Arrays.stream(Paper.values()).filter(one -> one.name().equals(word)).findFirst();
  }
}
