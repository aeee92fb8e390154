package org.sightline.sharing.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Codes of other organisations mean one of three things to everybody (E44).
@SightlineTest
class CodesTest {

  @Autowired private TestPeople people;

  private Visitor officer;
  private String organisation;
  private String code;

  @BeforeEach
  void anOrganisation() {
    officer = people.signedIn(Role.GOVERNANCE);
    String name = "Codes " + UUID.randomUUID();
    officer.post("/sharing/organisations", "name", name, "kind", "SOCIAL_CARE");
    organisation =
        officer.get("/sharing/codes").page().select("option:contains(" + name + ")").val();
    code = "X-" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void aCodeNeedsItsOrganisationAndAFlag() {
    var refused = officer.post("/sharing/codes", "code", code, "flag", "RED");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").eachText())
        .containsExactlyInAnyOrder(
            "Choose whose code it is", "Choose what the code means here");
    assertThat(refused.page().select("[name=code]").val()).isEqualTo(code);
    assertThat(officer.post("/sharing/codes", fields("x".repeat(41))).status()).isEqualTo(422);
  }

  @Test
  void whoeverIsSignedInReadsWhatItMeansAndNobodyButTheOfficerKeepsIt() {
    officer.post("/sharing/codes", fields(code));

    var chair = people.signedIn(Role.CHAIR);
    String link =
        chair.get("/sharing/agreements").page().select("main a[href=/sharing/codes]").attr("href");
    var row = chair.get(link).page().select("tr:contains(" + code + ")");
    assertThat(row.text()).contains("Child in need", "Codes ", "Safeguarding:");
    assertThat(chair.get(link).page().select("main form")).isEmpty();
    assertThat(chair.post("/sharing/codes", fields(code)).status()).isEqualTo(404);
  }

  @Test
  void aCodeThatIsNoLongerUsedCanStillBeLookedUpAndUsedAgain() {
    officer.post("/sharing/codes", fields(code));

    var ended = officer.post(form()).page();
    assertThat(ended.select("tr:contains(" + code + ")").text()).contains("No longer used");
    assertThat(people.signedIn(Role.CHAIR).post(form()).status()).isEqualTo(404);

    assertThat(officer.post(form()).page().select("tr:contains(" + code + ")").text())
        .doesNotContain("No longer used");
  }

  private String form() {
    return officer
        .get("/sharing/codes")
        .page()
        .select("tr:contains(" + code + ") form")
        .attr("action");
  }

  private String[] fields(String typed) {
    return new String[] {
      "organisation",
      organisation,
      "code",
      typed,
      "meaning",
      "Child in need",
      "flag",
      "SAFEGUARDING"
    };
  }
}
