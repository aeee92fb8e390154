package org.sightline.concerns;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.access.RecordKind;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Lets a concern be sealed, closed to one person, and asked who reads it.
@Component
class ConcernRecords implements RecordKind {

  private final JdbcConcerns concerns;
  private final Words words;

  ConcernRecords(JdbcConcerns concerns, Words words) {
    this.concerns = concerns;
    this.words = words;
  }

  @Override
  public Optional<Found> find(UUID record) {
    try {
      var concern = concerns.readable(new ConcernId(record));
      return Optional.of(
          new Found(
              concern.school(),
              words.say("concerns.reading.title", concern.id().receipt()),
              "/concerns/" + concern.id(),
              readers(concern),
              true));
    } catch (NotThere none) {
      return Optional.empty();
    }
  }

  private static Set<Role> readers(Concern concern) {
    return Arrays.stream(Role.values())
        .filter(role -> concern.route().opensTo(Set.of(role), concern.passedOn()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
