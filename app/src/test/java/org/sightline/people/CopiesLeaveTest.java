package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.documents.Copies.Occasion;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.CopyTracing;
import org.sightline.documents.PickUps;
import org.sightline.documents.Purpose;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

/// How a copy of a record leaves: stamped, to one person, once (EX-04, EX-06, EX-07).
@SightlineTest
class CopiesLeaveTest {

  private static final String HIDDEN = "17 Hidden Planted Lane";

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Statements statements;
  @Autowired private CopyTracing tracing;
  @Autowired private PickUps pickUps;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private TestCasework.Team elsewhere;
  private WorkspaceId piece;
  private PersonId person;
  private Visitor sender;
  private Visitor receiver;
  private String at;

  @BeforeEach
  void aRecord() {
    team = casework.aTeam("Sending");
    elsewhere = casework.aTeam("Receiving");
    SignedIn chair = team.asChair();
    piece = casework.aPieceOf(team);
    person = casework.aPerson(chair, piece, "Plover", "Copy-Test", LocalDate.of(2010, 5, 6));
    casework.aStatement(chair, piece, person, "Planted sentence of the record.");
    sender = people.signedIn(team.chair());
    receiver = people.signedIn(elsewhere.chair());
    at = "/people/" + piece + "/" + person;
    sender.post(at + "/address", "version", "0", "address", HIDDEN, "protected", "yes");
  }

  @Test
  void noCopyGoesWithoutWhatForWhomAndHow() {
    var refused = sender.post(at + "/copies/new", "toWhom", "Invented agency");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#purpose", "#way");
    assertThat(refused.page().select("#toWhom").val()).isEqualTo("Invented agency");

    for (String name : List.of("", "nobody-of-this-name", team.chair().username())) {
      var nobody = copy("PICK_UP", "receiver", name);
      assertThat(nobody.status()).as(name).isEqualTo(422);
      assertThat(nobody.page().select("#receiver-error").text()).isNotBlank();
    }
    assertThat(sender.post(at + "/copies/new", "purpose", "NOT_SAID").page().text())
        .contains("Choose what this copy is for");
  }

  @Test
  void aPrintedCopyLeadsBackAndStandsOnTheListOfThoseWhoLookAfterTheWork() {
    var paper = copy("PRINT").page();
    String stamp = paper.select("[data-stamp]").text();

    assertThat(stamp).contains(team.chair().name(), "For partners", "For Invented agency.");
    assertThat(tracing.traceCode(stamp))
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.by()).isEqualTo(team.chair().name());
              assertThat(copy.kind()).isEqualTo("people.record-print");
            });
    assertThat(list(sender).text())
        .contains("record of a person, on paper", "For partners", "Invented agency");
    assertThat(list(receiver).text()).doesNotContain("Invented agency", team.chair().name());
    assertThat(list(people.signedIn(team.practitioner())).text())
        .as("a practitioner sees their own")
        .doesNotContain("Invented agency");
    assertThat(acts(team.asChair())).contains("documents.copies-read", "documents.copy-taken");
  }

  @Test
  void onlyWhoeverItWasLeftForFetchesACopyAndOnlyOnce() throws IOException {
    String address = left();
    String never = "/picking-up/" + "0".repeat(64);

    assertThat(address).matches("/picking-up/[0-9a-f]{64}");
    for (var other : List.of(sender, people.signedIn(elsewhere.practitioner()))) {
      assertThat(other.get(address).status()).isEqualTo(404);
      assertThat(other.post(address).status()).isEqualTo(404);
    }
    assertThat(receiver.get("/waiting").page().text())
        .contains("A copy waits for you to pick it up")
        .doesNotContain("Plover", team.chair().name());
    assertThat(receiver.get(address).page().text()).contains(team.chair().name());

    var fetched = receiver.post(address);

    assertThat(fetched.response().headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"copy.pdf\"");
    String text = text(fetched.response().body(), "");
    assertThat(text)
        .contains("Planted sentence of the record.", "taken by " + elsewhere.chair().name())
        .doesNotContain(HIDDEN);
    assertThat(tracing.trace(fetched.response().body()))
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.by()).isEqualTo(elsewhere.chair().name());
              assertThat(copy.exact()).isTrue();
            });
    assertThat(receiver.post(address).status()).isEqualTo(404);
    assertThat(receiver.get(address).response().body())
        .isEqualTo(receiver.get(never).response().body());
    assertThat(receiver.get("/waiting").page().text()).doesNotContain("pick it up");
    assertThat(sender.get(at + "/copies/new").page().select("[data-left]").text())
        .contains(elsewhere.chair().name(), "It was fetched.");
    assertThat(sender.get("/waiting").page().text()).contains("A copy you left was picked up");
    assertThat(acts(elsewhere.asChair())).contains("documents.copy-fetched");
  }

  @Test
  void whatHasRunOutIsNotThere() {
    String address = left();
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update documents.pick_up
                       set at = at - interval '8 days', until = until - interval '8 days'
                     where object_id = :person
                    """)
                .param("person", person.value())
                .update());

    assertThat(receiver.get(address).response().body())
        .isEqualTo(receiver.get("/picking-up/" + "0".repeat(64)).response().body());
    assertThat(receiver.post(address).status()).isEqualTo(404);
    assertThat(receiver.get("/picking-up").page().select("main a[href^=/picking-up/]")).isEmpty();
  }

  @Test
  void theDatabaseKeepsNoneLongerThanAWeekAndNothingThatWasFetched() {
    String address = left();
    assertThatThrownBy(
            () ->
                Superuser.rolledBack(
                    database,
                    jdbc ->
                        jdbc.sql(
                                """
                                update documents.pick_up set until = at + interval '7 days 1 second'
                                 where object_id = :person
                                """)
                            .param("person", person.value())
                            .update()))
        .hasMessageContaining("pick_up_days_ck");

    receiver.post(address);

    assertThat(kept()).isZero();
  }

  @Test
  void aFileOpensWithItsWordsOnly() throws IOException {
    var page = copy("FILE").page();
    String passphrase = page.select("[data-passphrase]").text();
    String address = page.select("form[action^=/picking-up/]").attr("action");

    assertThat(passphrase.split(" ")).hasSize(8);
    assertThat(receiver.post(address).status()).isEqualTo(404);
    byte[] file = sender.post(address).response().body();

    assertThatThrownBy(() -> Loader.loadPDF(file).close())
        .isInstanceOf(InvalidPasswordException.class);
    assertThat(text(file, passphrase))
        .contains("Planted sentence of the record.", "For Invented agency.")
        .doesNotContain(HIDDEN);
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("/AESV3")
        .doesNotContain("Planted");
    try (var opened = Loader.loadPDF(file, passphrase)) {
      assertThat(opened.getEncryption().getLength()).isEqualTo(256);
    }
    assertThat(tracing.trace(file)).singleElement().matches(CopyTracing.Traced::exact);
    assertThat(sender.post(address).status()).as("once").isEqualTo(404);
    assertThat(sender.get(at + "/copies/new").page().text()).doesNotContain(passphrase);
  }

  @Test
  void aTableGoesAsAnArchiveThatOpensWithItsWordsOnly() throws IOException {
    var locked =
        pickUps.lockTable(
            team.asChair(),
            new Original("people.record-file", piece, person.value()),
            new Occasion(Purpose.PARTNERS, "Invented agency"),
            "Planted table",
            List.of("place", "red"),
            List.of(List.of("=Hall", 3)));

    var answer = sender.post("/picking-up/" + locked.address());
    byte[] file = answer.response().body();

    assertThat(answer.response().headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"copy.zip\"");
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("Hall");
    try (var opened =
        new ZipInputStream(new ByteArrayInputStream(file), locked.passphrase().toCharArray())) {
      opened.getNextEntry();
      assertThat(new String(opened.readAllBytes(), StandardCharsets.UTF_8))
          .contains("'=Hall", "For Invented agency.");
    }
    assertThat(tracing.trace(file)).singleElement().matches(CopyTracing.Traced::exact);
  }

  private String left() {
    assertThat(copy("PICK_UP", "receiver", elsewhere.chair().username()).page().text())
        .contains("The copy waits for them.", "Not fetched.");
    return receiver
        .get("/picking-up")
        .page()
        .select("main a[href^=/picking-up/]")
        .first()
        .attr("href");
  }

  private Arrived copy(String way, String... more) {
    var fields =
        new java.util.ArrayList<>(
            List.of("toWhom", "Invented agency", "purpose", "PARTNERS", "way", way));
    fields.addAll(List.of(more));
    return sender.post(at + "/copies/new", fields.toArray(String[]::new));
  }

  private static org.jsoup.nodes.Element list(Visitor reader) {
    return reader.get("/copies-taken").page().selectFirst("main");
  }

  private static String text(byte[] pdf, String passphrase) throws IOException {
    try (var document = Loader.loadPDF(pdf, passphrase)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private List<String> acts(SignedIn who) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql("select act from audit.entry where user_id = :user")
                .param("user", who.user().value())
                .query(String.class)
                .list());
  }

  private long kept() {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    select count(*) from documents.pick_up
                     where object_id = :person and content is not null
                    """)
                .param("person", person.value())
                .query(Long.class)
                .single());
  }
}
