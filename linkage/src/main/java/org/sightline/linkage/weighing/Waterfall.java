package org.sightline.linkage.weighing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Patterns;

/// Why a pair weighs what it weighs: from what is known before anything is compared, step by step,
/// to the weight.
///
/// @param steps their weights sum up to the weight
public record Waterfall(List<Step> steps, double weight) {

  /// @param of a field, or what else counted
  /// @param says what was found, without values
  /// @param weight in bits
  public record Step(String of, String says, double weight) {}

  public Waterfall {
    steps = List.copyOf(steps);
  }

  static Waterfall of(Weights weights, int left, int right, long pattern) {
    var steps = new ArrayList<Step>();
    steps.add(new Step("before comparing", "two records drawn at random", weights.prior()));
    var patterns = weights.patterns();
    double home = 0;
    double born = 0;
    for (int c = 0; c < patterns.size(); c++) {
      int level = Patterns.level(pattern, c);
      if (level == 0) {
        continue;
      }
      var field = patterns.fields().get(c);
      double worth = weights.level(c, level);
      steps.add(new Step(field.label(), patterns.levels(c).get(level).words(), worth));
      double rarity = level == 1 ? weights.adjustment(c, left) : 0;
      if (rarity != 0) {
        var says = rarity > 0 ? "a rare value" : "a frequent value";
        steps.add(new Step(field.label(), says, rarity));
      }
      home += weights.isOfHousehold(c) ? worth + rarity : 0;
      born += weights.isBirthDate(c) ? worth + rarity : 0;
    }
    double before = steps.stream().mapToDouble(Step::weight).sum();
    double ofFamily = weights.ofFamily(pattern, home, born, before);
    if (ofFamily != 0) {
      steps.add(
          new Step(
              weights.isBornTheSameDay(pattern) ? "twins" : "brothers or sisters",
              "all that agrees is what two children of a family share",
              ofFamily));
    }
    double sum = steps.stream().mapToDouble(Step::weight).sum();
    addNumber(steps, weights, left, right, sum);
    return new Waterfall(steps, steps.stream().mapToDouble(Step::weight).sum());
  }

  /// A number of one person alone settles the matter, whatever was found before.
  private static void addNumber(
      List<Step> steps, Weights weights, int left, int right, double sum) {
    int settled = weights.numbered().verdict(left, right);
    if (settled != 0) {
      var field = weights.numbered().byUpn(left, right) ? Field.UPN : Field.NHS_NUMBER;
      steps.add(
          new Step(
              field.label(),
              settled > 0 ? "the same, which settles it" : "a different one, which settles it",
              settled * Thresholds.SETTLED_MATCH_WEIGHT - sum));
    }
  }

  /// What speaks for and what against, heaviest first, as one sentence without values.
  public String sentence() {
    var about = steps.subList(1, steps.size());
    var settling = about.stream().filter(s -> s.says().endsWith("settles it")).findFirst();
    if (settling.isPresent()) {
      return "The %s is %s.".formatted(settling.get().of(), settling.get().says());
    }
    var agreeing = clues(about, true);
    var against = clues(about, false);
    if (agreeing.isEmpty() && against.isEmpty()) {
      return "Nothing could be compared.";
    }
    var sentence = agreeing.isEmpty() ? "Nothing agrees" : "For: " + String.join(", ", agreeing);
    return sentence + (against.isEmpty() ? "." : "; against: " + String.join(", ", against) + ".");
  }

  /// The same in pieces, for whoever reviews the pair.
  public List<String> clues() {
    var clues = new ArrayList<>(clues(steps.subList(1, steps.size()), true));
    clues.addAll(clues(steps.subList(1, steps.size()), false));
    return clues;
  }

  private static List<String> clues(List<Step> steps, boolean agreeing) {
    return steps.stream()
        .filter(s -> !s.says().endsWith(" value") && (agreeing ? s.weight() > 0 : s.weight() < 0))
        .sorted(Comparator.comparingDouble((Step s) -> -Math.abs(s.weight())))
        .map(s -> s.of() + " " + s.says())
        .collect(Collectors.toList());
  }

  /// As a table of text.
  @Override
  public String toString() {
    return steps.stream()
            .map(s -> String.format(Locale.ROOT, "%+7.2f  %s: %s", s.weight(), s.of(), s.says()))
            .collect(Collectors.joining("\n"))
        + String.format(Locale.ROOT, "%n%+7.2f  together", weight);
  }
}
