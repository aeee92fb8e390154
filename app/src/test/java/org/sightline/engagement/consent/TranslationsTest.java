package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A school's own translation: every line or none, in its own direction, signed as it was read.
@SightlineTest
class TranslationsTest {

  private static final String ARABIC = "\u0646\u0639\u0645";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;

  private OneRegister at;
  private Visitor owner;
  private String texts;

  @BeforeEach
  void inviteTwo() {
    at = new OneRegister(application);
    owner = people.signedIn(Role.ROUND_OWNER);
    texts = "/engagement/rounds/" + at.session.round() + "/consent-text";
  }

  @Test
  void isNotThereForWhoeverMayNotChangeTheWordsOrForNoLanguage() {
    assertThat(at.facilitator.get(texts + "/translating?language=ar").status()).isEqualTo(404);
    assertThat(owner.get(texts + "/translating?language=tlh").status()).isEqualTo(404);
    assertThat(owner.get(texts + "/translating?language=en").status()).isEqualTo(404);
    assertThat(signing("standard-in-fy").status()).isEqualTo(404);
    assertThat(signing("easy-read-in-fy").status()).isEqualTo(404);
  }

  @Test
  void halfATranslationIsRefusedAndWhatWasTypedStays() {
    var page = translate("cy", "ltr", "title", "");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#t:title");
    assertThat(page.page().select("textarea[name=t:finalQuestion]").text()).contains(ARABIC);
    assertThat(translate("cy", "", "", "").status()).isEqualTo(422);
  }

  @Test
  void aPlaceThatIsNoLongerFilledInIsRefusedAndWhatWasTypedStays() {
    var page = translate("cy", "ltr", "{lastDay}", "");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary").text()).contains("{lastDay}");
    assertThat(page.page().select(".govuk-textarea").eachText())
        .isNotEmpty()
        .allMatch(typed -> typed.contains(ARABIC));
  }

  @Test
  void isSignedOnScreenInItsDirectionAndReadAgainToTheLetter() {
    translate("ar", "rtl", "", "");
    var page = signing("standard-in-ar").page();

    assertThat(page.select(".young").attr("dir")).isEqualTo("rtl");
    assertThat(page.select(".young").attr("lang")).isEqualTo("ar");
    assertThat(page.select(".young input[name=ticked]")).hasSize(7);
    assertThat(page.select(".young").text()).contains(ARABIC).doesNotContain("{");
    at.facilitator.post(
        at.form(at.first()) + "/signing",
        "form",
        "standard-in-ar",
        "words",
        page.select("input[name=words]").val(),
        "answer",
        "no");

    var kept = Objects.requireNonNull(at.entry(at.first()).returned());
    assertThat(kept.form()).isEqualTo(new Form(FormKind.STANDARD, "ar"));
    assertThat(at.facilitator.get(at.form(at.first())).page().text())
        .contains("Standard, in Arabic")
        .contains("to the letter")
        .contains(ARABIC);
  }

  @Test
  void isPrintedByTheBrowserOnceForEach() {
    translate("ar", "rtl", "", "");
    var answer = at.facilitator.get(at.path() + "-forms.pdf?form=large-print-in-ar&copies=3");

    assertThat(answer.page().select("html").attr("dir")).isEqualTo("rtl");
    assertThat(answer.page().select("article")).hasSize(3);
    assertThat(answer.page().select("article").first().select(".tick")).hasSize(9);
    assertThat(new String(answer.response().body(), StandardCharsets.UTF_8)).contains(ARABIC);
    assertThat(answer.page().select("[style], script, style")).isEmpty();
  }

  @Test
  void isGivenToNobodyOnceTheEnglishHasChangedUntilItIsSavedAgain() {
    translate("ar", "rtl", "", "");
    String old = changeTheTitle("Would you like to take part?");
    var stale = signing("standard-in-ar");
    var page = owner.get(texts).page();
    changeTheTitle(old);

    assertThat(stale.status()).isEqualTo(404);
    assertThat(page.text()).contains("Arabic: The English has changed since");
    assertThat(signing("standard-in-ar").status()).isEqualTo(200);
  }

  private Visitor.Arrived signing(String form) {
    return at.facilitator.get(at.form(at.first()) + "/signing?form=" + form);
  }

  /// Every line in Arabic letters with its places, but for one.
  private Visitor.Arrived translate(String language, String direction, String line, String text) {
    var page = owner.get(texts + "/translating?language=" + language).page();
    var form = new ArrayList<String>(List.of("language", language, "direction", direction));
    form.addAll(List.of("version", page.select("input[name=version]").val()));
    for (var field : page.select("textarea")) {
      String english = Objects.requireNonNull(field.parent()).select("label").text();
      String own = ARABIC + english.replaceAll("[^{}]*(\\{\\w+})?", " $1");
      boolean changed = field.attr("name").equals("t:" + line);
      form.addAll(
          List.of(
              field.attr("name"), changed ? text : own.replace(line.isEmpty() ? "~" : line, "")));
    }
    return owner.post(texts + "/translating", form.toArray(String[]::new));
  }

  private String changeTheTitle(String title) {
    Document page = owner.get(texts + "/changing").page();
    String old = page.select("textarea[name=standard:title]").text();
    at.change(owner, "/engagement/rounds/" + at.session.round(), page, "standard:title", title);
    return old;
  }
}
