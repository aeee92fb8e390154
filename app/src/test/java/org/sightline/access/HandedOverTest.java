package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// AN-14: a tablet that a young person holds shows them theirs and nothing of the staff's; the
/// student site knows nothing of who is signed in.
@BrowserTest
class HandedOverTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;

  @Test
  void whoeverHoldsTheTabletComesToNothingElse() {
    var tablet = people.signedIn(Role.ROUND_OWNER);
    String session =
        "/engagement/sessions/" + rounds.aPlannedSession(rounds.aRound()).id() + "/consent";
    tablet.post(session + "/invitations", "people", "Zebulina Tansyfield, 13");
    String form =
        tablet.get(session).page().select("a[href*=" + session + "/]").eachAttr("href").stream()
            .map(href -> href.replaceAll("(/consent/[0-9a-f-]{36}).*", "$1"))
            .filter(href -> href.matches(".*/consent/[0-9a-f-]{36}"))
            .findFirst()
            .orElseThrow();
    assertThat(tablet.get(form + "/handing-over").page().select("input[name=handing]").val())
        .isEqualTo("over");

    String signing = form + "/signing?form=standard&explainedBy=&handing=over";
    assertThat(tablet.get(signing).status()).isEqualTo(200);

    for (String path : new String[] {"/", "/your-sign-in", session, "/engagement/rounds"}) {
      assertThat(tablet.get(path).path()).as(path).isEqualTo("/signing-in-again");
    }
    assertThat(tablet.post("/engagement/rounds").path()).isEqualTo("/signing-in-again");
    assertThat(tablet.get(form + "/thanks").status()).isEqualTo(200);
    assertThat(tablet.get(signing).status()).isEqualTo(200);
    assertThat(tablet.post("/signing-in-again", "code", "not it").status()).isEqualTo(422);
    assertThat(tablet.get(session).path()).isEqualTo("/signing-in-again");

    var owner = people.cast().the(Role.ROUND_OWNER);
    assertThat(tablet.post("/signing-in-again", "code", owner.password()).path())
        .isEqualTo(session);
    assertThat(tablet.get("/your-sign-in").path()).isEqualTo("/your-sign-in");
  }

  /// Cookies do not tell ports apart: on one machine, as in a demonstration, a browser sends them
  /// to both sites, and the student site neither looks at them nor answers with one. On hosts of
  /// their own, as `serve` is meant to be used, the browser itself keeps them apart.
  @Test
  void theStudentSiteTakesNoNoticeOfWhoIsSignedIn(Browser browser) {
    browser.signIn(Role.ROUND_OWNER);
    var page = browser.openStudentSite("/").playwright();
    String first = page.content();
    var again = browser.another().openStudentSite("/").playwright();
    assertThat(first).isEqualTo(again.content());

    var cookies = page.context().cookies(people.staffUrl());
    assertThat(cookies).isNotEmpty().allSatisfy(c -> assertThat(c.httpOnly).isTrue());
    var elsewhere = page.context().cookies(people.studentUrl().replace("localhost", "127.0.0.1"));
    assertThat(elsewhere).as("another host is sent none of them").isEmpty();
    var answer = page.request().get(people.studentUrl() + "/joining");
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
    assertThat(page.request().get(people.studentUrl() + "/your-sign-in").status()).isEqualTo(404);
  }
}
