package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.Trail;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Forms that came back on paper, and consent taken back.
@SightlineTest
class ReturnedFormsTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  private OneRegister at;
  private Visitor facilitator;

  @BeforeEach
  void inviteTwo() {
    at = new OneRegister(application);
    facilitator = at.facilitator;
  }

  @Test
  void aPaperFormWithoutAnAnswerIsNotRecorded() {
    var page = at.returned(at.first(), "answer", "");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary").text())
        .contains("no answer is not a yes");
    assertThat(at.entry(at.first()).returned()).isNull();
  }

  @Test
  void aNoNeedsNothingElse() {
    at.returned(at.first(), "answer", "no");

    assertThat(at.entry(at.first()).takesPart()).isFalse();
    assertThat(facilitator.get(at.path()).page().text())
        .contains("0 of 2 young people have said yes")
        .contains("1 form has not come back");
  }

  @Test
  void aPaperYesIsRecordedWithItsTicksAndItsAudit() {
    at.returned(at.first(), "answer", "yes", "ticked", "about", "ticked", "stop");

    var given = java.util.Objects.requireNonNull(at.entry(at.first()).returned()).given();
    assertThat(given.yes()).isTrue();
    assertThat(given.ticked()).containsExactly("about", "stop");
    assertThat(given.signing()).isEqualTo(Given.Signing.PAPER);
    assertThat(Trail.of(store, at.first())).contains("engagement.consent-recorded DONE");
  }

  @Test
  void takingConsentBackIsRecordedOnceWithItsEffect() {
    var early = facilitator.post(at.form(at.first()) + "/withdrawing");
    at.returned(at.first(), "answer", "yes");
    facilitator.post(at.form(at.first()) + "/withdrawing");
    var again = facilitator.post(at.form(at.first()) + "/withdrawing");

    assertThat(early.status()).isEqualTo(422);
    assertThat(again.status()).isEqualTo(422);
    assertThat(java.util.Objects.requireNonNull(at.entry(at.first()).withdrawal()).effect())
        .isEqualTo(Entry.Effect.BEFORE);
    assertThat(at.returned(at.first(), "answer", "yes").status()).isEqualTo(422);
    assertThat(Trail.of(store, at.first())).contains("engagement.consent-withdrawn DONE");
  }
}
