package org.sightline.engagement.pack;

import java.util.Arrays;
import java.util.Optional;
import org.sightline.engagement.planning.Session;

/// What a pack is made of, in the order in which it is printed.
public enum Part {
  PLAN_SHEETS("plan-sheets", true),
  LIST_SHEETS("list-sheets", true),
  LARGE_PLAN_SHEETS("large-plan-sheets", true),
  MASTER_SHEETS("master-sheets", false),
  HELP_SLIPS("help-slips", false),
  RESPONSE_CARDS("response-cards", false),
  CONCERN_FORMS("concern-forms", false),
  ATTENDANCE_LISTS("attendance-lists", false),
  QUESTIONS("questions", false),
  RUN_SHEETS("run-sheets", false),
  SLIP_BOX("slip-box", false);

  /// The most copies of one part that are printed at once.
  public static final int MOST = 60;

  /// Sheets printed beyond the group, for what goes wrong in the room (practice.md, The room).
  static final int SPARES = 2;

  /// Where the size of the group is not planned yet: the largest a session should have (A14).
  private static final int GROUP = 8;

  private static final int FACILITATORS = 2;

  private final String slug;
  private final boolean labelled;

  Part(String slug, boolean labelled) {
    this.slug = slug;
    this.labelled = labelled;
  }

  /// As in addresses, forms and the audit: "plan-sheets".
  public String slug() {
    return slug;
  }

  /// Whether each copy has a label and a slip of its own, which a closed session no longer gives.
  public boolean isLabelled() {
    return labelled;
  }

  static Optional<Part> of(String slug) {
    return Arrays.stream(values()).filter(part -> part.slug.equals(slug)).findFirst();
  }

  /// How many copies are offered: what the group needs, two of what each facilitator holds.
  int copiesFor(Session session) {
    Integer planned = session.details().groupSize();
    int group = planned == null ? GROUP : planned;
    return switch (this) {
      case PLAN_SHEETS, HELP_SLIPS -> Math.min(MOST, group + SPARES);
      case LIST_SHEETS, LARGE_PLAN_SHEETS, MASTER_SHEETS -> 0;
      case RESPONSE_CARDS, CONCERN_FORMS, QUESTIONS -> FACILITATORS;
      case ATTENDANCE_LISTS, RUN_SHEETS, SLIP_BOX -> 1;
    };
  }
}
