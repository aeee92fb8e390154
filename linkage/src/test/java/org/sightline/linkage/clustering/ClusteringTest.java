package org.sightline.linkage.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.testing.Given;
import org.sightline.linkage.weighing.Numbered;
import org.sightline.linkage.weighing.Pairs;

class ClusteringTest {

  @ParameterizedTest
  @MethodSource("table")
  void linksMakePeople(NamedCsvRecord row) {
    var records = List.of(row.getField("records").split(" "));
    var links = row.getField("links").split(" ");
    int[] left = new int[links.length];
    int[] right = new int[links.length];
    float[] weights = new float[links.length];
    for (int i = 0; i < links.length; i++) {
      var parts = links[i].split("[-:]", 3);
      left[i] = records.indexOf(parts[0]);
      right[i] = records.indexOf(parts[1]);
      weights[i] = Float.parseFloat(parts[2]);
    }

    var people =
        new Clustering(
                records.size(),
                List.of(Pairs.of(left, right, weights)),
                bonds(records.size(), List.of(), new boolean[] {false}))
            .people();

    assertThat(inWords(people, records)).as(row.getField("case")).isEqualTo(row.getField("people"));
  }

  static Stream<NamedCsvRecord> table() {
    return Given.table("clustering.csv").stream();
  }

  @Test
  void whatAPersonJudgedDifferentIsNeverJoined() {
    var judged = List.of(new Judgement(0, 2, Answer.DIFFERENT));
    var pairs = Pairs.of(new int[] {0, 1}, new int[] {1, 2}, new float[] {30, 25});

    var people =
        new Clustering(3, List.of(pairs), bonds(3, judged, new boolean[] {false})).people();

    assertThat(people.personOf()).containsExactly(0, 0, 1);
  }

  @Test
  void whatAPersonJudgedTheSameIsJoinedWithoutALink() {
    var judged = List.of(new Judgement(0, 2, Answer.SAME));
    var pairs = Pairs.of(new int[] {}, new int[] {}, new float[] {});

    var people =
        new Clustering(3, List.of(pairs), bonds(3, judged, new boolean[] {false})).people();

    assertThat(people.personOf()).containsExactly(0, 1, 0);
  }

  @Test
  void aListWithoutDuplicatesHasNobodyTwice() {
    var pairs = Pairs.of(new int[] {0, 1}, new int[] {2, 2}, new float[] {30, 25});
    var bonds = new Bonds(numbered(3), List.of(), new int[] {0, 2, 3}, new boolean[] {true, false});

    var people = new Clustering(3, List.of(pairs), bonds).people();

    assertThat(people.personOf()).containsExactly(0, 1, 0);
  }

  @Test
  void theCertaintyIsThatOfTheWeakestLink() {
    var pairs = Pairs.of(new int[] {0, 1}, new int[] {1, 2}, new float[] {30, 4});

    var people =
        new Clustering(4, List.of(pairs), bonds(4, List.of(), new boolean[] {false})).people();

    assertThat(people.certainty(0)).isCloseTo(16 / 17.0, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(people.certainty(1)).isGreaterThan(0.9999);
  }

  private static Bonds bonds(int rows, List<Judgement> judged, boolean[] free) {
    return new Bonds(numbered(rows), judged, new int[] {0, rows}, free);
  }

  private static Numbered numbered(int rows) {
    return new Numbered(
        new Records(List.of("A"), List.of(), new int[0], List.of(), new int[] {0, rows}));
  }

  private static String inWords(People people, List<String> records) {
    var groups = new TreeMap<Integer, List<String>>();
    for (int row = 0; row < records.size(); row++) {
      groups.computeIfAbsent(people.personOf()[row], p -> new ArrayList<>()).add(records.get(row));
    }
    return groups.values().stream().map(g -> String.join("", g)).collect(Collectors.joining(" "));
  }

  @Test
  void theOrderOfPartsOfThePairsDoesNotMatter() {
    var one = Pairs.of(new int[] {0}, new int[] {1}, new float[] {8});
    var other = Pairs.of(new int[] {1}, new int[] {2}, new float[] {9});
    var free = new boolean[] {false};

    var forwards = new Clustering(3, List.of(one, other), bonds(3, List.of(), free)).people();
    var backwards = new Clustering(3, List.of(other, one), bonds(3, List.of(), free)).people();

    assertThat(Arrays.equals(forwards.personOf(), backwards.personOf())).isTrue();
  }
}
