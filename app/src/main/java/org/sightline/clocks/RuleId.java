package org.sightline.clocks;

/// The name of a rule in the rule book, in lower case with hyphens.
public record RuleId(String value) {

  public static final RuleId WITHDRAWAL = new RuleId("withdrawal");
  public static final RuleId CONCERN_SEEN = new RuleId("concern-seen");
  public static final RuleId CONCERN_DECIDED = new RuleId("concern-decided");
  public static final RuleId CONCERN_DEPUTY = new RuleId("concern-deputy");
  public static final RuleId MEASURE_DUE = new RuleId("measure-due");
  public static final RuleId MEASURE_REVIEW = new RuleId("measure-review");
  public static final RuleId MEASURE_AT_RISK = new RuleId("measure-at-risk");
  public static final RuleId ROUND_COMPARISON = new RuleId("round-comparison");

  public RuleId {
    if (!value.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException(
          "A rule's name is lower-case words joined by hyphens, not \"%s\"".formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
