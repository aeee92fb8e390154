package org.sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What a visitor sends that nobody can read is answered with a sentence, and is no fault of ours.
@SightlineTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorsTest {

  @Autowired private TestPeople people;

  @Test
  void aFailedLinkLeadsBackToThePageItStoodOnAndToNoOtherSite() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    String here = people.staffUrl();

    assertThat(back(owner.follow("/nothing-here", here + "/engagement/rounds?a=b")))
        .containsExactly("/engagement/rounds", "/");
    for (String from :
        new String[] {
          here + "/nothing-here",
          here + "//elsewhere.invalid/",
          here + "/",
          "https://elsewhere.invalid/engagement/rounds",
          here + ".elsewhere.invalid/engagement/rounds",
          "javascript:alert(1)",
          "%",
          "x".repeat(3_000)
        }) {
      assertThat(back(owner.follow("/nothing-here", from))).as(from).containsExactly("/");
    }
  }

  private static List<String> back(Visitor.Arrived failed) {
    assertThat(failed.status()).isEqualTo(404);
    return failed.page().select("main a").eachAttr("href");
  }

  @Test
  void moreFieldsThanAnyFormHasAreRefusedOnBothSites(CapturedOutput output) {
    var fields = Collections.nCopies(6_000, "planted").toArray(String[]::new);

    assertThat(people.signedIn(Role.ROUND_OWNER).post("/engagement/rounds", fields).status())
        .isIn(400, 413);
    assertThat(people.student().post("/joining", fields).status()).isIn(400, 413);
    assertThat(output).doesNotContain("Fault ");
  }
}
