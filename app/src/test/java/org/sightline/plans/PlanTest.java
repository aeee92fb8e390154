package org.sightline.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.pages.Telling;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SightlineTest
abstract class PlanTest {

  @Autowired TestPeople people;
  @Autowired PlanRounds rounds;
  @Autowired Plans plans;
  @Autowired Issues issues;
  @Autowired Actions actions;
  @Autowired CouncilLetters letters;
  @Autowired CouncilContacts contacts;
  @Autowired Measures measures;
  @Autowired PlanDates dates;
  @Autowired Telling telling;
  @Autowired Processes processes;
  @Autowired JdbcClient jdbc;

  WorkspaceId round = WorkspaceId.random();
  SignedIn owner = SignedIn.as(UserId.random());

  @BeforeEach
  void openARound() {
    round = rounds.open();
    owner = people.as(Role.ROUND_OWNER);
  }

  void step(int what, Issue issue) {
    var today = dates.today();
    int version = issue.decisionVersion();
    switch (what) {
      case 0 -> actions.add(owner, round, issue.id(), terms("More light"));
      case 1 ->
          issue.actions().stream()
              .findFirst()
              .ifPresent(a -> actions.takeOut(owner, round, a.id(), a.version()));
      case 2 -> issues.decide(owner, round, issue.id(), version, noAction("Because of works"));
      case 3 ->
          issues.decide(
              owner, round, issue.id(), version, new Outcome.Referred("Site team", null, null));
      case 4 -> letters.recordSent(owner, round, List.of(issue.id()), "Parks", today, today);
      case 5 -> issues.setAside(owner, round, issue.id(), version);
      default -> issues.reword(owner, round, issue.id(), issue.version(), issue.text());
    }
  }

  Long count(SignedIn who, String table) {
    return processes.look(
        who,
        () ->
            jdbc.sql("select count(*) from plans." + table + " where workspace_id = :id")
                .param("id", round.value())
                .query(Long.class)
                .single());
  }

  void insertIssue(SignedIn who, UserId author) {
    processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    insert into plans.issue (id, workspace_id, source, sensitive, by_user, at)
                    values (gen_random_uuid(), :round, 'MARKS', false, :author, now())
                    """)
                .param("round", round.value())
                .param("author", author.value())
                .update());
  }

  void tell(
      String place,
      @Nullable Route route,
      boolean held,
      @Nullable String said,
      @Nullable String answer) {
    var id =
        plans.raiseIssue(
            owner,
            round,
            new NewIssue(
                PlanRounds.zone(place),
                Source.MARKS,
                new IssueText(place, null, said, false, route, held)));
    actions.add(
        owner,
        round,
        id,
        new ActionTerms(
            null,
            "design",
            "Do it",
            owner.user(),
            dates.today().plusDays(30),
            HarmAnswer.NEITHER,
            null,
            answer));
  }

  static NewIssue marks(String place, @Nullable Route route) {
    return new NewIssue(PlanRounds.zone(place), Source.MARKS, text(place, route));
  }

  static IssueText text(String place, @Nullable Route route) {
    return new IssueText(place, "Dark and crowded", null, false, route, false);
  }

  static IssueText outside(String place, @Nullable Route route) {
    return new IssueText(place, "Dark and empty", "It is dark", true, route, false);
  }

  static Outcome.NoAction noAction(String reason) {
    return new Outcome.NoAction(reason, null);
  }

  ActionTerms terms(String measure) {
    return terms(measure, owner.user());
  }

  ActionTerms terms(String measure, UserId to) {
    return new ActionTerms(
        "design-lighting",
        "design",
        measure,
        to,
        dates.today().plusDays(30),
        HarmAnswer.NEITHER,
        null,
        null);
  }
}
