package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.DayWords;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Signing on screen.
@SightlineTest
class SigningPagesTest {

  @Autowired private ApplicationContext application;

  @Autowired private TestPeople people;

  private OneRegister at;
  private Session session;
  private Visitor facilitator;

  @BeforeEach
  void inviteTwo() {
    at = new OneRegister(application);
    session = at.session;
    facilitator = at.facilitator;
  }

  @Test
  void changedWordsAreNotSignedUnread() {
    var address = at.form(at.first()) + "/signing";

    var page = at.sign(address, "00ff", "mark", "yes");

    assertThat(page.status()).isEqualTo(412);
    assertThat(at.entry(at.first()).returned()).isNull();
  }

  @Test
  void onScreenYesAsksForEveryLineAndASignatureButNoDoesNot() {
    var address = at.form(at.first()) + "/signing";
    var words = at.words(address + "?form=standard");

    var early =
        facilitator.post(
            address, "form", "standard", "words", words, "answer", "yes", "ticked", "about");
    var none =
        facilitator.post(address, "form", "standard", "words", words, "explainedBy", "An adult");
    var no =
        facilitator.post(
            address, "form", "standard", "words", words, "answer", "no", "explainedBy", "An adult");

    assertThat(early.status()).isEqualTo(422);
    assertThat(early.page().select(".govuk-error-summary a")).hasSize(2);
    assertThat(none.status()).isEqualTo(422);
    assertThat(no.heading()).isEqualTo("Thank you for telling us");
    assertThat(no.page().text()).doesNotContain("Quincelda").doesNotContain("Otto");
  }

  @Test
  void theSigningPageShowsNothingElse() {
    var page = facilitator.get(at.form(at.first()) + "/signing?form=easy-read").page();

    assertThat(page.select("nav, .top__out, header a")).isEmpty();
    assertThat(page.text()).doesNotContain("Quincelda").doesNotContain("Verbatim");
    assertThat(page.select(".answers input").eachAttr("value")).containsExactly("yes", "no");
    assertThat(page.select(".answers input[checked]")).isEmpty();
    assertThat(page.select("input[name=ticked]")).hasSize(7);
  }

  @Test
  void aDrawnSignatureIsKeptAndDrawnAgainAndAScriptIsNot() {
    var address = at.form(at.first()) + "/signing";
    var words = at.words(address + "?form=easy-read");

    var bad = at.sign(address, words, "drawn", "M0 0\"><script>alert(1)</script>");
    at.sign(address, words, "drawn", "M10 20L30 40");

    assertThat(bad.status()).isEqualTo(422);
    assertThat(facilitator.get(at.form(at.first())).page().select("svg.signature path").attr("d"))
        .isEqualTo("M10 20L30 40");
  }

  @Test
  void theFormSaysWhatCannotBeTakenBackAndThatStaffCannotFindAMap() {
    var page = facilitator.get(at.form(at.first()) + "/signing?form=standard").page().text();

    assertThat(page)
        .contains("If you lose it, no one can find your map")
        .contains("we cannot take that back")
        .contains("If I am worried that you or someone else might not be safe")
        .contains(DayWords.of(session.lastDay()));
    assertThat(facilitator.get(at.path()).page().text()).contains("not the lawful basis");
  }

  @Test
  void whoExplainsTheFormTravelsByNumberAndIsKeptByName() {
    var handing = facilitator.get(at.form(at.first()) + "/handing-over").page();
    var lead = people.cast().the(Role.SAFEGUARDING_LEAD);
    var stranger = people.cast().outsider();

    assertThat(handing.select("option").eachAttr("value"))
        .contains(lead.id().toString())
        .allMatch(value -> value.matches("[0-9a-f-]{36}"));
    var signing =
        facilitator
            .get(at.form(at.first()) + "/signing?form=standard&explainedBy=" + lead.id())
            .page();
    assertThat(signing.text()).doesNotContain("Who explained");
    no(at.first(), signing.select("input[name=explainedBy]").val());
    no(at.second(), stranger.id().toString());

    assertThat(explainer(at.first())).isEqualTo(lead.name());
    assertThat(explainer(at.second())).isEqualTo(people.cast().the(Role.FACILITATOR).name());
  }

  /// A77, practice.md, The room.
  @Test
  void easyReadHasAPictureBesideEveryLineOnScreenAndOnPaper() throws Exception {
    String signing = at.form(at.first()) + "/signing?form=";
    var page = facilitator.get(signing + "easy-read").page();

    var lines =
        page.select(
            ".young > p, .young > ul > li, .young form > p, .young label[for^=s-], .answers label,"
                + " legend + .govuk-hint");
    assertThat(lines).hasSizeGreaterThan(30);
    assertThat(lines).allMatch(line -> line.select("img.symbol[alt='']").size() == 1);
    var addresses = page.select("img.symbol").eachAttr("src");
    assertThat(Set.copyOf(addresses)).hasSizeGreaterThan(20);
    for (String address : Set.copyOf(addresses)) {
      assertThat(facilitator.get(address).status()).as(address).isEqualTo(200);
    }
    assertThat(facilitator.get(signing + "standard").page().select("img.symbol")).isEmpty();
    assertThat(at.printed("form=easy-read")).contains("adult you trust");
    var printed = Jsoup.parse(at.html(Form.english(FormKind.EASY_READ)));
    assertThat(printed.select("tr:has(svg)").text())
        .contains("You will colour a map.", "If you lose the slip", "Yes is OK. No is OK.");
    assertThat(printed.select("body > p, body > ul, .statement tr:not(:has(svg))")).isEmpty();
    assertThat(printed.select(".answers td:has(svg)")).hasSize(2);
    assertThat(printed.select("svg")).hasSameSizeAs(addresses);
  }

  @Test
  void everyPieceOfEasyReadThatIsALineHasAPicture() {
    var silent = List.of("title", "Title", ".help", "finalQuestion", "afterNo");
    for (String piece : ConsentText.shipped().easyRead().pieces().keySet()) {
      if (!piece.startsWith("fields.") && silent.stream().noneMatch(piece::endsWith)) {
        assertThat(Symbols.svg(piece.replaceFirst("^(statements\\..*)\\.text$", "$1")))
            .as(piece)
            .startsWith("<svg");
      }
    }
  }

  private void no(UUID invited, String explainedBy) {
    var address = at.form(invited) + "/signing";
    facilitator.post(
        address,
        "form",
        "standard",
        "words",
        at.words(address + "?form=standard"),
        "answer",
        "no",
        "explainedBy",
        explainedBy);
  }

  private String explainer(UUID invited) {
    return Objects.requireNonNull(at.entry(invited).returned()).given().explainedBy();
  }
}
