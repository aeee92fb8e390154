package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.kernel.Role.FACILITATOR;
import static org.sightline.kernel.Role.HEAD;
import static org.sightline.kernel.Role.SAFEGUARDING_LEAD;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.concerns.Following;
import org.sightline.kernel.InTheWay;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A sealed concern: there for the people named, and for nobody else by any way (AC-10, AC-12).
@SightlineTest
class SealedRecordsTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SettingUp settingUp;
  @Autowired private SealedRecords seals;
  @Autowired private Conflicts conflicts;
  @Autowired private Following following;
  @Autowired private SystemStore store;

  private TestSchools school;
  private UserId secondLead;
  private UUID concern;

  @BeforeEach
  void raiseAConcern() {
    school = new TestSchools(application);
    secondLead = UserId.random();
    settingUp.personWithoutPassword(secondLead, secondLead.toString(), "Second Invented");
    settingUp.member(school.id(), secondLead, SAFEGUARDING_LEAD, OwnSchool.EARLIER);
    people
        .signedIn(school.the(FACILITATOR))
        .post(
            "/concerns/raising",
            "id",
            UUID.randomUUID().toString(),
            "school",
            school.id().toString(),
            "immediate-risk",
            "no",
            "when-raised",
            "in-session",
            "what",
            "Somebody is waited for after school.",
            "known",
            "not-known",
            "enough",
            "not-known");
    var third = UserId.random();
    settingUp.personWithoutPassword(third, third.toString(), "Third Invented");
    settingUp.member(school.id(), third, SAFEGUARDING_LEAD, OwnSchool.EARLIER);
    concern = following.queue(lead()).getFirst().concern().id().value();
    assertThat(following.queue(SignedIn.as(third))).hasSize(1);
    seals.seal(lead(), school.id(), concern, Set.of(secondLead));
    assertThat(following.queue(SignedIn.as(third))).isEmpty();
  }

  @Test
  void nobodyElseFindsItInListOrByItsAddress() {
    assertThat(following.queue(lead())).hasSize(1);
    assertThat(following.queue(second())).hasSize(1);
    var newcomer = people.signedIn(leadWhoIsNotNamed());
    for (String path :
        new String[] {
          "/concerns/" + concern,
          "/reasons/" + school.id() + "/" + concern,
          "/seals/" + school.id() + "/" + concern,
          "/conflicts/" + school.id() + "/" + concern
        }) {
      assertThat(newcomer.get(path).status()).as(path).isEqualTo(404);
      var never = newcomer.get(path.replace(concern.toString(), UUID.randomUUID().toString()));
      assertThat(newcomer.get(path).response().body()).as(path).isEqualTo(never.response().body());
    }
    assertThat(newcomer.get("/concerns").page().select("main").html())
        .doesNotContain(concern.toString());
  }

  @Test
  void aSealNamesTwoAtLeastAndOnlyThoseWhoReadItAnyhow() {
    assertThatThrownBy(() -> seals.seal(lead(), school.id(), concern, Set.of()))
        .isInstanceOfAny(Refused.class, NotThere.class);
    assertThatThrownBy(() -> seals.name(lead(), school.id(), concern, school.the(FACILITATOR).id()))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(
            () -> seals.name(school.as(HEAD), school.id(), concern, school.the(HEAD).id()))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void oneTakesNoSealOffAndTwoDo() {
    assertThatThrownBy(() -> seals.agreeToOpen(lead(), school.id(), concern))
        .isInstanceOf(InTheWay.class);
    seals.askToOpen(lead(), school.id(), concern);
    assertThatThrownBy(() -> seals.agreeToOpen(lead(), school.id(), concern))
        .isInstanceOf(InTheWay.class);
    assertThatThrownBy(() -> seals.askToOpen(second(), school.id(), concern))
        .isInstanceOf(InTheWay.class);

    seals.agreeToOpen(second(), school.id(), concern);

    assertThat(following.queue(SignedIn.as(leadWhoIsNotNamed().id()))).hasSize(1);
  }

  @Test
  void aPageAnswersOneAlone409() {
    Visitor one = people.signedIn(school.the(SAFEGUARDING_LEAD));
    String opening = "/seals/" + school.id() + "/" + concern + "/opening";

    assertThat(one.post(opening + "/agreement").status()).isEqualTo(409);
    one.post(opening);
    assertThat(one.post(opening + "/agreement").status()).isEqualTo(409);
    assertThat(one.post(opening).status()).isEqualTo(409);
  }

  @Test
  void aBlockBeatsBeingNamed() {
    assertThat(following.queue(second())).hasSize(1);

    conflicts.declare(lead(), school.id(), concern, secondLead, "It is about her brother.");

    assertThat(following.queue(second())).isEmpty();
    assertThatThrownBy(() -> seals.askToOpen(second(), school.id(), concern))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void theGovernanceReaderIsAlertedAndLearnsNotWhat() {
    var alert =
        store
            .jdbc()
            .sql("select * from audit.alert where kind = 'record-sealed' and workspace = :school")
            .param("school", school.id().value())
            .query()
            .singleRow();

    assertThat(alert.values().toString()).doesNotContain(concern.toString());
  }

  private SignedIn lead() {
    return school.as(SAFEGUARDING_LEAD);
  }

  private SignedIn second() {
    return SignedIn.as(secondLead);
  }

  private org.sightline.demonstration.Cast.Member leadWhoIsNotNamed() {
    var member = school.the(Role.GOVERNANCE);
    settingUpOnce(member.id());
    return member;
  }

  /// The governance reader takes over as a lead, too, and still is not named.
  private void settingUpOnce(UserId user) {
    if (following.queue(SignedIn.as(user)).isEmpty() && !isLead(user)) {
      settingUp.member(school.id(), user, SAFEGUARDING_LEAD, OwnSchool.EARLIER);
    }
  }

  private boolean isLead(UserId user) {
    return store
            .jdbc()
            .sql(
                """
                select count(*) from access.membership
                 where workspace_id = :school and user_id = :user and role = 'SAFEGUARDING_LEAD'
                """)
            .param("school", school.id().value())
            .param("user", user.value())
            .query(Integer.class)
            .single()
        > 0;
  }
}
