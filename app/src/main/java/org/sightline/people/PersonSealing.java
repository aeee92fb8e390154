package org.sightline.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.stereotype.Component;

/// Seals what is in a person's record. The one place that knows under which key, so that a record
/// can be made unreadable as a whole (CR-06).
@Component
class PersonSealing {

  private final Sealing sealing;

  PersonSealing(Sealing sealing) {
    this.sealing = sealing;
  }

  byte[] seal(PersonId person, SealedColumn column, UUID row, String text) {
    return sealing.seal(column, row, text);
  }

  byte @Nullable [] sealIfAny(
      PersonId person, SealedColumn column, UUID row, @Nullable String text) {
    return sealing.sealIfAny(column, row, text);
  }

  String open(PersonId person, SealedColumn column, UUID row, byte[] sealed) {
    return sealing.open(column, row, sealed);
  }

  @Nullable String openIfAny(
      PersonId person, SealedColumn column, UUID row, byte @Nullable [] sealed) {
    return sealing.openIfAny(column, row, sealed);
  }
}
