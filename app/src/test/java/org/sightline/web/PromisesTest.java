package org.sightline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// One wording everywhere (practice.md 5).
class PromisesTest {

  private static final String PASS_ON =
      "If I am worried that you or someone else might not be safe, I must pass it on. I will try to"
          + " tell you first.";

  @Test
  void aPromiseNobodyMadeIsRefused() {
    assertThatThrownBy(() -> Promises.in("You can trust me: {promise.secret}"))
        .hasMessage("There is no promise secret");
  }

  @Test
  void standInEveryTextThatNamesThem() {
    var words = new Words();

    for (String key :
        new String[] {
          "engagement.student-site.whatHappens.more.promise.text",
          "engagement.student-site.helpSlip.promise",
          "engagement.run-sheet.lines.at-risk.text",
          "engagement.consent-v1.forms.standard.statements.pass-on.text",
          "engagement.consent-v1.forms.easy-read.statements.pass-on.text",
          "concerns.concern-form.youngPerson.say.promise.text"
        }) {
      assertThat(words.say(key)).as(key).contains(PASS_ON);
    }
  }
}
