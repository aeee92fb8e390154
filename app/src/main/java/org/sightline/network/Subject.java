package org.sightline.network;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// Somebody or something an exercise is about, or might be (B25, B26, B77).
///
/// @param person their record, or `null`
/// @param because why they are, or are not, part of it; for a candidate who mentioned them
/// @param checked when somebody last checked whether others work on them too, or `null` (B28)
public record Subject(
    UUID id,
    Kind kind,
    @Nullable UUID person,
    String name,
    Decision decision,
    String because,
    UserId by,
    Instant at,
    @Nullable Instant checked) {

  /// What it is.
  public enum Kind {
    YOUNG_PERSON,
    ADULT,
    GROUP,
    PLACE
  }

  /// Whether they are part of the exercise. A candidate needs a decision.
  public enum Decision {
    PROPOSED,
    PART,
    NO_PART
  }

  public Subject {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Everybody and every place is called something");
    }
  }

  public boolean isPerson() {
    return kind == Kind.YOUNG_PERSON || kind == Kind.ADULT;
  }

  public boolean isPlace() {
    return kind == Kind.PLACE;
  }
}
