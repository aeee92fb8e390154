package org.sightline.network.bringing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.network.Maps;
import org.sightline.network.map.ElementKind;
import org.sightline.network.taking.SecondPerson;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A file of a thousand people and fourteen thousand lines, through the pages, and a map of 500
/// people taken out again. How long it takes is printed; `bench/README.md` has the figures. Fails
/// only when something is wrong.
@SightlineTest
@Tag("long")
class BringingCostTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  @Test
  void aThousandPeopleAndFourteenThousandLinesAreBrought() {
    byte[] file = lines(1_000, 14_000);
    for (int run = 1; run <= 3; run++) {
      var team = casework.aTeam("Cost");
      var work = casework.aPieceOf(team);
      var chair = people.signedIn(team.chair());
      String page = "/network/maps/" + work;
      chair.get(page);

      long start = System.nanoTime();
      var looked = chair.upload(page + "/import", "file", "lines.csv", file);
      double looking = seconds(start);
      start = System.nanoTime();
      var drawn = chair.post(looked.path(), answers(looked));
      double drawing = seconds(start);

      assertThat(drawn.status()).isEqualTo(200);
      var map = maps.open(team.asChair(), work);
      assertThat(map.on(ElementKind.NODE)).hasSize(1_000);
      assertThat(map.on(ElementKind.LINE)).hasSize(14_000);
      System.err.printf(
          Locale.UK,
          "Run %d: 1,000 people and 14,000 lines looked at in %.2f s, drawn in %.2f s, together %.2f s%n",
          run,
          looking,
          drawing,
          looking + drawing);
      if (run == 3) {
        SecondPerson.agrees(chair, people.signedIn(team.practitioner()), page);
        take(chair, page, "of 1,000 people and 14,000 lines", "copies/picture-and-sentences.pdf");
      }
    }
  }

  @Test
  void aMapOfFiveHundredIsTakenOut() {
    var team = casework.aTeam("Cost");
    var work = casework.aPieceOf(team);
    var chair = people.signedIn(team.chair());
    String page = "/network/maps/" + work;
    var looked = chair.upload(page + "/import", "file", "lines.csv", lines(500, 2_000));
    chair.post(looked.path(), answers(looked));
    SecondPerson.agrees(chair, people.signedIn(team.practitioner()), page);
    take(chair, page, "of 500 people and 2,000 lines");
    take(chair, page, "of 500 people and 2,000 lines, again");
  }

  /// @param refused what is too large for this map, if anything
  private static void take(Visitor chair, String page, String what, String... refused) {
    var said = new StringBuilder("Taken out, a map ").append(what).append(':');
    for (String file :
        new String[] {
          "drawn",
          "table",
          "copies/picture-a4.pdf",
          "copies/picture-a3.pdf",
          "copies/picture-and-sentences.pdf",
          "copies/picture.png",
          "copies/picture.svg",
          "copies/people.xlsx",
          "copies/lines.xlsx",
          "copies/lines.csv",
          "copies/matrix.csv",
          "copies/matrix.xlsx",
          "copies/map.graphml",
          "copies/map.gexf",
          "copies/map.net"
        }) {
      long start = System.nanoTime();
      var taken = chair.get(page + "/" + file);
      assertThat(taken.status()).as(file).isEqualTo(List.of(refused).contains(file) ? 422 : 200);
      said.append(
          String.format(
              Locale.UK,
              " %s %.2f s (%,d kB);",
              file.replace("copies/", ""),
              seconds(start),
              taken.response().body().length / 1_000));
    }
    System.err.println(said);
  }

  private static byte[] lines(int size, int count) {
    var random = new Random(3);
    var file = new StringBuilder("source,target,weight\n");
    var drawn = new HashSet<Long>();
    while (drawn.size() < count) {
      // Everybody has a line to the one before, so that all come onto the map.
      int i = drawn.size();
      int one = i < size ? i : random.nextInt(size);
      int other = i < size ? (i + 1) % size : random.nextInt(size);
      if (one != other && drawn.add((long) Math.min(one, other) * size + Math.max(one, other))) {
        file.append("Invented ").append(one).append(",Invented ").append(other).append(',');
        file.append(1 + random.nextInt(5)).append('\n');
      }
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String[] answers(Visitor.Arrived looked) {
    return new String[] {
      "edit",
      looked.page().select("input[name=edit]").attr("value"),
      "kind",
      "YOUNG_PERSON",
      "line-kind",
      "KNOW_EACH_OTHER",
      "role",
      "teacher",
      "agency",
      "School",
      "seen-or-heard",
      "HEARD",
      "when-day",
      "3",
      "when-month",
      "5",
      "when-year",
      "2026"
    };
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
