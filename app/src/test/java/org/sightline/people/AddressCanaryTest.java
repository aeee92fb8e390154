package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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

/// A planted protected address is looked for in everything that people and sharing give out: pages,
/// paper, files to their last byte, notices, mail, the audit and the log (EX-02, EX-08).
@SightlineTest
@ExtendWith(OutputCaptureExtension.class)
class AddressCanaryTest {

  private static final Logger LOG = LoggerFactory.getLogger(AddressCanaryTest.class);

  private static final String CANARY = "Wheatearwick";
  private static final String ADDRESS = "31 " + CANARY + " Court";

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private DatabaseSettings database;
  @Autowired private ApplicationContext application;

  private TestCasework.Team team;
  private WorkspaceId piece;
  private Visitor chair;
  private Visitor colleague;
  private String at;

  @BeforeEach
  void aPlantedAddress() {
    team = casework.aTeam("Canary");
    piece = casework.aPieceOf(team);
    var person =
        casework.aPerson(team.asChair(), piece, "Twite", "Canary-Test", LocalDate.of(2011, 2, 3));
    casework.aStatement(team.asChair(), piece, person, "Something was said.");
    chair = people.signedIn(team.chair());
    colleague = people.signedIn(team.practitioner());
    at = "/people/" + piece + "/" + person;
    chair.post(at + "/address", "version", "0", "address", ADDRESS, "protected", "yes");
  }

  @Test
  void itIsInNothingThatIsGivenOut(CapturedOutput lines) throws IOException {
    var given = new LinkedHashMap<String, byte[]>();
    var mail = new TestMail(application);
    String post = mail.address(team.practitioner().id());
    chair.post(at + "/copies/address", "toWhom", "Police", "reason", "They fetch her tonight.");
    chair.post("/people/search", "name", CANARY);
    papers(given);
    shares(given);
    for (String page :
        List.of(
            at,
            at + "/history",
            at + "/address",
            at + "/copies/new",
            at + "/copies/address",
            "/people/" + piece,
            "/copies-taken",
            "/picking-up",
            "/second-person",
            "/waiting",
            "/sharing",
            "/sharing/workspaces/" + piece,
            "/sharing/workspaces/" + piece + "/new")) {
      given.put(page, chair.get(page).response().body());
      given.put(page + " for a colleague", colleague.get(page).response().body());
    }
    given.put("found", chair.post("/people/search", "name", "Twite").response().body());

    mail.sentTo(post)
        .forEach((file, text) -> given.put("mail " + file, text.getBytes(StandardCharsets.UTF_8)));
    LOG.warn("What is logged is looked at");
    chair.post(at + "/address", "version", "0", "address", ADDRESS, "protected", "yes");
    chair.get("/people/search?name=" + CANARY);
    chair.get("/" + CANARY);

    assertThat(given).hasSizeGreaterThan(30);
    assertThat(lines.getAll()).contains("What is logged is looked at").doesNotContain(CANARY);
    given.forEach((what, bytes) -> assertThat(everything(bytes)).as(what).doesNotContain(CANARY));
    assertThat(writtenDown()).noneMatch(text -> text.contains(CANARY));
    assertThat(
            chair
                .post(at + "/protected-address", "reason", "The police ask for it tonight.")
                .page()
                .text())
        .as("the canary is there")
        .contains(ADDRESS);
  }

  private void papers(Map<String, byte[]> given) throws IOException {
    given.put("print", copy("PRINT", "").response().body());
    var file = copy("FILE", "").page();
    given.put("file page", file.html().getBytes(StandardCharsets.UTF_8));
    byte[] locked =
        chair.post(file.select("form[action^=/picking-up/]").attr("action")).response().body();
    given.put("file", locked);
    given.put("file, opened", opened(locked, file.select("[data-passphrase]").text()));
    copy("PICK_UP", team.practitioner().username());
    String address =
        colleague.get("/picking-up").page().select("main a[href^=/picking-up/]").attr("href");
    given.put("before it is fetched", colleague.get(address).response().body());
    byte[] fetched = colleague.post(address).response().body();
    given.put("fetched", fetched);
    given.put("fetched, opened", opened(fetched, ""));
  }

  private Visitor.Arrived copy(String way, String receiver) {
    return chair.post(
        at + "/copies/new",
        "toWhom",
        "Invented agency",
        "purpose",
        "PARTNERS",
        "way",
        way,
        "receiver",
        receiver);
  }

  private void shares(Map<String, byte[]> given) {
    var check =
        chair.post(
            "/sharing/workspaces/" + piece + "/new",
            "items",
            at.replaceAll(".*/", ""),
            "aboutKind",
            "PERSON",
            "about",
            "One young person");
    given.put("check", check.response().body());
    String share = check.path().replace("/check", "");
    given.put("share", chair.get(share).response().body());
    chair.post(share + "/withholding", "withheld", "MORE_HARM", "withheldReason", "Not now");
    given.put("share's record", chair.get(share + "/record.pdf").response().body());
  }

  /// Every stream of a PDF, and its text.
  private static byte[] opened(byte[] pdf, String passphrase) throws IOException {
    var all = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf, passphrase)) {
      all.append(new PDFTextStripper().getText(document));
      for (var key : document.getDocument().getXrefTable().keySet()) {
        if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
          all.append(
              new String(stream.createInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    }
    assertThat(all.toString()).contains("Something was said.");
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String everything(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.startsWith("%PDF")) {
      return text;
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return text + new PDFTextStripper().getText(document);
    } catch (IOException locked) {
      return text;
    }
  }

  /// What the audit, the notices and the outbox say.
  private List<String> writtenDown() {
    return Superuser.rolledBack(
        database,
        jdbc -> {
          var all = new ArrayList<String>();
          for (String table :
              List.of(
                  "audit.entry",
                  "audit.alert",
                  "documents.waiting",
                  "documents.event_publication",
                  "documents.outgoing_mail",
                  "documents.copy",
                  "access.second_person")) {
            all.addAll(jdbc.sql("select t::text from " + table + " t").query(String.class).list());
          }
          return all;
        });
  }
}
