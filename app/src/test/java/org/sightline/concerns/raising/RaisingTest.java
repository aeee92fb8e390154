package org.sightline.concerns.raising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class RaisingTest {

  private static final String WHAT = "Ottokar Bramwhistle is frightened of the bus";

  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  @Test
  void aStrangerIsAskedToSignIn() {
    assertThat(people.stranger().get("/concerns/raising").path()).isEqualTo("/signing-in");
    assertThat(people.stranger().post("/concerns/raising", "what", WHAT).path())
        .isEqualTo("/signing-in");
  }

  @Test
  void isNotThereOnTheStudentSite() {
    assertThat(people.student().get("/concerns/raising").status()).isEqualTo(404);
  }

  @Test
  void anotherSchoolsRoundIsNotThere() {
    var facilitator = people.signedIn(Role.FACILITATOR);

    assertThat(facilitator.get("/concerns/raising?round=" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(facilitator.get("/concerns/raising?round=nonsense").status()).isEqualTo(404);
  }

  @Test
  void somebodyElsesReceiptIsNotThere() {
    String id = UUID.randomUUID().toString();
    people.signedIn(Role.FACILITATOR).post("/concerns/raising", filled(id));

    for (Role role : List.of(Role.SAFEGUARDING_LEAD, Role.ROUND_OWNER, Role.HEAD)) {
      assertThat(people.signedIn(role).get("/concerns/raising/" + id).status()).isEqualTo(404);
    }
    assertThat(people.signedIn(people.cast().outsider()).get("/concerns/raising/" + id).status())
        .isEqualTo(404);
  }

  @Test
  void anEmptyFormNamesWhatIsMissingAndKeepsWhatWasTyped() {
    String id = UUID.randomUUID().toString();
    var answer =
        people
            .signedIn(Role.FACILITATOR)
            .post("/concerns/raising", "id", id, "who", "a boy in year 8", "known", "yes");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#immediate-risk-yes", "#when-raised-setting-up", "#what", "#enough-yes");
    for (String target : answer.page().select(".govuk-error-summary a").eachAttr("href")) {
      assertThat(answer.page().select(target)).as(target).hasSize(1);
    }
    assertThat(answer.page().select("#who").val()).isEqualTo("a boy in year 8");
    assertThat(answer.page().select("#known-yes").hasAttr("checked")).isTrue();
    assertThat(answer.page().select("input[name=id]").val()).isEqualTo(id);
    assertThat(acts(id)).isEmpty();
  }

  @Test
  void anAnswerThatWasNotOfferedIsRefused() {
    String id = UUID.randomUUID().toString();
    String[] fields = filled(id);
    fields[3] = "perhaps";

    var answer = people.signedIn(Role.FACILITATOR).post("/concerns/raising", fields);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("#immediate-risk-error").text()).contains("Choose one");
  }

  @Test
  void tooLongATextIsRefusedAndKept() {
    String[] fields = filled(UUID.randomUUID().toString());
    fields[7] = "a".repeat(10_001);

    var answer = people.signedIn(Role.FACILITATOR).post("/concerns/raising", fields);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("#what").text()).hasSize(10_001);
  }

  @Test
  void theFirstQuestionIsAboutDangerAndItSaysWhatToDoNow() {
    var page = people.signedIn(Role.FACILITATOR).get("/concerns/raising?stage=counting").page();

    assertThat(page.select("fieldset legend").first().text()).contains("danger right now");
    assertThat(page.select("#immediate-risk-yes-more").text())
        .contains("Ring 999")
        .contains(people.cast().the(Role.SAFEGUARDING_LEAD).name());
    assertThat(page.select("#when-raised-counting").hasAttr("checked")).isTrue();
    assertThat(page.text()).doesNotContain("{");
  }

  @Test
  void itIsPassedOnAndTheReceiptSaysNothingOfIt() {
    String id = UUID.randomUUID().toString();
    var facilitator = people.signedIn(Role.FACILITATOR);

    var receipt = facilitator.post("/concerns/raising", filled(id));

    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.path()).isEqualTo("/concerns/raising/" + id);
    assertThat(receipt.page().text())
        .contains("passed on to the safeguarding lead")
        .doesNotContain("Bramwhistle")
        .doesNotContain("Ring 999");
    assertThat(acts(id)).containsExactly("concerns.concern-raised");
    var list = facilitator.get("/concerns/raising/receipts").page();
    assertThat(list.select("tbody th").eachText())
        .contains(new org.sightline.concerns.ConcernId(UUID.fromString(id)).receipt());
    assertThat(list.text()).doesNotContain("Bramwhistle");
  }

  @Test
  void pressedTwiceItIsPassedOnOnce() {
    String id = UUID.randomUUID().toString();
    var facilitator = people.signedIn(Role.FACILITATOR);

    var first = facilitator.post("/concerns/raising", filled(id));
    var second = facilitator.post("/concerns/raising", filled(id));

    assertThat(second.path()).isEqualTo(first.path());
    assertThat(
            store
                .jdbc()
                .sql("select count(*) from concerns.concern where id = :id")
                .param("id", UUID.fromString(id))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aboutTheLeadTheReceiptSaysItGoesToOthers() {
    String[] fields = filled(UUID.randomUUID().toString(), "about-adult", "lead");

    var receipt = people.signedIn(Role.FACILITATOR).post("/concerns/raising", fields);

    assertThat(receipt.page().text())
        .contains("the deputy safeguarding lead and the head")
        .contains("not to the person it is about");
  }

  @Test
  void aboutAllThreeTheReceiptSendsTheRaiserToTheCouncil() {
    String[] fields =
        filled(
            UUID.randomUUID().toString(),
            "about-adult",
            "lead",
            "about-adult",
            "deputy",
            "about-adult",
            "head");

    var receipt = people.signedIn(Role.FACILITATOR).post("/concerns/raising", fields);

    assertThat(receipt.page().text()).contains("nobody at the school can read it");
  }

  @Test
  void inDangerTheReceiptSaysToRingFirst() {
    String[] fields = filled(UUID.randomUUID().toString());
    fields[3] = "not-sure";

    var receipt = people.signedIn(Role.FACILITATOR).post("/concerns/raising", fields);

    assertThat(receipt.page().select(".govuk-warning-text").text()).contains("Ring 999");
  }

  static String[] filled(String id, String... more) {
    String[] fields = {
      "id", id, "immediate-risk", "no", "when-raised", "in-session", "what", WHAT, "known", "no"
    };
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  private List<String> acts(String id) {
    return store
        .jdbc()
        .sql("select act from audit.entry where object = :id and outcome = 'DONE' order by seq")
        .param("id", UUID.fromString(id))
        .query(String.class)
        .list();
  }
}
