package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.Trail;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The list of a session: who opens it, whom it holds, and what has come back.
@SightlineTest
class RegisterPagesTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

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
  void onlyFacilitatorsAndTheOwnerOpenTheRegister() {
    assertThat(people.stranger().get(at.path()).path()).isEqualTo("/signing-in");
    for (var visitor :
        new Visitor[] {
          people.signedIn(people.cast().outsider()),
          people.signedIn(Role.HEAD),
          people.signedIn(Role.SAFEGUARDING_LEAD)
        }) {
      assertThat(visitor.get(at.path()).status()).isEqualTo(404);
      assertThat(visitor.get(at.form(at.first()) + "/returning").status()).isEqualTo(404);
      assertThat(visitor.post(at.path() + "/invitations", "people", "Somebody").status())
          .isEqualTo(404);
      assertThat(
              visitor.get("/engagement/sessions/" + session.id() + "/consent-forms.pdf").status())
          .isEqualTo(404);
    }
    assertThat(people.signedIn(Role.ROUND_OWNER).get(at.path()).status()).isEqualTo(200);
  }

  @Test
  void theRegisterOfOneSessionDoesNotOpenAFormOfAnother() {
    var other = OneRegister.planned(application).session();

    assertThat(
            facilitator
                .get("/engagement/sessions/" + other.id() + "/consent/" + at.first() + "/returning")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aListThatCannotBeReadSaysWhichLineAndStays() {
    var page =
        facilitator.post(at.path() + "/invitations", "people", "Fine Name, 12\nToo Young, 3");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary").text()).contains("Line 2");
    assertThat(page.page().select("#people").text()).contains("Too Young, 3");
  }

  @Test
  void namesAreShownAsTypedAndEveryOpeningIsRecorded() {
    var page = facilitator.get(at.path()).page();

    assertThat(page.select("tbody th").eachText())
        .containsExactly("Otto <b>Bold</b>", "Quincelda Verbatim, 13");
    assertThat(Trail.of(store, session.id().value()))
        .contains("engagement.young-people-invited DONE", "engagement.consent-register-read DONE");
  }

  @Test
  void somebodyWhoReturnedAFormStaysOnTheList() {
    at.returned(at.first(), "answer", "no");

    assertThat(facilitator.post(at.form(at.first()) + "/removal").status()).isEqualTo(422);
    assertThat(facilitator.post(at.form(at.second()) + "/removal").page().select("tbody tr"))
        .hasSize(1);
  }

  @Test
  void formsAreNotedAsGivenOutToWhoeverHasNone() {
    var page = facilitator.post(at.path() + "/issues", "form", "large-print");

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
}
