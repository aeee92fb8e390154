package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

/// AC-04, AU-10, EX-07: what goes by mail, into the log, the audit and files to pick up says nothing
/// of the twin; mail, log and audit say nothing of ours either.
@SightlineTest
@ExtendWith(OutputCaptureExtension.class)
class TwinMailTest {

  private static final Logger LOG = LoggerFactory.getLogger(TwinMailTest.class);

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private Recipients recipients;
  @Autowired private DatabaseSettings database;
  @Autowired private ApplicationContext application;

  private Twin ours;
  private Twin theirs;

  @BeforeEach
  void twins() {
    ours = Twin.of(casework, records, recipients, "Ourword");
    theirs = Twin.of(casework, records, recipients, "Theirword");
  }

  @Test
  void auditLogAndMailHoldNeitherWord(CapturedOutput lines) {
    var mail = new TestMail(application);
    String post = mail.address(ours.team().practitioner().id());
    var chair = people.signedIn(ours.team().chair());
    String record = "/people/" + ours.piece() + "/" + ours.person();
    for (String path :
        List.of(record, record + "/history", record + "/details", "/casework/" + ours.piece())) {
      assertThat(chair.get(path).status()).isEqualTo(200);
    }
    chair.post("/people/search", "name", "sameperson");
    chair.post(record + "/details", "version", "99");
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
}
