package org.sightline.network.drawing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.Preparing;
import org.sightline.network.Subject;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.people.People;
import org.sightline.people.Person;
import org.springframework.stereotype.Component;

/// Who and what a piece of work has written down already and has not put on its map: its records of
/// people, and who and what is part of its exercise (B25, B26).
@Component
class KnownHere {

  private final People people;
  private final Exercises exercises;
  private final Preparing preparing;

  KnownHere(People people, Exercises exercises, Preparing preparing) {
    this.people = people;
    this.exercises = exercises;
    this.preparing = preparing;
  }

  /// @param record of the person in `people`, or `null`
  record Known(NodeKind kind, String name, @Nullable UUID record) {}

  /// What can be put on the map, by an id for the form.
  Map<UUID, Known> of(SignedIn who, WorkspaceId work, Picture picture) {
    var onMap = picture.on(ElementKind.NODE);
    Set<String> records =
        onMap.stream().map(node -> node.value(Field.RECORD)).collect(Collectors.toSet());
    Set<String> names =
        onMap.stream()
            .map(node -> plain(node.value(Field.LABEL)))
            .collect(Collectors.toCollection(HashSet::new));
    var known = new LinkedHashMap<UUID, Known>();
    for (var person : people.list(who, work)) {
      UUID record = person.id().value();
      if (!records.contains(record.toString())) {
        known.put(record, new Known(kind(person), person.details().name(), record));
        names.add(plain(person.details().name()));
      }
    }
    if (exercises.mine(who).stream().anyMatch(each -> each.id().equals(work))) {
      for (var subject : preparing.read(who, work).part()) {
        boolean isNew =
            subject.person() == null
                ? names.add(plain(subject.name()))
                : !records.contains(subject.person().toString())
                    && !known.containsKey(subject.person());
        if (isNew) {
          known.put(subject.id(), new Known(kind(subject), subject.name(), subject.person()));
        }
      }
    }
    return known;
  }

  private static NodeKind kind(Person person) {
    return switch (person.details().kind()) {
      case YOUNG_PERSON -> NodeKind.YOUNG_PERSON;
      case ADULT -> NodeKind.ADULT;
      case UNKNOWN -> NodeKind.UNKNOWN_PERSON;
    };
  }

  private static NodeKind kind(Subject subject) {
    return switch (subject.kind()) {
      case YOUNG_PERSON -> NodeKind.YOUNG_PERSON;
      case ADULT -> NodeKind.ADULT;
      case GROUP -> NodeKind.PEER_GROUP;
      case PLACE -> NodeKind.PLACE;
    };
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).strip();
  }
}
