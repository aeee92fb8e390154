package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestMail;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/// AC-04: two pieces of work with twin data, the same young person in both under the same number.
/// As one team nothing of the other is found, on any channel there is.
@SightlineTest
@ExtendWith(OutputCaptureExtension.class)
class TwinCanaryTest {

  private static final Logger LOG = LoggerFactory.getLogger(TwinCanaryTest.class);

  private static final String ANY_ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
  private static final int ALIKE = 20;

  private static final LocalDate BORN = LocalDate.of(2011, 3, 27);
  private static final Identifier SAME_NUMBER =
      new Identifier(IdentifierKind.UPN, null, "A123456789012");

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private Recipients recipients;
  @Autowired private Search search;
  @Autowired private DatabaseSettings database;
  @Autowired private ApplicationContext application;

  private Twin ours;
  private Twin theirs;

  /// One of two that differ in nothing but the word planted everywhere in them.
  private record Twin(
      String word,
      TestCasework.Team team,
      WorkspaceId piece,
      PersonId person,
      StatementId statement,
      DisclosureId copy) {}

  @BeforeEach
  void twins() {
    ours = twin("Ourword");
    theirs = twin("Theirword");
  }

  private Twin twin(String start) {
    String word = start + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    var team = casework.aTeam(word);
    var chair = team.asChair();
    var piece = casework.aPieceOf(team);
    var person = casework.aPerson(chair, piece, word, "Sameperson", BORN, List.of(SAME_NUMBER));
    records.setAddress(chair, piece, person, 0, word + " street", true);
    var statement = casework.aStatement(chair, piece, person, word + " was said.");
    recipients.copy(chair, piece, person, Disclosure.Kind.PRINTED, word + " recipient", false);
    records.change(
        chair, piece, person, 1, TestCasework.details(word, "Sameperson", BORN), word + " why.");
    var copy = records.record(chair, piece, person).disclosures().getFirst().id();
    return new Twin(word, team, piece, person, statement, copy);
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
    assertThat(search.exactly(chair, new LookUp.ByNumber(SAME_NUMBER)).hits()).hasSize(1);
    assertThat(search.exactly(chair, new LookUp.BySurnameAndBirth("Sameperson", BORN)).hits())
        .extracting(Search.Hit::workspace)
        .containsExactly(ours.piece());
  }

  @Test
  void auditLogAndMailHoldNeitherWord(CapturedOutput lines) {
    var mail = new TestMail(application);
    String post = mail.address(ours.team().practitioner().id());
    var chair = people.signedIn(ours.team().chair());
    crawl(chair);
    copy(chair, "PICK_UP", ours.team().practitioner().username());
    chair.get("/" + theirs.word());
    chair.get("/people/search?name=" + ours.word());
    LOG.warn("What is logged is looked at");

    var sent = mail.sentTo(post);
    assertThat(sent.values()).anyMatch(text -> text.contains("/waiting"));
    for (String word : List.of(ours.word(), theirs.word())) {
      assertThat(sent).noneSatisfy((file, text) -> assertThat(file + text).contains(word));
      assertThat(lines.getAll()).contains("What is logged is looked at").doesNotContain(word);
      assertThat(writtenDown(word)).isEmpty();
    }
  }

  private List<String> writtenDown(String word) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            List.of(
                    "audit.entry",
                    "audit.alert",
                    "documents.outgoing_mail",
                    "documents.event_publication",
                    "documents.waiting")
                .stream()
                .flatMap(
                    table ->
                        jdbc
                            .sql(
                                "select to_jsonb(e)::text from "
                                    + table
                                    + " e where to_jsonb(e)::text ilike :word")
                            .param("word", "%" + word + "%")
                            .query(String.class)
                            .list()
                            .stream())
                .toList());
  }

  /// A copy in a file, and one left to be picked up, are of our own record and say nothing of the
  /// twin.
  @Test
  void filesAndCopiesToPickUpHoldNothingOfTheOther() throws IOException {
    var chair = people.signedIn(ours.team().chair());
    var receiver = people.signedIn(ours.team().practitioner());
    var page = copy(chair, "FILE", "").page();
    byte[] file =
        chair.post(page.select("form[action^=/picking-up/]").attr("action")).response().body();
    copy(chair, "PICK_UP", ours.team().practitioner().username());
    String address =
        receiver.get("/picking-up").page().select("main a[href^=/picking-up/]").attr("href");
    byte[] fetched = receiver.post(address).response().body();

    for (String text :
        List.of(pdf(file, page.select("[data-passphrase]").text()), pdf(fetched, ""))) {
      assertThat(text).contains(ours.word()).doesNotContain(theirs.word());
    }
    assertThat(page.html()).doesNotContain(theirs.word());
  }

  private Visitor.Arrived copy(Visitor chair, String way, String receiver) {
    return chair.post(
        "/people/" + ours.piece() + "/" + ours.person() + "/copies/new",
        "toWhom",
        "Invented agency",
        "purpose",
        "PARTNERS",
        "way",
        way,
        "receiver",
        receiver);
  }

  private static String pdf(byte[] bytes, String passphrase) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes, passphrase)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
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
