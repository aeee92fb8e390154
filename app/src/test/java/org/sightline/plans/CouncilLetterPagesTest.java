package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

/// Several areas, one letter each (A36); what is due is said (A35).
class CouncilLetterPagesTest extends PlanPageTest {

  @Autowired private CouncilContacts contacts;
  @Autowired private CouncilLetters letters;
  @Autowired private ReplyReminders reminders;

  private final CouncilContact mill = contact(0, ContactUse.PLACES, "Mill Park", false);
  private final CouncilContact harbour = contact(0, ContactUse.PLACES, "Harbour", false);
  private final CouncilContact children = contact(0, ContactUse.CONCERNS, "Everywhere", false);

  @BeforeEach
  void keepContacts() {
    List.of(mill, harbour, children).forEach(one -> contacts.save(owner, people.school(), one));
  }

  @AfterEach
  void retireThem() {
    for (var one : List.of(mill, harbour, children)) {
      contacts.save(
          owner,
          people.school(),
          new CouncilContact(
              one.id(), 1, one.use(), one.area(), one.team(), one.email(), one.phone(), true));
    }
  }

  @Test
  void theWriterChoosesTheContactAndThePlacesOfItsArea() {
    var park = outside("The park");
    var quay = outside("The quay");
    var visitor = people.signedIn(Role.ROUND_OWNER);

    var open = visitor.get(at("/council")).page();
    assertThat(open.select("form[method=get] .govuk-radios__item").text())
        .contains("Mill Park: Mill Park team", "Harbour: Harbour team")
        .doesNotContain("Everywhere");
    assertThat(open.select("article").text()).contains("Dear colleague", "The park", "The quay");

    var letter = visitor.get(at("/council?contact=" + harbour.id() + "&issue=" + quay)).page();
    assertThat(letter.select("article").text())
        .contains("Dear Harbour team", "The quay")
        .doesNotContain("The park");
    assertThat(letter.select("input[name=recipient]").val()).isEqualTo("Harbour team, Harbour");
    assertThat(letter.select("form[method=post] input[name=issue]").eachAttr("value"))
        .containsExactly(quay.toString());
    assertThat(visitor.get(at("/council?contact=" + UUID.randomUUID())).page().text())
        .contains("Dear colleague");
    assertThat(park).isNotEqualTo(quay);
  }

  @Test
  void aLetterWithoutAReplyStandsOnThePlanAndTheDayIsRemindedOfOnce() {
    var park = outside("The park");
    var today = dates.today();
    var letter =
        letters.recordSent(
            owner, round, List.of(park), "Parks", today.minusDays(30), today.minusDays(2));
    var visitor = people.signedIn(Role.ROUND_OWNER);

    reminders.remind(today.minusDays(3));
    assertThat(reminded(letter)).isEmpty();
    reminders.remind(today);
    reminders.remind(today);
    for (int jump : new int[] {1, -1, 0, 2}) {
      reminders.remind(today.plusDays(jump)); // the machine's clock goes forth and back
    }

    assertThat(reminded(letter)).hasSize(1);
    var plan = visitor.get(at(""));
    assertThat(plan.page().text()).contains("Letters without a reply", "Ring them, and record");

    letters.recordReply(owner, round, letter, today, "They come on Monday", null);
    assertThat(visitor.get(at("")).page().text()).doesNotContain("Letters without a reply");
  }

  @Test
  void aReplyThatCameInTimeIsNotRemindedOf() {
    var today = dates.today();
    var letter =
        letters.recordSent(owner, round, List.of(outside("The park")), "Parks", today, today);
    letters.recordReply(owner, round, letter, today, "They come on Monday", null);

    reminders.remind(today);

    assertThat(reminded(letter)).isEmpty();
  }

  private IssueId outside(String place) {
    return plans.raiseIssue(
        owner,
        round,
        new NewIssue(null, Source.DISCUSSION, new IssueText(place, null, null, true, null, false)));
  }

  private List<String> reminded(LetterId letter) {
    return rounds.rows(
        "select act from audit.entry where object = ? and act = 'plans.reply-reminded'",
        letter.value());
  }

  private static CouncilContact contact(int version, ContactUse use, String area, boolean retired) {
    return new CouncilContact(
        UUID.randomUUID(),
        version,
        use,
        area,
        area + " team",
        "team@council.example",
        null,
        retired);
  }
}
