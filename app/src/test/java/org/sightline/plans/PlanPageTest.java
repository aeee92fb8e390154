package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
abstract class PlanPageTest {

  @Autowired TestPeople people;
  @Autowired PlanRounds rounds;
  @Autowired Plans plans;
  @Autowired Actions actions;
  @Autowired PlanDates dates;

  WorkspaceId round = WorkspaceId.random();
  SignedIn owner = SignedIn.as(UserId.random());

  @BeforeEach
  void openARound() {
    round = rounds.open();
    owner = people.as(Role.ROUND_OWNER);
  }

  void decide(Visitor visitor, IssueId id, String... fields) {
    var all = new java.util.ArrayList<>(List.of(fields));
    all.addAll(List.of("version", "0"));
    assertThat(visitor.post(at("/issues/" + id + "/outcome"), all.toArray(String[]::new)).status())
        .isEqualTo(200);
  }

  IssueId raise(
      String place,
      @org.jspecify.annotations.Nullable Route route,
      @org.jspecify.annotations.Nullable String said) {
    return plans.raiseIssue(
        owner,
        round,
        new NewIssue(
            PlanRounds.zone(place),
            Source.MARKS,
            new IssueText(place, null, said, false, route, false)));
  }

  ActionId act(IssueId id, String measure, @org.jspecify.annotations.Nullable String forStudents) {
    return actions.add(
        owner,
        round,
        id,
        new ActionTerms(
            null,
            "design",
            measure,
            owner.user(),
            dates.today().plusDays(30),
            HarmAnswer.NEITHER,
            null,
            forStudents));
  }

  String at(String page) {
    return "/plans/" + round + page;
  }
}
