package org.sightline.sharing;

/// What something is shared for: one purpose for each share (C01), from this list only.
public enum Purpose {
  EARLY_IDENTIFICATION(Work.EARLY_INTERVENTION),
  ASSESSMENT_ON_REQUEST(Work.ASSESSMENT),
  DISRUPTION(Work.INTELLIGENCE),
  CASE_MANAGEMENT(Work.ASSESSMENT),
  PROFILING(Work.INTELLIGENCE),
  SAFER_PLACES(Work.EARLY_INTERVENTION),
  AUDIT(Work.ASSESSMENT);

  private final Work work;

  Purpose(Work work) {
    this.work = work;
  }

  /// The kind of work this purpose belongs to.
  public Work work() {
    return work;
  }

  /// Kinds of work that are never mixed (C02, H10).
  public enum Work {
    ASSESSMENT,
    INTELLIGENCE,
    EARLY_INTERVENTION
  }
}
