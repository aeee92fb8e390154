package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.DayWords;
import org.sightline.engagement.planning.PlannedRound;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.Sessions;
import org.sightline.engagement.planning.Trail;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SightlineTest
class ConsentPagesTest {

  @Autowired private TestPeople people;
  @Autowired private FloorPlans plans;
  @Autowired private Rounds rounds;
  @Autowired private Sessions sessions;
  @Autowired private Register register;
  @Autowired private SystemStore store;
  @Autowired private DatabaseSettings database;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;

  private Session session;
  private Visitor facilitator;

  @BeforeEach
  void inviteTwo() {
    session = new PlannedRound(people, plans, rounds, sessions).readySession();
    facilitator = people.signedIn(Role.FACILITATOR);
    facilitator.post(path() + "/invitations", "people", "Quincelda Verbatim, 13\nOtto <b>Bold</b>");
  }

  @Test
  void onlyFacilitatorsAndTheOwnerOpenTheRegister() {
    assertThat(people.stranger().get(path()).path()).isEqualTo("/signing-in");
    for (var visitor :
        new Visitor[] {
          people.signedIn(people.cast().outsider()),
          people.signedIn(Role.HEAD),
          people.signedIn(Role.SAFEGUARDING_LEAD)
        }) {
      assertThat(visitor.get(path()).status()).isEqualTo(404);
      assertThat(visitor.get(form(first()) + "/returning").status()).isEqualTo(404);
      assertThat(visitor.post(path() + "/invitations", "people", "Somebody").status())
          .isEqualTo(404);
      assertThat(
              visitor.get("/engagement/sessions/" + session.id() + "/consent-forms.pdf").status())
          .isEqualTo(404);
    }
    assertThat(people.signedIn(Role.ROUND_OWNER).get(path()).status()).isEqualTo(200);
  }

  @Test
  void theRegisterOfOneSessionDoesNotOpenAFormOfAnother() {
    var other = new PlannedRound(people, plans, rounds, sessions).session();

    assertThat(
            facilitator
                .get("/engagement/sessions/" + other.id() + "/consent/" + first() + "/returning")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aListThatCannotBeReadSaysWhichLineAndStays() {
    var page = facilitator.post(path() + "/invitations", "people", "Fine Name, 12\nToo Young, 3");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary").text()).contains("Line 2");
    assertThat(page.page().select("#people").text()).contains("Too Young, 3");
  }

  @Test
  void namesAreShownAsTypedAndEveryOpeningIsRecorded() {
    var page = facilitator.get(path()).page();

    assertThat(page.select("tbody th").eachText())
        .containsExactly("Otto <b>Bold</b>", "Quincelda Verbatim, 13");
    assertThat(Trail.of(store, session.id().value()))
        .contains("engagement.young-people-invited DONE", "engagement.consent-register-read DONE");
  }

  @Test
  void aPaperFormWithoutAnAnswerIsNotRecorded() {
    var page = returned(first(), "answer", "");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary").text())
        .contains("no answer is not a yes");
    assertThat(entry(first()).returned()).isNull();
  }

  @Test
  void aNoNeedsNothingElse() {
    returned(first(), "answer", "no");

    assertThat(entry(first()).takesPart()).isFalse();
    assertThat(facilitator.get(path()).page().text())
        .contains("0 of 2 young people have said yes")
        .contains("1 form has not come back");
  }

  @Test
  void aPaperYesIsRecordedWithItsTicksAndItsAudit() {
    returned(first(), "answer", "yes", "ticked", "about", "ticked", "stop");

    var given = java.util.Objects.requireNonNull(entry(first()).returned()).given();
    assertThat(given.yes()).isTrue();
    assertThat(given.ticked()).containsExactly("about", "stop");
    assertThat(given.signing()).isEqualTo(Given.Signing.PAPER);
    assertThat(Trail.of(store, first())).contains("engagement.consent-recorded DONE");
  }

  @Test
  void onScreenYesAsksForEveryLineAndASignatureButNoDoesNot() {
    var at = form(first()) + "/signing";
    var words = words(at + "?form=standard");

    var early =
        facilitator.post(
            at, "form", "standard", "words", words, "answer", "yes", "ticked", "about");
    var none = facilitator.post(at, "form", "standard", "words", words, "explainedBy", "An adult");
    var no =
        facilitator.post(
            at, "form", "standard", "words", words, "answer", "no", "explainedBy", "An adult");

    assertThat(early.status()).isEqualTo(422);
    assertThat(early.page().select(".govuk-error-summary a")).hasSize(2);
    assertThat(none.status()).isEqualTo(422);
    assertThat(no.heading()).isEqualTo("Thank you for telling us");
    assertThat(no.page().text()).doesNotContain("Quincelda").doesNotContain("Otto");
  }

  @Test
  void theSigningPageShowsNothingElse() {
    var page = facilitator.get(form(first()) + "/signing?form=easy-read").page();

    assertThat(page.select("nav, .top__out, header a")).isEmpty();
    assertThat(page.text()).doesNotContain("Quincelda").doesNotContain("Verbatim");
    assertThat(page.select(".answers input").eachAttr("value")).containsExactly("yes", "no");
    assertThat(page.select(".answers input[checked]")).isEmpty();
    assertThat(page.select("input[name=ticked]")).hasSize(7);
  }

  @Test
  void aDrawnSignatureIsKeptAndDrawnAgainAndAScriptIsNot() {
    var at = form(first()) + "/signing";
    var words = words(at + "?form=easy-read");

    var bad = sign(at, words, "drawn", "M0 0\"><script>alert(1)</script>");
    sign(at, words, "drawn", "M10 20L30 40");

    assertThat(bad.status()).isEqualTo(422);
    assertThat(facilitator.get(form(first())).page().select("svg.signature path").attr("d"))
        .isEqualTo("M10 20L30 40");
  }

  @Test
  void changedWordsAreNotSignedUnread() {
    var at = form(first()) + "/signing";

    var page = sign(at, "00ff", "mark", "yes");

    assertThat(page.status()).isEqualTo(412);
    assertThat(entry(first()).returned()).isNull();
  }

  @Test
  void afterTheTextIsEditedAnOldRecordStillShowsTheOldText() {
    var at = form(first()) + "/signing";
    sign(at, words(at + "?form=easy-read"), "typed", "Q V");
    var round = "/engagement/rounds/" + session.round();
    var owner = people.signedIn(Role.ROUND_OWNER);
    var editing = owner.get(round + "/consent-text/changing").page();
    var old = editing.select("textarea[name=easy-read:introduction.1]").text();

    var changed =
        change(owner, round, editing, "easy-read:introduction.1", "You will paint a plan.");

    assertThat(changed.status()).isEqualTo(200);
    var record = facilitator.get(form(first())).page();
    assertThat(record.text())
        .contains(old)
        .doesNotContain("You will paint a plan.")
        .contains("to the letter");
    assertThat(facilitator.get(form(second()) + "/signing?form=easy-read").page().text())
        .contains("You will paint a plan.");
    assertThat(change(owner, round, editing, "easy-read:title", "Late").status()).isEqualTo(412);
    change(
        owner,
        round,
        owner.get(round + "/consent-text/changing").page(),
        "easy-read:introduction.1",
        old);
  }

  @Test
  void thePromiseAndTheSevenStatementsCannotBeTakenOut() {
    var round = "/engagement/rounds/" + session.round();
    var owner = people.signedIn(Role.ROUND_OWNER);
    var editing = owner.get(round + "/consent-text/changing").page();

    assertThat(change(owner, round, editing, "standard:statements.about.text", " ").status())
        .isEqualTo(422);
    assertThat(change(owner, round, editing, "standard:statements.pass-on.text", "Secret").status())
        .isEqualTo(422);
    assertThat(facilitator.get(round + "/consent-text/changing").status()).isEqualTo(404);
  }

  @Test
  void takingConsentBackIsRecordedOnceWithItsEffect() {
    var early = facilitator.post(form(first()) + "/withdrawing");
    returned(first(), "answer", "yes");
    facilitator.post(form(first()) + "/withdrawing");
    var again = facilitator.post(form(first()) + "/withdrawing");

    assertThat(early.status()).isEqualTo(422);
    assertThat(again.status()).isEqualTo(422);
    assertThat(java.util.Objects.requireNonNull(entry(first()).withdrawal()).effect())
        .isEqualTo(Entry.Effect.BEFORE);
    assertThat(returned(first(), "answer", "yes").status()).isEqualTo(422);
    assertThat(Trail.of(store, first())).contains("engagement.consent-withdrawn DONE");
  }

  @Test
  void somebodyWhoReturnedAFormStaysOnTheList() {
    returned(first(), "answer", "no");

    assertThat(facilitator.post(form(first()) + "/removal").status()).isEqualTo(422);
    assertThat(facilitator.post(form(second()) + "/removal").page().select("tbody tr")).hasSize(1);
  }

  @Test
  void formsAreNotedAsGivenOutToWhoeverHasNone() {
    var page = facilitator.post(path() + "/issues", "form", "large-print");

    assertThat(page.page().select("tbody tr").eachText())
        .allMatch(row -> row.contains("Large print"));
    assertThat(
            facilitator
                .get("/engagement/sessions/" + session.id() + "/steps/consent")
                .page()
                .select(".govuk-summary-list__value")
                .eachText())
        .containsExactly("2", "2", "0");
  }

  @Test
  void thePdfHasEveryCopyWithTheLastDayAndNoName() throws Exception {
    for (FormKind kind : FormKind.values()) {
      var answer =
          facilitator.get(
              "/engagement/sessions/%s/consent-forms.pdf?form=%s&copies=3"
                  .formatted(session.id(), kind.slug()));
      try (var pdf = Loader.loadPDF(answer.response().body())) {
        var text = new PDFTextStripper().getText(pdf);
        assertThat(text)
            .contains(DayWords.of(session.lastDay()).replaceAll(".* (\\d+ \\w+ \\d+)$", "$1"))
            .doesNotContain("Quincelda")
            .doesNotContain("{");
        assertThat(pdf.getNumberOfPages() % 3).isZero();
      }
    }
    assertThat(Trail.of(store, session.id().value()))
        .contains("engagement.consent-forms-printed DONE");
  }

  @Test
  void researchNeedsItsEthicalApprovalAndThenStandsOnTheForm() {
    var round = "/engagement/rounds/" + session.round();
    var owner = people.signedIn(Role.ROUND_OWNER);

    assertThat(facilitator.post(round + "/research", "body", "A", "ethics", "B").status())
        .isEqualTo(404);
    assertThat(owner.post(round + "/research", "body", "Invented University").status())
        .isEqualTo(422);
    owner.post(round + "/research", "body", "Invented University", "ethics", "Panel 7, May");

    assertThat(facilitator.get(form(first()) + "/signing?form=standard").page().text())
        .contains("research by Invented University");
  }

  @Test
  void namesAndAnswersAreSealedInTheDatabase() throws Exception {
    returned(first(), "answer", "yes", "explainedBy", "Plumbosaurus");

    try (var connection =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        var statement = connection.createStatement()) {
      var dump = new StringBuilder();
      for (String table : new String[] {"invitation", "returned_form", "withdrawal"}) {
        var rows =
            statement.executeQuery(
                "select t::text, to_jsonb(t)::text from consent." + table + " t");
        while (rows.next()) {
          dump.append(rows.getString(1)).append(rows.getString(2));
        }
      }
      var hex = java.util.HexFormat.of();
      for (String secret : new String[] {"Quincelda", "Plumbosaurus"}) {
        assertThat(dump)
            .doesNotContain(secret)
            .doesNotContain(hex.formatHex(secret.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  @Test
  void theDatabaseItselfKeepsTheRegisterFromTheHeadAndFromOutsiders() {
    assertThat(rowsSeenBy(people.as(Role.FACILITATOR))).isEqualTo(2);
    assertThat(rowsSeenBy(people.as(Role.HEAD))).isZero();
    assertThat(rowsSeenBy(SignedIn.as(people.cast().outsider().id()))).isZero();
  }

  @Test
  void noKeyLeadsFromConsentToAnythingButTheSessionTheWorkspaceAndItself() throws Exception {
    try (var connection =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        var statement = connection.createStatement()) {
      var keys =
          statement.executeQuery(
              """
              select distinct f.confrelid::regclass::text
                from pg_constraint f
                join pg_class c on c.oid = f.conrelid
               where f.contype = 'f' and c.relnamespace = 'consent'::regnamespace
                 and f.confrelid not in
                   (select oid from pg_class where relnamespace = 'consent'::regnamespace)
              """);
      var found = new java.util.TreeSet<String>();
      while (keys.next()) {
        found.add(keys.getString(1));
      }
      assertThat(found).containsExactly("access.workspace", "engagement.session");
      var into =
          statement.executeQuery(
              """
              select count(*)
                from pg_constraint f join pg_class c on c.oid = f.confrelid
                join pg_class o on o.oid = f.conrelid
               where f.contype = 'f' and c.relnamespace = 'consent'::regnamespace
                 and o.relnamespace <> 'consent'::regnamespace
              """);
      into.next();
      assertThat(into.getInt(1)).isZero();
      var rights =
          statement.executeQuery(
              """
              select has_schema_privilege('sightline_student', 'consent', 'usage')
                  or has_schema_privilege('sightline_system', 'consent', 'usage')
              """);
      rights.next();
      assertThat(rights.getBoolean(1)).isFalse();
    }
  }

  @Test
  void theFormSaysWhatCannotBeTakenBackAndThatStaffCannotFindAMap() {
    var page = facilitator.get(form(first()) + "/signing?form=standard").page().text();

    assertThat(page)
        .contains("If you lose it, no one can find your map")
        .contains("we cannot take that back")
        .contains("If I am worried that you or someone else might not be safe")
        .contains(DayWords.of(session.lastDay()));
    assertThat(facilitator.get(path()).page().text()).contains("not the lawful basis");
  }

  private Visitor.Arrived change(
      Visitor who, String round, org.jsoup.nodes.Document editing, String piece, String text) {
    var form = new java.util.ArrayList<String>();
    editing
        .select("form[action$=/changing] [name]")
        .forEach(
            field -> {
              form.add(field.attr("name"));
              form.add(
                  field.attr("name").equals(piece)
                      ? text
                      : field.tagName().equals("textarea")
                          ? field.wholeText().strip()
                          : field.val());
            });
    if (!form.contains(piece)) {
      form.add(piece);
      form.add(text);
    }
    return who.post(round + "/consent-text/changing", form.toArray(String[]::new));
  }

  private Visitor.Arrived returned(UUID invited, String... more) {
    var at = form(invited) + "/returning";
    var form =
        new java.util.ArrayList<>(
            java.util.List.of(
                "form",
                "standard",
                "words",
                words(at),
                "signedOn-day",
                "1",
                "signedOn-month",
                "6",
                "signedOn-year",
                "2026"));
    if (!java.util.List.of(more).contains("explainedBy")) {
      form.add("explainedBy");
      form.add("An adult");
    }
    form.addAll(java.util.List.of(more));
    return facilitator.post(at, form.toArray(String[]::new));
  }

  private Visitor.Arrived sign(String at, String words, String how, String signature) {
    return facilitator.post(
        at,
        "form",
        "easy-read",
        "words",
        words,
        "answer",
        "yes",
        "explainedBy",
        "An adult",
        how,
        signature,
        "ticked",
        "about",
        "ticked",
        "questions",
        "ticked",
        "stop",
        "ticked",
        "use",
        "ticked",
        "pass-on",
        "ticked",
        "support",
        "ticked",
        "stays-here");
  }

  private String words(String address) {
    return facilitator.get(address).page().select("input[name=words]").val();
  }

  private int rowsSeenBy(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql("select count(*) from consent.invitation where session_id = :id")
                .param("id", session.id().value())
                .query(Integer.class)
                .single());
  }

  private Entry entry(UUID id) {
    return register.find(people.as(Role.FACILITATOR), session.id(), id);
  }

  private UUID first() {
    return register.of(people.as(Role.FACILITATOR), session.id()).getLast().id();
  }

  private UUID second() {
    return register.of(people.as(Role.FACILITATOR), session.id()).getFirst().id();
  }

  private String path() {
    return "/engagement/sessions/" + session.id() + "/consent";
  }

  private String form(UUID invited) {
    return path() + "/" + invited;
  }
}
