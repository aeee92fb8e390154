package org.sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.linkage.PersonIds.RecordKey;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.testing.Lists;
import org.sightline.linkage.weighing.ShippedModel;
import org.sightline.linkage.weighing.SplinkSettings;
import org.sightline.linkage.writing.Results;

class LinkerTest {

  private static final String HEAD = "forename,surname,dob,postcode,school\n";
  private static final String POLICE =
      HEAD
          + "Ann,Lee,03/04/2010,LU1 2AB,Hill Top\n"
          + "Bill,Okafor,09/09/2011,LU3 4CD,Hill Top\n"
          + "Zoe,Wojcik,21/01/2009,LU5 6EF,Low Field\n";
  private static final String HEALTH =
      HEAD
          + "Anne,Lee,03/04/2010,LU1 2AB,\n"
          + "Okafor,William,09/09/2011,LU3 4CD,Hill Top\n"
          + "Ida,Novak,11/11/2012,LU7 8GH,Low Field\n";

  @Test
  void judgementsAboutRowsThatAreNotThereAreRefused() {
    var lists = new Lists().list("A", POLICE).judged(new JudgedRows("A", 9, "A", 1, Answer.SAME));

    assertThatThrownBy(lists::link).hasMessageContaining("row 9 of A, which is not there");
  }

  @Test
  void threeAndThreeAreFour() throws Exception {
    try (var linkage = new Lists().list("A", POLICE).list("B", HEALTH).link()) {
      var overlaps = linkage.overlaps();

      assertThat(linkage.people().count()).isEqualTo(4);
      assertThat(overlaps.intersections().getFirst().lists()).containsExactly("A", "B");
      assertThat(overlaps.intersections().getFirst().people().expected()).isBetween(1.5, 2.0);
      assertThat(overlaps.intersections().getFirst().people().exactJoin()).isZero();
      assertThat(overlaps.distinct().exactJoin()).isEqualTo(6);
    }
  }

  @Test
  void twinsAreTwoPeople() throws Exception {
    var twins = HEAD + "Ann,Lee,03/04/2010,LU1 2AB,Hill Top\nZoe,Lee,03/04/2010,LU1 2AB,Hill Top\n";

    try (var linkage = new Lists().list("A", twins + POLICE.substring(HEAD.length() + 40)).link()) {
      assertThat(linkage.people().personOf()[0]).isNotEqualTo(linkage.people().personOf()[1]);
      assertThat(linkage.explain(0, 1).toString()).contains("twins");
    }
  }

  @Test
  void theSamePupilNumberMakesOnePersonAndAnotherOneTwo() throws Exception {
    var head = "forename,surname,dob,upn,nhs number\n";
    var rows =
        head
            + "Ann,Lee,03/04/2010,A123456789012,\n"
            + "Zoe,Orr,09/09/2012,A123456789012,\n"
            + "Ann,Lee,03/04/2010,P123456789013,9434765919\n"
            + "Ann,Lee,03/04/2010,A123456789012,9434765919\n";
    try (var linkage = new Lists().list("A", rows).link()) {
      int[] person = linkage.people().personOf();
      assertThat(person[1]).isEqualTo(person[0]);
      assertThat(linkage.explain(0, 1).sentence()).contains("UPN is the same, which settles it");
      assertThat(linkage.refusedValues()).isEmpty();
      assertThat(person[2]).isNotEqualTo(person[0]);
      var pattern = linkage.pattern(2, 3);
      var verdict = linkage.verdict(2, 3, pattern, linkage.explain(2, 3, pattern).weight());
      assertThat(verdict).isInstanceOf(Verdict.NeedsReview.class);
    }
  }

  @Test
  void whatAPersonJudgedOutlivesARun() throws Exception {
    var lists =
        new Lists()
            .list("A", POLICE)
            .list("B", HEALTH)
            .judged(new JudgedRows("A", 1, "B", 1, Answer.DIFFERENT))
            .judged(new JudgedRows("A", 3, "B", 3, Answer.SAME));

    try (var linkage = lists.link()) {
      int[] person = linkage.people().personOf();
      assertThat(person[0]).isNotEqualTo(person[3]);
      assertThat(person[2]).isEqualTo(person[5]);
    }
  }

  @Test
  void aNewListAgainstKnownPeopleWeighsItsPairsAsTheWholeRunDoes() throws Exception {
    var model = ShippedModel.read();
    Map<String, Float> whole;
    try (var linkage = new Lists().list("A", POLICE).list("B", HEALTH).by(model).link()) {
      whole = weights(linkage);
    }
    try (var linkage =
        new Lists()
            .list("A", POLICE)
            .known()
            .found("A", 1, "p1")
            .found("A", 2, "p2")
            .found("A", 3, "p1")
            .list("B", HEALTH)
            .by(model)
            .link()) {
      var some = weights(linkage);

      assertThat(some).isNotEmpty();
      assertThat(whole).containsAllEntriesOf(some);
      assertThat(some.keySet()).noneMatch(k -> k.matches("[012]-[012]"));
      int[] person = linkage.people().personOf();
      assertThat(person[0])
          .as("known people are frozen")
          .isEqualTo(person[2])
          .isNotEqualTo(person[1]);
      assertThat(person[4]).isEqualTo(person[1]);
    }
  }

  @Test
  void aModelWrittenAndReadIsTheSameModel() {
    var model = ShippedModel.read();

    assertThat(SplinkSettings.read(SplinkSettings.write(model, Nicknames.shipped())))
        .isEqualTo(model);
    assertThatThrownBy(
            () -> SplinkSettings.read("{\"comparisons\":[{\"output_column_name\":\"shoe\"}]}"))
        .hasMessageContaining("a column we do not know");
  }

  @Test
  void idsOfPeopleStayAndMergesAndSplitsAreReported() throws Exception {
    var before = new HashMap<RecordKey, String>();
    before.put(new RecordKey("A", 1), "7");
    before.put(new RecordKey("B", 1), "9");
    before.put(new RecordKey("A", 2), "8");
    before.put(new RecordKey("A", 3), "8");

    try (var linkage = new Lists().list("A", POLICE).list("B", HEALTH).link()) {
      var ids = PersonIds.of(linkage, before);

      assertThat(ids.ids()).containsExactly("7", "8", "10", "11");
      assertThat(ids.events())
          .containsExactly(
              new PersonIds.Merged("7", List.of("9")),
              new PersonIds.Split("8", List.of("10", "8")));
    }
  }

  @Test
  void everythingIsWrittenOrNothing(@TempDir Path directory) throws Exception {
    try (var linkage = new Lists().list("A", POLICE).list("B", HEALTH).link()) {
      var ids = PersonIds.of(linkage, PersonIds.none());
      var written = new ArrayList<Double>();
      Results.write(
          linkage,
          linkage.overlaps(),
          ids,
          directory,
          new Workers(2),
          (doing, done) -> written.add(done));
      assertThat(written).as("writing ticks").isSorted().contains(0.8, 0.98);
    }

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Results.names());
    }
    assertThat(Files.readAllLines(directory.resolve("people.csv")))
        .hasSize(7)
        .first()
        .isEqualTo("list,row,forename,surname,dob,postcode,school,person_id,certainty");
    assertThat(Files.readAllLines(directory.resolve("people.csv")).get(1))
        .startsWith("A,1,Ann,Lee,03/04/2010,LU1 2AB,Hill Top,1,");
    assertThat(Files.readString(directory.resolve("pairs.csv")))
        .doesNotContain("Lee", "LU1")
        .contains(",same,");
    assertThat(Files.readString(directory.resolve("report.html")))
        .contains("young-people-3", "<svg")
        .contains("<tr><td>B</td><td>school</td><td>school</td><td class=\"n\">66.7%</td></tr>")
        .contains(
            "<tr><td>A</td><td>dob</td><td>date of birth</td><td class=\"n\">100.0%</td></tr>")
        .doesNotContain("Okafor");
    assertThatThrownBy(
            () -> new org.sightline.linkage.writing.Draft(directory.resolve("people.csv")))
        .hasMessageContaining("Nothing can be written");
  }

  private static Map<String, Float> weights(Linkage linkage) {
    var weights = new HashMap<String, Float>();
    for (var pairs : linkage.compared().pairs()) {
      for (int i = 0; i < pairs.size(); i++) {
        weights.put(pairs.left(i) + "-" + pairs.right(i), pairs.weight(i));
      }
    }
    return weights;
  }

  @Test
  void onePersonAHundredThousandTimesIsOnePerson() throws Exception {
    var rows = new StringBuilder(HEAD).repeat("Ann,Lee,03/04/2010,LU1 2AB,Hill Top\n", 100_000);

    try (var linkage = new Lists().list("A", rows.toString()).by(ShippedModel.read()).link()) {
      assertThat(linkage.people().count()).isEqualTo(1);
      assertThat(linkage.largeBlocks()).isPositive();
      assertThat(linkage.compared().count()).isLessThanOrEqualTo(100_000L * 20);
    }
  }
}
