package org.sightline.clocks;

import java.util.Locale;
import java.util.stream.Collectors;

/// Writes the rule book as a page of the documentation.
final class RuleBookPage {

  private static final String TOP =
      """
      # Clocks: the rule book of deadlines

      Every date Sightline shows comes from one of these rules and says which. The rules live in
      `app/src/main/resources/clocks/rule-book.yaml`; this page is made from them.

      * The day that starts a clock is not counted. The last day is, to midnight in London.
      * A working day is a weekday that is no bank holiday in the nation concerned. A school day is
        a working day on which the school is open to pupils. An inset day is a working day, no
        school day.
      * A month later is the same day of that month, or its last day when there is no such day.
      * A date that falls on a day off only ever moves later. One that is counted back from what it has
        to come before moves earlier.
      * Hours are counted as they pass, also when the clocks change.
      * On a day the school is shut, "the same school day" means that day if it is a working day,
        and otherwise the next working day: a worry never waits for the end of a holiday.
      * School holidays that nobody has entered look like term, and the date then says so.

      A council reads and changes the rules on the page "Rule book" of the staff site. Only the parts
      named in the last column can be changed, and only within the limits given there. Each change
      keeps who made it, when and why; a date that was computed before keeps the rule it was computed
      by.

      """;

  private RuleBookPage() {}

  static String of(RuleBook rules) {
    return TOP
        + "| Rule | What it asks | Length | Counted from | On a day off | Warning | Source | Can be changed |\n"
        + "|---|---|---|---|---|---|---|---|\n"
        + rules.rules().stream().map(RuleBookPage::row).collect(Collectors.joining());
  }

  private static String row(Rule rule) {
    return "| `%s` | %s | %s %s | %s | %s | %s | %s: %s | %s |\n"
        .formatted(
            rule.id(),
            rule.sentence(),
            rule.length(),
            rule.direction(),
            rule.trigger(),
            rule.landing().words(rule.isBefore()),
            rule.warning() == 0 ? "none" : rule.warning() + " days before",
            rule.source().requirement(),
            rule.source().guidance(),
            changes(rule));
  }

  private static String changes(Rule rule) {
    if (rule.limits().parts().isEmpty()) {
      return "nothing";
    }
    return rule.limits().parts().stream()
        .sorted()
        .map(part -> words(part, rule))
        .collect(Collectors.joining("; "));
  }

  private static String words(Rule.Part part, Rule rule) {
    var word = part.name().toLowerCase(Locale.ROOT);
    return switch (part) {
      case AMOUNT -> "%s, %d to %d".formatted(word, rule.limits().least(), rule.limits().most());
      case KIND ->
          rule.limits().kinds().stream()
              .sorted()
              .map(Kind::code)
              .collect(Collectors.joining(" or ", "kind, ", ""));
      case LANDING, LATEST, WARNING -> word;
    };
  }
}
