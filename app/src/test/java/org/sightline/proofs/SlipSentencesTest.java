package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.OpenSessions;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Issue 2, What bad input gets: a slip code that is wrong, mistyped, expired or used gets four
/// different plain sentences, from the student site as from the slip box.
@SightlineTest
class SlipSentencesTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private OpenSessions sessions;
  @Autowired private Marks marks;
  @Autowired private TestPeople people;

  @Test
  void onTheStudentSite() {
    fourSentences(people.student(), "/withdrawing");
  }

  @Test
  void atTheSlipBox() {
    fourSentences(people.signedIn(Role.FACILITATOR), "/engagement/slip-box");
  }

  private void fourSentences(Visitor visitor, String door) {
    var session = sessions.open();
    String used = slip(session);
    people.student().post("/withdrawing", "code", used);
    String wrong = SlipCode.random(new SecureRandom(), session.tag()).printed();
    var past = sessions.open(sessions.round(), TODAY.minusDays(40));
    String expired = slip(past);
    marks.close(sessions.owner(), past.id(), 1);

    var sentences = new ArrayList<String>();
    for (String typed : List.of(wrong, mistyped(used), expired, used)) {
      var answer = visitor.post(door, "code", typed);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.page().select("#code").val()).isEqualTo(typed);
      sentences.add(answer.page().select(".govuk-error-summary a").text());
    }

    assertThat(sentences).doesNotHaveDuplicates().allMatch(said -> said.length() > 20);
    assertThat(sentences.get(2)).contains("" + TODAY.minusDays(12).getYear());
  }

  /// With two neighbours changed for one another, as people do.
  private static String mistyped(String slip) {
    char[] letters = slip.toCharArray();
    int at = 5;
    while (letters[at] == letters[at + 1]) {
      at++;
    }
    char first = letters[at];
    letters[at] = letters[at + 1];
    letters[at + 1] = first;
    return new String(letters);
  }

  private String slip(Session session) {
    var student = people.student();
    student.post("/joining", "code", session.classCode());
    return student.post("/slip", "year", "").page().select(".slip").attr("data-code");
  }
}
