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
  public static final RuleId ROLES_LOOKED_THROUGH = new RuleId("roles-looked-through");
  public static final RuleId ROLES_REMINDED = new RuleId("roles-reminded");
  public static final RuleId ROLES_TOLD = new RuleId("roles-told");
  public static final RuleId ACCOUNT_SUSPENDED = new RuleId("account-suspended");
  public static final RuleId ACCOUNT_WARNED = new RuleId("account-warned");
  public static final RuleId RECEIPT_GIVEN = new RuleId("receipt-given");
  public static final RuleId SIGNPOST_ANSWERED = new RuleId("signpost-answered");
  public static final RuleId FIRST_MAPPING = new RuleId("first-mapping");
  public static final RuleId FIRST_PARTNERS = new RuleId("first-partners");
  public static final RuleId LIST_OUT = new RuleId("list-out");
  public static final RuleId MINUTES_FILED = new RuleId("minutes-filed");
  public static final RuleId MAPPING_REVIEW = new RuleId("mapping-review");
  public static final RuleId REVIEW_AFTER_EVENT = new RuleId("review-after-event");

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
