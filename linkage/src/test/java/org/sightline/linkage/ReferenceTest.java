package org.sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.testing.Lists;
import org.sightline.linkage.weighing.ShippedModel;

/// The engine beside a slow and plain implementation of the same method.
class ReferenceTest {

  private static final List<String> UPNS = List.of("", "A123456789012", "P123456789013");
  private static final String HEAD = "forename,surname,dob,postcode\n";

  @Property(tries = 150)
  void everyPairWeighsWhatTheTextbookSays(@ForAll("people") List<SlowReference.Person> people)
      throws Exception {
    var slow = new SlowReference(people, ShippedModel.read());
    try (var linkage = new Lists().list("A", csv(people)).by(ShippedModel.read()).link()) {
      long compared = 0;
      for (var pairs : linkage.compared().pairs()) {
        for (int i = 0; i < pairs.size(); i++) {
          assertThat((double) pairs.weight(i))
              .as("%s and %s", people.get(pairs.left(i)), people.get(pairs.right(i)))
              .isCloseTo(slow.weight(pairs.left(i), pairs.right(i)), offset(1e-3));
          compared++;
        }
      }
      assertThat(compared).isEqualTo((long) people.size() * (people.size() - 1) / 2);
    }
  }

  @Property(tries = 150)
  void peopleAreWhatThePlainMethodMakes(@ForAll("people") List<SlowReference.Person> people)
      throws Exception {
    var slow = new SlowReference(people, ShippedModel.read());
    try (var linkage = new Lists().list("A", csv(people)).by(ShippedModel.read()).link()) {
      assertThat(linkage.people().personOf()).containsExactly(slow.personOf());
    }
  }

  /// @param upns which pupil number each has; 0 for none
  /// @param first how many are on the first list
  record Case(
      List<SlowReference.Person> people,
      List<Integer> upns,
      int first,
      boolean free,
      boolean same,
      boolean different) {}

  @Property(tries = 200)
  void numbersJudgementsAndListsWithoutDuplicatesStandAboveTheWeight(@ForAll("cases") Case given)
      throws Exception {
    var people = given.people();
    int n = people.size();
    int first = 1 + given.first() % (n - 1);
    var upns = given.upns().subList(0, n).stream().map(u -> UPNS.get(u)).toList();
    var above =
        new SlowReference.Above(
            upns,
            given.free() ? first : 0,
            given.same() ? List.of(0, n - 1) : List.of(),
            given.different() && n > 2 ? List.of(1, n - 1) : List.of());
    var slow = new SlowReference(people, ShippedModel.read(), above);
    var lists = new Lists().list("A", csv(people, upns, 0, first));
    lists = given.free() ? lists.withoutDuplicates() : lists;
    lists = lists.list("B", csv(people, upns, first, n)).by(ShippedModel.read());
    if (!above.same().isEmpty()) {
      lists.judged(new JudgedRows("A", 1, "B", n - first, Answer.SAME));
    }
    if (!above.different().isEmpty()) {
      lists.judged(
          first > 1
              ? new JudgedRows("A", 2, "B", n - first, Answer.DIFFERENT)
              : new JudgedRows("B", 1, "B", n - first, Answer.DIFFERENT));
    }
    try (var linkage = lists.link()) {
      assertThat(linkage.people().personOf()).containsExactly(slow.personOf());
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    var yes = Arbitraries.of(true, false);
    return Combinators.combine(
            people().filter(p -> p.size() > 2),
            Arbitraries.of(0, 0, 1, 2).list().ofSize(12),
            Arbitraries.integers().between(0, 11),
            yes,
            yes,
            yes)
        .as(Case::new);
  }

  private static String csv(
      List<SlowReference.Person> people, List<String> upns, int from, int to) {
    var text = new StringBuilder("forename,surname,dob,postcode,upn\n");
    for (int i = from; i < to; i++) {
      var p = people.get(i);
      text.append(String.join(",", p.forename(), p.surname(), p.date(), p.postcode(), upns.get(i)))
          .append('\n');
    }
    return text.toString();
  }

  @Property(tries = 60)
  void theWaterfallSumsUpToTheWeight(@ForAll("people") List<SlowReference.Person> people)
      throws Exception {
    try (var linkage = new Lists().list("A", csv(people)).link()) {
      for (var pairs : linkage.compared().pairs()) {
        for (int i = 0; i < pairs.size(); i++) {
          var waterfall = linkage.explain(pairs.left(i), pairs.right(i));
          assertThat(waterfall.weight()).isCloseTo(pairs.weight(i), offset(1e-3));
          assertThat(waterfall.sentence()).endsWith(".");
        }
      }
    }
  }

  @Test
  void theResultIsTheSameWhateverTheNumberOfThreads() throws Exception {
    var rows = new StringBuilder(HEAD);
    var dice = new java.util.SplittableRandom(5);
    for (int i = 0; i < 6000; i++) {
      rows.append("f")
          .append((char) ('a' + dice.nextInt(20)))
          .append((char) ('a' + dice.nextInt(20)))
          .append(",s")
          .append((char) ('a' + dice.nextInt(20)))
          .append((char) ('a' + dice.nextInt(20)))
          .append(",2010%02d%02d".formatted(1 + dice.nextInt(12), 1 + dice.nextInt(28)))
          .append(",lu1")
          .append(dice.nextInt(10))
          .append((char) ('a' + dice.nextInt(20)))
          .append("b\n");
    }
    var results = new ArrayList<String>();
    for (int threads : new int[] {1, 2, 5}) {
      try (var linkage = new Lists().list("A", rows.toString()).threads(threads).link()) {
        results.add(
            Arrays.toString(linkage.people().personOf()) + linkage.model() + linkage.overlaps());
      }
    }

    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(2)).isEqualTo(results.get(0));
  }

  @Provide
  Arbitrary<List<SlowReference.Person>> people() {
    var forenames =
        Arbitraries.of("", "ann", "anna", "william", "bill", "jasmin", "jasmine", "lee", "zoe");
    var surnames = Arbitraries.of("", "lee", "smith", "smyth", "smith jones", "okafor", "ann");
    var dates = Arbitraries.of("", "20100403", "20100304", "20100413", "20141127", "20100925");
    var postcodes = Arbitraries.of("", "lu12ab", "lu12ax", "lu12xy", "mk415cd");
    return Combinators.combine(forenames, surnames, dates, postcodes)
        .as(SlowReference.Person::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }

  private static String csv(List<SlowReference.Person> people) {
    var text = new StringBuilder(HEAD);
    for (var p : people) {
      text.append(String.join(",", p.forename(), p.surname(), p.date(), p.postcode())).append('\n');
    }
    // A row without anything would be no row at all.
    return text.toString();
  }
}
