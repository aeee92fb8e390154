package org.sightline.linkage.comparing;

/// How far two values agree. Each comparison uses some of these; their order is the order of the
/// models, and `MISSING` is always first.
public enum Level {
  MISSING("one of the two is missing", "missing"),
  EXACT("the same", "the same"),
  SAME_NAME("another form of the same name", "another form of the same name"),
  CLOSE("nearly the same", "nearly the same"),
  SIMILAR("similar", "similar"),
  SWAPPED("forename and surname swapped", "swapped with the other name"),
  PARTLY("one part the same", "the same in one part"),
  DAY_MONTH("day and month swapped", "the same with day and month swapped"),
  ONE_DIGIT("one sign differs", "different in one sign"),
  TWO_PARTS("two of day, month and year the same", "the same in two of day, month and year"),
  ONE_YEAR("within a year", "less than a year apart"),
  SECTOR("the same postcode sector", "in the same sector"),
  DISTRICT("the same postcode district", "in the same district"),
  TWO_DIGITS("two signs differ", "different in two signs"),
  SAME_USER("the same name at another address", "the same before the @"),
  DIFFERENT("different", "different");

  private final String label;
  private final String words;

  Level(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /// In models and charts.
  public String label() {
    return label;
  }

  /// In a sentence after "forename".
  public String words() {
    return words;
  }
}
