package org.sightline.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.clustering.Judgement;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.clustering.People;
import org.sightline.linkage.weighing.Numbered;

/// Why two records that look like one person were made two, in a clause without values.
final class Partings {

  private final Records records;
  private final List<ListFile> lists;
  private final People people;
  private final Numbered numbered;
  private final Set<Long> judgedApart = new HashSet<>();
  private final int[] starts;
  private final int[] rows;

  Partings(
      Records records,
      List<ListFile> lists,
      People people,
      Numbered numbered,
      List<Judgement> judgements) {
    this.records = records;
    this.lists = lists;
    this.people = people;
    this.numbered = numbered;
    int[] personOf = people.personOf();
    for (var judgement : judgements) {
      if (judgement.answer() == Answer.DIFFERENT) {
        judgedApart.add(pair(personOf[judgement.left()], personOf[judgement.right()]));
      }
    }
    starts = new int[people.count() + 1];
    for (int person : personOf) {
      starts[person + 1]++;
    }
    for (int person = 0; person < people.count(); person++) {
      starts[person + 1] += starts[person];
    }
    rows = new int[personOf.length];
    int[] next = starts.clone();
    for (int row = 0; row < rows.length; row++) {
      rows[next[personOf[row]]++] = row;
    }
  }

  String between(int left, int right) {
    int a = people.personOf()[left];
    int b = people.personOf()[right];
    if (judgedApart.contains(pair(a, b))) {
      return "a person judged records of the two to be different";
    }
    int list = sharedList(a, b);
    if (list >= 0) {
      return "the list %s holds nobody twice".formatted(lists.get(list).name());
    }
    if (differ(numbers(a, true), numbers(b, true))) {
      return "their records hold different UPNs";
    }
    if (differ(numbers(a, false), numbers(b, false))) {
      return "their records hold different NHS numbers";
    }
    return "their other records together speak against it";
  }

  /// A list without duplicates that both are on, or -1.
  private int sharedList(int a, int b) {
    for (int i = starts[a]; i < starts[a + 1]; i++) {
      int list = records.listOf(rows[i]);
      for (int j = starts[b]; lists.get(list).duplicateFree() && j < starts[b + 1]; j++) {
        if (records.listOf(rows[j]) == list) {
          return list;
        }
      }
    }
    return -1;
  }

  private Set<Integer> numbers(int person, boolean upn) {
    var numbers = new HashSet<Integer>();
    for (int i = starts[person]; i < starts[person + 1]; i++) {
      numbers.add(upn ? numbered.upn(rows[i]) : numbered.nhs(rows[i]));
    }
    numbers.remove(0);
    return numbers;
  }

  private static boolean differ(Set<Integer> some, Set<Integer> others) {
    return !some.isEmpty() && !others.isEmpty() && !some.equals(others);
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
