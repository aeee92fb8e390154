package org.sightline.concerns.copying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sightline.concerns.ConcernId;
import org.sightline.documents.Copies;
import org.sightline.documents.PickUps;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The safeguarding lead takes one concern over to the school's own system (practice.md, The
/// mapping meeting).
@SightlineTest
class ConcernCopyTest {

  private static final String WHAT = "Merle Sallowthorn is followed home";
  private static final String OTHER = "Isolde Quillfeather hides at break";

  @Autowired private TestPeople people;
  @Autowired private Copies copies;
  @Autowired private PickUps pickUps;
  @Autowired private SystemStore store;

  @Test
  void oneConcernAndNothingElseIsInAFileThatOpensWithWordsShownOnce() throws IOException {
    String id = raise(WHAT);
    raise(OTHER);
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    lead.get("/concerns/" + id);
    lead.post("/concerns/" + id + "/notes", "note", "Rang the family");
    String link = lead.get("/concerns/" + id).page().select("a[href$=/copy]").attr("href");

    assertThat(lead.get(link).page().text()).contains("one encrypted PDF of this concern");
    var made = lead.post(link, "system", "Invented Records");
    String words = made.page().select("[data-passphrase]").text();
    var file = lead.post(made.page().select("form[action^=/picking-up/]").attr("action"));

    var text = text(file.response().body(), words);
    assertThat(text)
        .contains(WHAT, "Rang the family", "Concern " + receipt(id), "For Invented Records.")
        .contains("taken by " + people.cast().the(Role.SAFEGUARDING_LEAD).name(), "For the file")
        .doesNotContain(OTHER, "Quillfeather");
    assertThat(lead.get("/concerns/" + id).page().select(".concerns-events").text())
        .contains("A copy was made for the school's own system: Invented Records.");
    assertThat(lead.get("/concerns/" + id).page().text()).doesNotContain(words);
    assertThat(acts(id)).contains("concerns.concern-copied", "documents.copy-locked");
  }

  @Test
  void withoutASystemNothingIsMade() {
    String id = raise(WHAT);

    var refused =
        people.signedIn(Role.SAFEGUARDING_LEAD).post("/concerns/" + id + "/copy", "system", " ");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#system-error").text()).contains("which system");
    assertThat(acts(id)).doesNotContain("concerns.concern-copied");
  }

  @Test
  void nobodyButTheLeadTakesOneAndTheLeadNoneAboutThemselves() {
    String id = raise(WHAT);
    for (Role role : Role.values()) {
      if (role != Role.SAFEGUARDING_LEAD) {
        var other = people.signedIn(role);
        assertThat(other.get("/concerns/" + id + "/copy").status()).as("" + role).isEqualTo(404);
        assertThat(other.post("/concerns/" + id + "/copy", "system", "x").status())
            .as("" + role)
            .isEqualTo(404);
      }
    }
    String about = raise(WHAT, "about-adult", "lead");
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    assertThat(lead.get("/concerns/" + about + "/copy").status()).isEqualTo(404);
    assertThat(lead.post("/concerns/" + about + "/copy", "system", "x").status()).isEqualTo(404);
    assertThat(people.signedIn(Role.HEAD).get("/concerns/" + about).page().select("a[href$=/copy]"))
        .as("theirs to read, not to take over")
        .isEmpty();
    assertThat(acts(about)).doesNotContain("concerns.concern-copied");
  }

  @Test
  void thatThereIsACopyStandsInNobodyElsesList() {
    String id = raise(WHAT);
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    lead.post("/concerns/" + id + "/copy", "system", "Invented Records " + id);

    assertThat(lead.get("/copies-taken").page().text()).contains("Invented Records " + id);
    for (Role role : List.of(Role.HEAD, Role.ADMINISTRATOR, Role.GOVERNANCE, Role.DEPUTY_LEAD)) {
      var who = people.as(role);
      assertThat(copies.of(who, UUID.fromString(id))).as("" + role).isEmpty();
      assertThat(pickUps.of(who, UUID.fromString(id))).as("" + role).isEmpty();
    }
  }

  private String raise(String what, String... more) {
    String id = UUID.randomUUID().toString();
    String[] fields = {
      "id", id, "immediate-risk", "no", "when-raised", "in-session", "what", what, "known", "no"
    };
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    Visitor.Arrived arrived = people.signedIn(Role.FACILITATOR).post("/concerns/raising", all);
    assertThat(arrived.status()).isEqualTo(200);
    return id;
  }

  private static String receipt(String id) {
    return new ConcernId(UUID.fromString(id)).receipt();
  }

  private static String text(byte[] pdf, String words) throws IOException {
    try (var document = Loader.loadPDF(pdf, words)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private List<String> acts(String id) {
    return store
        .jdbc()
        .sql("select act from audit.entry where object = :id and outcome = 'DONE' order by seq")
        .param("id", UUID.fromString(id))
        .query(String.class)
        .list();
  }
}
