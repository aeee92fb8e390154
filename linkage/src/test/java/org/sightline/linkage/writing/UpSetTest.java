package org.sightline.linkage.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.counting.Overlaps;
import org.sightline.linkage.counting.Overlaps.OfList;
import org.sightline.linkage.counting.Overlaps.OfLists;
import org.sightline.linkage.counting.Overlaps.Range;

/// The chart of the report.
class UpSetTest {

  @Test
  void aBarIsAsHighAsItsPeopleAndHasADotForEachListOfItsSet() {
    var svg = new UpSet(overlaps(2)).svg();

    assertThat(svg)
        .contains("height=\"200\" fill=\"#1d70b8\"/>")
        .contains(">40</text>")
        .contains("height=\"100\" fill=\"#1d70b8\"/>")
        .contains(">20</text>")
        .doesNotContain("more in the tables");
    assertThat(svg.split("fill=\"#0b0c0c\"", -1)).as("dots of A, and of A and B").hasSize(4);
  }

  @Test
  void setsBeyondTheThirtiethAreCounted() {
    assertThat(new UpSet(overlaps(33)).svg())
        .contains("The 30 sets of lists with the most people, and 3 more in the tables below.");
  }

  private static Overlaps overlaps(int sets) {
    var exactly = new ArrayList<OfLists>();
    for (int i = 0; i < sets; i++) {
      long people = i == 0 ? 40 : i == 1 ? 20 : 1;
      exactly.add(new OfLists(i == 0 ? List.of("A") : List.of("A", "B"), range(people)));
    }
    var lists = List.of(new OfList("A", 60, range(60)), new OfList("B", 20, range(20)));
    return new Overlaps(lists, range(60), List.of(), exactly);
  }

  private static Range range(long people) {
    return new Range(people, people, people, people);
  }
}
