package org.sightline.plans;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What students may be told of a plan (A37, A68). It holds nobody's name, nothing of a place where
/// one adult is in charge, and nothing that is held back.
public record YouSaidWeDid(List<Line> did, List<Line> doing, List<Line> cannot) {

  public YouSaidWeDid {
    did = List.copyOf(did);
    doing = List.copyOf(doing);
    cannot = List.copyOf(cannot);
  }

  /// @param by the day it is promised for, or `null`
  /// @param late whether that day has passed
  public record Line(
      String place, String said, String answer, @Nullable LocalDate by, boolean late) {}

  public boolean isEmpty() {
    return did.isEmpty() && doing.isEmpty() && cannot.isEmpty();
  }
}
