package org.sightline.engagement.slipbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.OpenSessions;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class SlipBoxTest {

  @Autowired private OpenSessions sessions;
  @Autowired private Marks marks;
  @Autowired private TestPeople people;

  @Test
  void isClosedToStrangersAndNotThereForYoungPeople() {
    assertThat(people.stranger().get("/engagement/slip-box").path()).isEqualTo("/signing-in");
    assertThat(people.student().get("/engagement/slip-box").status()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrongWithACodeAndKeepsWhatWasTyped() {
    var staff = people.signedIn(Role.SAFEGUARDING_LEAD);

    assertThat(staff.post("/engagement/slip-box", "code", " ").status()).isEqualTo(422);
    var mistyped = staff.post("/engagement/slip-box", "code", "2222-3333-4444-5555-K");
    assertThat(mistyped.page().select(".govuk-error-summary a").text()).contains("never use K");
    assertThat(mistyped.page().select("#code").val()).isEqualTo("2222-3333-4444-5555-K");
  }

  @Test
  void deletesTheMapWithoutShowingAnythingOfIt() {
    var session = sessions.open();
    var student = people.student();
    student.post("/joining", "code", session.classCode());
    String code = student.post("/slip", "year", "").page().select(".slip").attr("data-code");
    marks.close(sessions.owner(), session.id(), 1);
    var staff = people.signedIn(Role.FACILITATOR);

    var done = staff.post("/engagement/slip-box", "code", code);

    assertThat(done.path()).isEqualTo("/engagement/slip-box");
    assertThat(done.page().select(".govuk-notification-banner").text()).contains("deleted");
    assertThat(done.page().text()).doesNotContain(session.tag().letters());
    assertThat(
            staff
                .post("/engagement/slip-box", "code", code)
                .page()
                .select(".govuk-error-summary a")
                .text())
        .startsWith("This slip was used before");
  }
}
