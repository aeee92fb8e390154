package org.sightline.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.network.map.ElementId;

/// What people decided about the threshold of an assessment (B47 to B50).
///
/// @param element what on the map it is about, or `null` for the whole exercise
public record ThresholdDecision(
    UUID id, @Nullable ElementId element, Said said, boolean isTakenBack, UserId by, Instant at) {

  /// The two prompts after mapping.
  public enum Question {
    /// Are there clear links and a significant risk? Then a peer assessment, or a further one.
    PEER,
    /// Is there a concern about a place or school, and is the threshold met? Then a context
    /// assessment.
    CONTEXT
  }

  /// How somebody answers a half of a prompt.
  public enum Fact {
    YES,
    NO,
    NOT_SURE
  }

  /// Whether there will be an assessment.
  public enum Decision {
    YES,
    NO,
    NOT_YET
  }

  /// What was decided.
  ///
  /// @param first whether there are clear links, or a concern about the place
  /// @param second whether the risk is significant, or the threshold met
  public record Said(
      Question question,
      Fact first,
      Fact second,
      Decision decision,
      LocalDate decidedOn,
      Words words) {}

  /// The words of a decision.
  ///
  /// @param decidedBy names and roles
  /// @param document the title of the threshold or wellbeing document it was measured by
  /// @param version of that document
  /// @param place where it can be read, or empty
  public record Words(
      String decidedBy, String why, String document, String version, String place) {}
}
