package org.sightline.engagement.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A young person on the list of a session, with what has come back.
///
/// @param age in years, or `null` while nobody wrote it down
/// @param issued which form went out and when, or `null`
/// @param returned the last form that came back, or `null`
/// @param withdrawal how consent was taken back, or `null`
public record Entry(
    UUID id,
    String name,
    @Nullable Integer age,
    @Nullable Issued issued,
    @Nullable Returned returned,
    @Nullable Withdrawal withdrawal) {

  public record Issued(FormKind form, LocalDate on) {}

  /// @param wordsHash of the exact words they had before them
  public record Returned(
      UUID id,
      UUID textVersion,
      Form form,
      byte[] wordsHash,
      boolean research,
      Given given,
      LocalDate recordedOn) {}

  /// Consent taken back, with what that changes (H01).
  public record Withdrawal(Effect effect, LocalDate on) {}

  public enum Effect {
    BEFORE,
    DURING,
    AFTER
  }

  /// Whether they may take part today: a form that has not come back is not a yes (A21).
  public boolean takesPart() {
    return returned != null && returned.given().yes() && withdrawal == null;
  }
}
