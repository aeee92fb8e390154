package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// AC-04: two pieces of work with twin data, the same young person in both under the same number.
/// As one team nothing of the other is found, on any channel there is.
@SightlineTest
class TwinCanaryTest {

  private static final String ANY_ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
  private static final int ALIKE = 20;

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private Recipients recipients;
  @Autowired private Search search;
  @Autowired private DatabaseSettings database;

  private Twin ours;
  private Twin theirs;

  @BeforeEach
  void twins() {
    ours = Twin.of(casework, records, recipients, "Ourword");
    theirs = Twin.of(casework, records, recipients, "Theirword");
  }

  @Test
  void everyPageReachedAsOneTeamHoldsNothingOfTheOther() {
    for (var member : List.of(ours.team().chair(), ours.team().practitioner())) {
      var crawled = crawl(people.signedIn(member));

      assertThat(crawled.seen())
          .as("it got into the record")
          .anyMatch(p -> p.contains(ours.person().toString()));
      assertThat(crawled.found(ours.word())).as("our own word is found").isNotEmpty();
      assertThat(crawled.found(theirs.word())).isEmpty();
      assertThat(crawled.found(theirs.piece().toString())).isEmpty();
      assertThat(crawled.found(theirs.person().toString())).isEmpty();
    }
  }

  @Test
  void theirAddressesAndFormsAnswerLikeWhatNeverWas() {
    var visitor = people.signedIn(ours.team().chair());
    for (String path : addresses(theirs, theirs)) {
      assertThat(visitor.get(path).response().body())
          .as(path)
          .isEqualTo(visitor.get(neverWas(path)).response().body());
    }
    for (String path : addresses(ours, theirs)) {
      var answer = visitor.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.page().html()).as(path).doesNotContain(theirs.word());
    }
  }

  @Test
  void formsSentToTheirRecordsChangeNothing() {
    var visitor = people.signedIn(ours.team().chair());
    var before = records.record(theirs.team().asChair(), theirs.piece(), theirs.person());
    for (var mix : List.of(List.of(theirs, theirs), List.of(ours, theirs))) {
      String at = "/people/" + mix.get(0).piece() + "/" + mix.get(1).person();
      for (String post :
          List.of(
              "/details",
              "/numbers",
              "/address",
              "/protected-address",
              "/holders",
              "/release",
              "/return",
              "/statements/new",
              "/statements/" + theirs.statement() + "/correction",
              "/copies/new",
              "/copies/" + theirs.copy() + "/telling")) {
        var answer =
            visitor.post(
                at + post,
                "version",
                "2",
                "kind",
                "ADULT",
                "givenName",
                "Changed",
                "because",
                "Changed",
                "numberKind",
                "UPN",
                "number",
                "B123456789012",
                "address",
                "Changed",
                "reason",
                "Because I want to.",
                "holder",
                ours.piece().toString(),
                "words",
                "Changed",
                "label",
                "FACT",
                "agency",
                "Changed",
                "role",
                "Changed",
                "knownOn-day",
                "1",
                "knownOn-month",
                "2",
                "knownOn-year",
                "2026",
                "reliability",
                "CHECKED",
                "toWhom",
                "Changed",
                "purpose",
                "PARTNERS",
                "way",
                "PRINT");
        assertThat(answer.status()).as(post).isEqualTo(404);
      }
    }

    assertThat(records.record(theirs.team().asChair(), theirs.piece(), theirs.person()))
        .isEqualTo(before);
  }

  @Test
  void theSameNumberTwiceTellsNobodyThatItIsThere() {
    var visitor = people.signedIn(ours.team().chair());
    String[] known = newPerson("A123456789012");
    String[] free = newPerson("C123456789012");

    var again = visitor.post("/people/" + ours.piece() + "/new", known);
    var fresh = visitor.post("/people/" + ours.piece() + "/new", free);

    assertThat(again.status()).isEqualTo(fresh.status()).isEqualTo(200);
    assertThat(again.page().select(".govuk-notification-banner").text())
        .isEqualTo(fresh.page().select(".govuk-notification-banner").text());
  }

  @Test
  void searchesCountAndFindOurOwnOnly() {
    var chair = ours.team().asChair();

    assertThat(search.byName(chair, "sameperson").searched()).isEqualTo(1);
    assertThat(search.exactly(chair, new LookUp.ByNumber(Twin.SAME_NUMBER)).hits()).hasSize(1);
    assertThat(search.exactly(chair, new LookUp.BySurnameAndBirth("Sameperson", Twin.BORN)).hits())
        .extracting(Search.Hit::workspace)
        .containsExactly(ours.piece());
  }

  /// What the database shows our chair of people, whatever is asked: only what is ours.
  @Test
  void theDatabaseItselfShowsNothingOfTheirs() {
    for (String table :
        List.of(
            "holding",
            "details",
            "identifier",
            "address",
            "statement",
            "disclosed",
            "address_opened")) {
      int visible =
          Superuser.<Integer>rolledBack(
              database,
              jdbc -> {
                jdbc.sql("select set_config('app.user', :user, true)")
                    .param("user", ours.team().chair().id().toString())
                    .query((row, n) -> true)
                    .single();
                jdbc.sql("set local role sightline_staff").update();
                return jdbc.sql(
                        "select count(*) from people." + table + " where person_id = :person")
                    .param("person", theirs.person().value())
                    .query(Integer.class)
                    .single();
              });
      assertThat(visible).as(table).isZero();
    }
  }

  /// Every page that links and harmless forms lead to, with its text.
  private record Crawled(Set<String> seen, List<String> pages) {

    List<String> found(String word) {
      return pages.stream().filter(page -> page.contains(word)).toList();
    }
  }

  private Crawled crawl(Visitor visitor) {
    var seen = new HashSet<String>();
    var alike = new HashMap<String, Integer>();
    var pages = new ArrayList<String>();
    var waiting =
        new ArrayDeque<>(List.of("/", "/casework", "/people/search", "/people/signposts"));
    while (!waiting.isEmpty() && seen.size() < 200) {
      String path = waiting.poll().replaceAll("[?#].*", "");
      // A page for every school there is would leave no room for the rest.
      boolean many = alike.merge(path.replaceAll(ANY_ID, "{}"), 1, Integer::sum) > ALIKE;
      if (many || !seen.add(path)) {
        continue;
      }
      var arrived = visitor.get(path);
      pages.add(new String(arrived.response().body(), StandardCharsets.UTF_8));
      for (Element link : arrived.page().select("main a[href^=/], nav a[href^=/]")) {
        waiting.add(link.attr("href"));
      }
    }
    String at = "/people/" + ours.piece() + "/" + ours.person();
    pages.add(text(visitor.post("/people/search", "name", "sameperson")));
    pages.add(
        text(
            visitor.post(
                "/people/search/exactly", "numberKind", "UPN", "number", "A123456789012")));
    pages.add(text(visitor.post("/people/search/exactly", "numberKind", "UPN", "number", "wrong")));
    pages.add(
        text(
            visitor.post(
                at + "/copies/new",
                "toWhom",
                "Somebody invented",
                "purpose",
                "PARTNERS",
                "way",
                "PRINT")));
    pages.add(text(visitor.post(at + "/details", "version", "99")));
    return new Crawled(seen, pages);
  }

  private static String text(Visitor.Arrived arrived) {
    return new String(arrived.response().body(), StandardCharsets.UTF_8);
  }

  private static List<String> addresses(Twin workspaceOf, Twin personOf) {
    String at = "/people/" + workspaceOf.piece() + "/" + personOf.person();
    var addresses =
        new ArrayList<>(
            List.of(
                at,
                at + "/history",
                at + "/details",
                at + "/numbers",
                at + "/address",
                at + "/protected-address",
                at + "/statements/new",
                at + "/statements/" + personOf.statement() + "/correction",
                at + "/copies/new"));
    if (workspaceOf == personOf) {
      addresses.addAll(
          List.of(
              "/people/" + workspaceOf.piece(),
              "/people/" + workspaceOf.piece() + "/new",
              "/casework/" + workspaceOf.piece(),
              "/casework/" + workspaceOf.piece() + "/purpose"));
    }
    return addresses;
  }

  private static String[] newPerson(String number) {
    return new String[] {
      "kind",
      "YOUNG_PERSON",
      "givenName",
      "Again",
      "surname",
      "Sameperson",
      "born-day",
      "27",
      "born-month",
      "3",
      "born-year",
      "2011",
      "numberKind",
      "UPN",
      "number",
      number
    };
  }

  private static String neverWas(String path) {
    return path.replaceAll(
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", UUID.randomUUID().toString());
  }
}
