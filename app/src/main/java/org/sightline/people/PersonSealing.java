package org.sightline.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.springframework.stereotype.Component;

/// Seals what is in a person's record under the record's own key, so that it can be made unreadable
/// as a whole (CR-06).
@Component
class PersonSealing {

  private final RecordKeys keys;

  PersonSealing(RecordKeys keys) {
    this.keys = keys;
  }

  byte[] seal(PersonId person, SealedColumn column, UUID row, String text) {
    return keys.seal(person.value(), column, row, text);
  }

  byte @Nullable [] sealIfAny(
      PersonId person, SealedColumn column, UUID row, @Nullable String text) {
    return text == null || text.isBlank() ? null : seal(person, column, row, text.strip());
  }

  String open(PersonId person, SealedColumn column, UUID row, byte[] sealed) {
    return keys.open(person.value(), column, row, sealed);
  }

  @Nullable String openIfAny(
      PersonId person, SealedColumn column, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? null : open(person, column, row, sealed);
  }
}
