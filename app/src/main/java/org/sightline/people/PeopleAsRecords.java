package org.sightline.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.RecordKind;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Records of people can be sealed to people by name, and closed to one person (AC-06, AC-10).
@Component
class PeopleAsRecords implements RecordKind {

  private final JdbcPeople people;
  private final Words words;

  PeopleAsRecords(JdbcPeople people, Words words) {
    this.people = people;
    this.words = words;
  }

  @Override
  public Optional<Found> find(UUID record) {
    return people.holders(new PersonId(record)).stream()
        .findFirst()
        .map(
            held ->
                new Found(
                    held,
                    words.say("people.record.title"),
                    "/people/" + held + "/" + record,
                    Set.of(Casework.WORKERS),
                    people.isBroughtInBy(new PersonId(record), held)));
  }
}
