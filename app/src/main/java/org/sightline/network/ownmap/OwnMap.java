package org.sightline.network.ownmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A young person's own map: "me" in the middle, who they put around it, what they answered, and
/// what they plan. Every change makes a new one.
///
/// @param people in the order in which they were put there
/// @param replies by the number of the question, from 1 to [#QUESTIONS]
public record OwnMap(List<Someone> people, Map<Integer, Reply> replies, List<Plan> plans) {

  public static final int QUESTIONS = 10;

  /// As many as can be told apart on a sheet.
  public static final int MOST = 60;

  private static final int SLOTS = 24;

  public OwnMap {
    people = List.copyOf(people);
    replies = Map.copyOf(replies);
    plans = List.copyOf(plans);
    if (people.size() > MOST || plans.size() > MOST) {
      throw new IllegalArgumentException("More than fit on a map");
    }
    if (!replies.keySet().stream().allMatch(number -> number >= 1 && number <= QUESTIONS)) {
      throw new IllegalArgumentException("There is no such question");
    }
  }

  public static OwnMap empty() {
    return new OwnMap(List.of(), Map.of(), List.of());
  }

  public boolean isFull() {
    return people.size() >= MOST;
  }

  public @Nullable Someone find(UUID id) {
    return people.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /// Those on a ring, clockwise.
  public List<Someone> on(int ring) {
    return people.stream()
        .filter(one -> one.ring() == ring)
        .sorted(java.util.Comparator.comparingInt(Someone::angle))
        .toList();
  }

  /// Puts somebody there, or in place of what was said of them before; on a full map nobody.
  public OwnMap with(Someone someone) {
    if (find(someone.id()) != null) {
      return changed(someone.id(), before -> someone);
    }
    if (isFull()) {
      return this;
    }
    var all = new ArrayList<>(people);
    all.add(someone);
    return new OwnMap(all, replies, plans);
  }

  public OwnMap changed(UUID id, UnaryOperator<Someone> how) {
    return new OwnMap(
        people.stream().map(one -> one.id().equals(id) ? how.apply(one) : one).toList(),
        replies,
        plans);
  }

  /// Without some of them; answers do not point at them any more.
  public OwnMap without(Set<UUID> ids) {
    var kept = new TreeMap<Integer, Reply>();
    replies.forEach(
        (number, reply) ->
            kept.put(
                number,
                new Reply(
                    reply.how(),
                    reply.people().stream().filter(id -> !ids.contains(id)).toList(),
                    reply.words())));
    return new OwnMap(people.stream().filter(one -> !ids.contains(one.id())).toList(), kept, plans);
  }

  /// For a reader who must not know of some of them: what was answered about those is not said
  /// either.
  public OwnMap hiding(Set<UUID> ids) {
    var kept = new TreeMap<Integer, Reply>();
    replies.forEach(
        (number, reply) -> {
          if (reply.people().stream().noneMatch(ids::contains)) {
            kept.put(number, reply);
          }
        });
    return new OwnMap(people, kept, plans).without(ids);
  }

  public OwnMap replying(int question, Reply reply) {
    var all = new TreeMap<>(replies);
    all.put(question, reply);
    return new OwnMap(people, all, plans);
  }

  public OwnMap planning(Plan plan) {
    var all = new ArrayList<>(plans);
    all.removeIf(one -> one.id().equals(plan.id()));
    if (all.size() >= MOST) {
      return this;
    }
    all.add(plan);
    return new OwnMap(people, replies, all);
  }

  public OwnMap notPlanning(UUID plan) {
    return new OwnMap(
        people, replies, plans.stream().filter(one -> !one.id().equals(plan)).toList());
  }

  public List<Plan> plans(Plan.For what) {
    return plans.stream().filter(one -> one.what() == what).toList();
  }

  /// Where there is most room on a ring, in degrees.
  public int roomOn(int ring) {
    int best = 0;
    int most = -1;
    for (int slot = 0; slot < SLOTS; slot++) {
      int angle = (30 * ring + slot * 360 / SLOTS) % 360;
      int room = 360;
      for (var one : people) {
        if (one.ring() == ring) {
          int apart = Math.abs(one.angle() - angle);
          room = Math.min(room, Math.min(apart, 360 - apart));
        }
      }
      if (room > most) {
        most = room;
        best = angle;
      }
    }
    return best;
  }
}
