package org.sightline.contexts.floorplans;

/// What came of an uploaded plan: a safe picture, or a sentence saying why not.
public sealed interface Intake {

  /// A picture we made ourselves from what was sent.
  ///
  /// @param pages how many pages the upload had, 1 for a picture; offer the choice when more
  record Taken(PlanPicture picture, int pages) implements Intake {

    public Taken {
      if (pages < 1 || pages > PlanLimits.MAX_PAGES) {
        throw new IllegalArgumentException("A plan cannot have %d pages".formatted(pages));
      }
    }
  }

  /// Nothing was kept.
  ///
  /// @param sentence what was wrong and what to do, for the person who sent the file
  record Refused(String sentence) implements Intake {}
}
