package org.sightline.concerns.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.concerns.ConcernId;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The queue, one concern and its decision, by the pages.
@SightlineTest
class FollowingTest {

  private static final String WHAT = "Peregrine Sallowthorn is followed home";

  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  @Test
  void aStrangerIsAskedToSignIn() {
    for (String path : paths(raise())) {
      assertThat(people.stranger().get(path).path()).isEqualTo("/signing-in");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"SAFEGUARDING_LEAD", "DEPUTY_LEAD", "HEAD"},
      mode = EnumSource.Mode.EXCLUDE)
  void nobodyElseIsShownAPageOrAWayToIt(Role role) {
    String id = raise();
    var visitor = people.signedIn(role);

    for (String path : paths(id)) {
      assertThat(visitor.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(visitor.get("/concerns/raising").page().select(".top__nav a[href=/concerns]"))
        .isEmpty();
    assertThat(visitor.post("/concerns/" + id + "/notes", "note", "x").status()).isEqualTo(404);
    assertThat(visitor.post("/concerns/" + id + "/decision", decision(1)).status()).isEqualTo(404);
    assertThat(visitor.post("/concerns/" + id + "/reopening", "reason", "x").status())
        .isEqualTo(404);
  }

  @Test
  void anOutsiderIsAnsweredLikeOneWhoAsksForNothing() {
    String id = raise();
    var outsider = people.signedIn(people.cast().outsider());

    assertThat(outsider.get("/concerns/" + id).page().text())
        .isEqualTo(outsider.get("/concerns/" + UUID.randomUUID()).page().text());
  }

  @Test
  void theDeputyAndTheHeadDoNotSeeWhatIsTheLeadsAndTheTryIsRecorded() {
    String id = raise();

    for (Role role : List.of(Role.DEPUTY_LEAD, Role.HEAD)) {
      var visitor = people.signedIn(role);
      assertThat(visitor.get("/concerns").page().text()).doesNotContain(receipt(id));
      assertThat(visitor.get("/concerns/" + id).status()).isEqualTo(404);
      assertThat(visitor.post("/concerns/" + id + "/decision", decision(1)).status())
          .isEqualTo(404);
    }
    assertThat(acts(id, "DENIED"))
        .containsExactly(
            "concerns.concern-read", "concerns.concern-closed",
            "concerns.concern-read", "concerns.concern-closed");
  }

  @Test
  void aboutTheLeadNotEvenItsExistenceIsShownToTheLead() {
    String id = raise("about-adult", "lead");
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);

    assertThat(lead.get("/concerns").page().text()).doesNotContain(receipt(id));
    for (String path : List.of("/concerns/" + id, "/concerns/" + id + "/decision")) {
      assertThat(lead.get(path).status()).isEqualTo(404);
    }
    assertThat(lead.post("/concerns/" + id + "/notes", "note", "x").status()).isEqualTo(404);

    assertThat(people.signedIn(Role.HEAD).get("/concerns").page().text()).contains(receipt(id));
    var deputys = people.signedIn(Role.DEPUTY_LEAD).get("/concerns/" + id);
    assertThat(deputys.page().select(".govuk-warning-text").text()).contains("designated officer");
  }

  @Test
  void aWrongAddressIsNotThere() {
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);

    for (String path : paths("nonsense")) {
      if (!path.equals("/concerns")) {
        assertThat(lead.get(path).status()).as(path).isEqualTo(404);
      }
    }
  }

  @Test
  void thereIsNothingToDeleteWith() throws Exception {
    String id = raise();
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    var request =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create(people.staffUrl() + "/concerns/" + id))
            .header("Origin", people.staffUrl())
            .DELETE()
            .build();
    var http = java.net.http.HttpClient.newBuilder().cookieHandler(lead.cookies()).build();

    var answer = http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(lead.get("/concerns/" + id).status()).isEqualTo(200);
  }

  @Test
  void aDecisionWithoutOutcomeReasonOrTheRestIsRefusedAndKeepsWhatWasTyped() {
    String id = raise();
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);

    var answer =
        lead.post(
            "/concerns/" + id + "/decision",
            "version",
            "1",
            "outcome",
            "forget-it",
            "reason",
            "  ",
            "told",
            "yes, today");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary a").eachAttr("href"))
        .hasSize(3)
        .allSatisfy(target -> assertThat(answer.page().select(target)).hasSize(1));
    assertThat(answer.page().select("#told").text()).isEqualTo("yes, today");
    assertThat(acts(id, "DONE")).doesNotContain("concerns.concern-closed");
  }

  @Test
  void anEmptyNoteIsRefused() {
    String id = raise();

    var answer =
        people.signedIn(Role.SAFEGUARDING_LEAD).post("/concerns/" + id + "/notes", "note", " ");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#note");
  }

  @Test
  void whatIsOpenCannotBeOpenedAgain() {
    String id = raise();
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    lead.get("/concerns/" + id);

    var answer = lead.post("/concerns/" + id + "/reopening", "version", "1", "reason", "because");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().text()).contains("only be opened again once it is closed");
  }

  @Test
  void whoeverDecidesLaterIsToldAndLosesNothingTyped() {
    String id = raise();
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    lead.get("/concerns/" + id);
    lead.post("/concerns/" + id + "/notes", "note", "rang the family");

    var answer = lead.post("/concerns/" + id + "/decision", decision(1));

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.page().select("#reason").text()).isEqualTo("the reason given");
    assertThat(answer.page().select("input[name=version]").val()).isEqualTo("2");
    assertThat(acts(id, "DONE")).doesNotContain("concerns.concern-closed");
    assertThat(lead.post("/concerns/" + id + "/decision", decision(2)).status()).isEqualTo(200);
  }

  @Test
  void theQueueSaysWhatIsDueWhenAndWhy() {
    String id = raise();

    var page = people.signedIn(Role.SAFEGUARDING_LEAD).get("/concerns").page();
    var row = page.select("tr:contains(" + receipt(id) + ")").first();

    assertThat(row.text())
        .contains("Look at this by the end of")
        .contains("Waiting to be looked at")
        .contains(people.cast().the(Role.FACILITATOR).name())
        .doesNotContain("Sallowthorn");
    assertThat(row.select("details").text()).contains("Why this day?").hasSizeGreaterThan(40);
    assertThat(page.title()).startsWith(page.select("h1").text());
  }

  @Test
  void openingRecordsWhoHasSeenItOnce() {
    String id = raise();
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);

    var first = lead.get("/concerns/" + id);
    lead.get("/concerns/" + id);

    assertThat(first.page().text()).contains("Sallowthorn").contains("Looked at, not yet decided");
    assertThat(first.page().select(".concerns-events").text())
        .contains(people.cast().the(Role.SAFEGUARDING_LEAD).name());
    assertThat(acts(id, "DONE"))
        .containsExactly(
            "concerns.concern-raised",
            "concerns.concern-read",
            "concerns.concern-seen",
            "concerns.concern-read",
            "concerns.concern-read");
  }

  @Test
  void aConcernIsFollowedToItsEndAndOpenedAgain() {
    String id = raise();
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    lead.get("/concerns/" + id);

    lead.post("/concerns/" + id + "/notes", "note", "rang the family");
    var closed = lead.post("/concerns/" + id + "/decision", decision(2));

    assertThat(closed.page().select(".concerns-events h3").eachText())
        .containsExactly("Looked at", "Added", "Closed: Checked on how everyone in the group is");
    assertThat(closed.page().text())
        .contains("the reason given")
        .contains("yes, today")
        .contains("Nothing is due");
    assertThat(closed.page().select("a[href$=/decision]")).isEmpty();
    assertThat(lead.get("/concerns/" + id + "/decision").status()).isEqualTo(422);
    assertThat(lead.get("/concerns").page().select("details:contains(Closed concerns)").text())
        .contains(receipt(id));

    var again = lead.post("/concerns/" + id + "/reopening", "version", "3", "reason", "came back");
    assertThat(again.page().text()).contains("came back").contains("Decide by the end of");
    assertThat(acts(id, "DONE"))
        .contains("concerns.concern-noted", "concerns.concern-closed", "concerns.concern-reopened");
  }

  @Test
  void writingOnAMapSaysThatNobodyIsHuntedFor() {
    var page = people.signedIn(Role.SAFEGUARDING_LEAD).get("/concerns/" + raise() + "/decision");

    assertThat(page.page().select("label[for=outcome-group-welfare] + div").text())
        .contains("Nobody asked who wrote or said it");
  }

  @Test
  void noPageOutsideSaysHowMany() {
    raise();
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);

    assertThat(lead.get("/concerns/raising").page().select(".top__nav a[href=/concerns]").text())
        .isEqualTo("Concerns");
    assertThat(lead.get("/concerns").page().text()).doesNotContainPattern("\\d+ concerns?");
  }

  private String raise(String... more) {
    String id = UUID.randomUUID().toString();
    String[] fields = {
      "id", id, "immediate-risk", "no", "when-raised", "in-session", "what", WHAT, "known", "no"
    };
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    Visitor.Arrived arrived = people.signedIn(Role.FACILITATOR).post("/concerns/raising", all);
    assertThat(arrived.status()).isEqualTo(200);
    return id;
  }

  private static String[] decision(int version) {
    return new String[] {
      "version",
      "" + version,
      "outcome",
      "group-welfare",
      "reason",
      "the reason given",
      "told",
      "yes, today",
      "ends",
      "yes"
    };
  }

  private static List<String> paths(String id) {
    return List.of("/concerns", "/concerns/" + id, "/concerns/" + id + "/decision");
  }

  private static String receipt(String id) {
    return new ConcernId(UUID.fromString(id)).receipt();
  }

  private List<String> acts(String id, String outcome) {
    return store
        .jdbc()
        .sql("select act from audit.entry where object = :id and outcome = :outcome order by seq")
        .param("id", UUID.fromString(id))
        .param("outcome", outcome)
        .query(String.class)
        .list();
  }
}
