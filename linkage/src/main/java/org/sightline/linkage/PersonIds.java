package org.sightline.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Ids of people that stay what they are when lists are linked again.
///
/// A person keeps the id that most of its records had before, the smaller one where two are even.
/// An id goes to one person only: the one with the most of its records. Everybody else gets a new
/// id, higher than any that was given before.
///
/// @param ids for each person its id
/// @param events what became of the ids of before
public record PersonIds(List<String> ids, List<Event> events) {

  /// What happened to people between two runs.
  public sealed interface Event {}

  /// Records of several people of before are one person now.
  public record Merged(String into, List<String> from) implements Event {}

  /// Records of one person of before are several now.
  public record Split(String from, List<String> into) implements Event {}

  /// A record by the name of its list and its row.
  public record RecordKey(String list, int row) {}

  public PersonIds {
    ids = List.copyOf(ids);
    events = List.copyOf(events);
  }

  public static PersonIds of(Linkage linkage, Map<RecordKey, String> before) {
    return of(linkage, before, 0);
  }

  /// @param highest the highest number that was given before, also to people who are gone
  public static PersonIds of(Linkage linkage, Map<RecordKey, String> before, long highest) {
    int count = linkage.people().count();
    var votes = new ArrayList<Map<String, Integer>>();
    for (int person = 0; person < count; person++) {
      votes.add(Map.of());
    }
    if (!before.isEmpty()) {
      collect(linkage, before, votes);
    }
    var ids = given(votes, before, highest);
    return new PersonIds(ids, events(votes, ids));
  }

  private static void collect(
      Linkage linkage, Map<RecordKey, String> before, List<Map<String, Integer>> votes) {
    for (int row = 0; row < linkage.records().rows(); row++) {
      var place = linkage.placeOf(row);
      var id = before.get(new RecordKey(linkage.lists().get(place.list()).name(), place.row()));
      if (id != null) {
        int person = linkage.people().personOf()[row];
        if (votes.get(person).isEmpty()) {
          votes.set(person, new TreeMap<>());
        }
        votes.get(person).merge(id, 1, Integer::sum);
      }
    }
  }

  private static List<String> given(
      List<Map<String, Integer>> votes, Map<RecordKey, String> before, long highest) {
    record Claim(int person, String id, int records) {}
    var claims = new ArrayList<Claim>();
    for (int person = 0; person < votes.size(); person++) {
      int p = person;
      votes.get(person).forEach((id, records) -> claims.add(new Claim(p, id, records)));
    }
    claims.sort(
        (a, b) ->
            a.records() != b.records()
                ? b.records() - a.records()
                : a.id().equals(b.id())
                    ? a.person() - b.person()
                    : number(a.id()) != number(b.id())
                        ? Long.compare(number(a.id()), number(b.id()))
                        : a.id().compareTo(b.id()));
    var ids = new String[votes.size()];
    Set<String> taken = new HashSet<>();
    for (var claim : claims) {
      if (ids[claim.person()] == null && taken.add(claim.id())) {
        ids[claim.person()] = claim.id();
      }
    }
    long next =
        Math.max(highest, before.values().stream().mapToLong(PersonIds::number).max().orElse(0))
            + 1;
    for (int person = 0; person < ids.length; person++) {
      if (ids[person] == null) {
        ids[person] = Long.toString(next++);
      }
    }
    return List.of(ids);
  }

  /// The number an id is, or 0.
  public static long number(String id) {
    return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
  }

  private static List<Event> events(List<Map<String, Integer>> votes, List<String> ids) {
    var events = new ArrayList<Event>();
    var peopleOf = new TreeMap<String, Set<String>>();
    for (int person = 0; person < votes.size(); person++) {
      var id = ids.get(person);
      var others = new TreeSet<>(votes.get(person).keySet());
      others.forEach(old -> peopleOf.computeIfAbsent(old, o -> new TreeSet<>()).add(id));
      if (others.size() > 1) {
        others.remove(id);
        events.add(new Merged(id, List.copyOf(others)));
      }
    }
    peopleOf.forEach(
        (old, now) -> {
          if (now.size() > 1) {
            events.add(new Split(old, List.copyOf(now)));
          }
        });
    return events;
  }

  /// No earlier run.
  public static Map<RecordKey, String> none() {
    return new HashMap<>();
  }
}
