package org.sightline.sharing.pathways;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// To whom a worry or a request goes in each organisation, by named posts (H03).
@SightlineTest
class PathwaysTest {

  private static final String AT = "/sharing/pathways";

  @Autowired private TestPeople people;

  private Visitor officer;
  private String name;
  private String organisation;

  @BeforeEach
  void anOrganisation() {
    officer = people.signedIn(Role.GOVERNANCE);
    name = "Pathway " + UUID.randomUUID();
    officer.post("/sharing/organisations", "name", name, "kind", "SOCIAL_CARE");
    organisation = officer.get(AT).page().select("option:contains(" + name + ")").val();
  }

  @Test
  void aStepNeedsItsOrganisationAPostAndHowTheyAreReached() {
    var refused = officer.post(AT, "holder", "Jo Invented", "about", "WORRY");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactlyInAnyOrder("#organisation", "#turn", "#post", "#reach");
    assertThat(refused.page().select("[name=holder]").val()).isEqualTo("Jo Invented");
    assertThat(people.stranger().get(AT).path()).startsWith("/signing-in");
  }

  @Test
  void whoeverIsSignedInReadsWhomToAskAndNobodyButTheOfficerWritesIt() {
    add("Duty desk", "OUT_OF_HOURS");
    add("Designated lead", "FIRST");
    var chair = people.signedIn(Role.CHAIR);

    assertThat(chair.get("/sharing/agreements").page().select("main a[href=" + AT + "]"))
        .hasSize(1);
    assertThat(chair.get("/sharing/risk-of-harm").page().select("main a[href=" + AT + "]"))
        .hasSize(1);
    var page = chair.get(AT).page();
    assertThat(page.select("[data-pathway]:contains(" + name + ") li").eachText())
        .hasSize(2)
        .first()
        .asString()
        .contains("Designated lead, Jo Invented", "01632 960001", "Ask first", "A worry");
    assertThat(page.select("main form")).isEmpty();
    assertThat(chair.post(AT, fields("Another", "FIRST")).status()).isEqualTo(404);
  }

  @Test
  void whoeverIsTakenOffIsPutBackByTheOfficerOnly() {
    add("Designated lead", "FIRST");
    String ending = officer.get(AT).page().select(steps() + " form").attr("action");
    assertThat(people.signedIn(Role.CHAIR).post(ending).status()).isEqualTo(404);
    assertThat(officer.post(ending.replaceAll("[0-9a-f-]{36}", "" + UUID.randomUUID())).status())
        .isEqualTo(404);

    var off = officer.post(ending).page();
    assertThat(off.select(steps())).isEmpty();

    officer.post(ending.replace("/ending", "/return"));
    assertThat(officer.get(AT).page().select(steps())).hasSize(1);
  }

  private String steps() {
    return "[data-pathway]:contains(" + name + ") li";
  }

  private void add(String post, String turn) {
    assertThat(officer.post(AT, fields(post, turn)).status()).isEqualTo(200);
  }

  private String[] fields(String post, String turn) {
    return new String[] {
      "organisation",
      organisation,
      "post",
      post,
      "holder",
      "Jo Invented",
      "reach",
      "01632 960001",
      "hours",
      "9 to 5",
      "about",
      "WORRY",
      "turn",
      turn
    };
  }
}
