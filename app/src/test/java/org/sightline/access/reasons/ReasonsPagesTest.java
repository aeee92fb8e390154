package org.sightline.access.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// "Why can I see this?" and stepping back.
@SightlineTest
class ReasonsPagesTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;

  private TestSchools school;
  private String round;

  @BeforeEach
  void setUp() {
    school = new TestSchools(application);
    school.the(Role.SAFEGUARDING_LEAD);
    round = school.aRound().id().toString();
  }

  @Test
  void strangersAreNotToldWhy() {
    assertThat(people.signedIn(Role.HEAD).get("/reasons/" + round).status()).isEqualTo(404);
  }

  @Test
  void everyPageOfARoundLeadsToWhy() {
    var owner = people.signedIn(school.the(Role.ROUND_OWNER));
    for (String path :
        new String[] {
          "/engagement/rounds/" + round,
          "/engagement/rounds/" + round + "/sessions/new",
          "/plans/" + round,
          "/engagement/rounds/" + round + "/consent-text"
        }) {
      assertThat(owner.get(path).page().select(".why a").attr("href"))
          .as(path)
          .isEqualTo("/reasons/" + round);
    }
    assertThat(owner.get("/your-sign-in").page().select(".why")).isEmpty();
    assertThat(owner.get("/engagement/rounds/" + round + "/no-such").page().select(".why"))
        .isEmpty();
  }

  @Test
  void itSaysWhichRoleSinceWhenAndWhoElse() {
    var lead = people.signedIn(school.the(Role.SAFEGUARDING_LEAD));

    var page = lead.get("/reasons/" + round).page();

    assertThat(page.select("main").text())
        .contains("Designated safeguarding lead", "Given by Needham ROUND_OWNER", "Round owner: 1")
        .doesNotContain("Nobody else");
  }

  @Test
  void whoStepsBackIsOutAtOnceAndASecondPersonLetsThemIn() {
    var owner = people.signedIn(school.the(Role.ROUND_OWNER));
    var lead = people.signedIn(school.the(Role.SAFEGUARDING_LEAD));
    String path = "/reasons/" + round;
    assertThat(lead.get("/conflicts/" + round).page().select("#colleague option").eachText())
        .contains(school.the(Role.ROUND_OWNER).name());

    assertThat(owner.post(path + "/stepping-back", "reason", "My cousin").status()).isEqualTo(422);
    owner.post(path + "/stepping-back", "sure", "yes", "reason", "My cousin");

    assertThat(owner.get("/engagement/rounds/" + round).status()).isEqualTo(404);
    assertThat(lead.get("/engagement/rounds/" + round).status()).isEqualTo(200);
    var kept = lead.get("/conflicts/" + round).page();
    assertThat(kept.select("main").text()).contains("My cousin", "Stepped back on");
    assertThat(kept.select("#colleague option").eachText())
        .as("who is kept away already is not offered again")
        .doesNotContain(school.the(Role.ROUND_OWNER).name());
    String lifting = kept.select("form[action$=/lifting]").attr("action");
    assertThat(owner.post(lifting).status()).isEqualTo(404);

    lead.post(lifting);

    assertThat(owner.get("/engagement/rounds/" + round).status()).isEqualTo(200);
  }
}
