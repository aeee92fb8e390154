package org.sightline.proofs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.sightline.access.SettingUp;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRoleReviews;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.context.ApplicationContext;

/// What people do about who may see what: stepping back, keeping away, letting in again, breaking
/// glass and saying what came of it. In schools of its own.
final class NeedToKnowJob {

  private final TestPeople people;
  private final ApplicationContext application;
  private final SettingUp settingUp;
  private final TestSchools school;
  private final TestSchools elsewhere;
  private final FormSending forms;

  NeedToKnowJob(ApplicationContext application, TestPeople people, FormSending.Witness witness) {
    this.people = people;
    this.application = application;
    this.settingUp = application.getBean(SettingUp.class);
    this.school = new TestSchools(application);
    this.elsewhere = new TestSchools(application);
    this.forms = new FormSending(new FormFilling(Planted::into), witness);
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    var visitor = people.signedIn(elsewhere.the(Role.ROUND_OWNER));
    var lead = people.signedIn(school.the(Role.SAFEGUARDING_LEAD));
    post(
        visitor,
        "/break-glass/" + school.id(),
        "category",
        "MISSING",
        "reason",
        Planted.into("reason") + " at some length");
    String back = visitor.get("/").page().select(".emergency form").attr("action");
    post(visitor, back);
    String review = lead.get("/break-glass-reviews").page().select("main form").attr("action");
    post(lead, review, "outcome", "NOT_NEEDED", "note", Planted.into("what"));
    lookThrough(lead);
    seal(lead);
    keepAway(lead);
  }

  /// One role is kept, taken back, and ended.
  private void lookThrough(Visitor lead) {
    school.the(Role.FACILITATOR);
    String review = "/role-reviews/" + TestRoleReviews.comeRound(application, school.id());
    for (String then : List.of("/keeping", "/undoing", "/ending", "/undoing")) {
      String action =
          forms
              .get(lead, review)
              .page()
              .select(".govuk-summary-card:contains(FACILITATOR) form[action$=" + then + "]")
              .attr("action");
      post(lead, action);
    }
  }

  private void seal(Visitor lead) {
    String concern = UUID.randomUUID().toString();
    post(
        people.signedIn(school.the(Role.FACILITATOR)),
        "/concerns/raising",
        "id",
        concern,
        "school",
        school.id().toString(),
        "immediate-risk",
        "no",
        "when-raised",
        "in-session",
        "what",
        Planted.into("what"),
        "known",
        "not-known",
        "enough",
        "not-known");
    var second = anotherLead(Role.GOVERNANCE);
    var third = anotherLead(Role.ROUND_OWNER);
    String seal = "/seals/" + school.id() + "/" + concern;
    post(lead, seal, "reader", second.id().toString());
    post(lead, seal + "/readers", "reader", third.id().toString());
    post(lead, seal + "/opening");
    post(people.signedIn(second), seal + "/opening/agreement");
    post(
        people.signedIn(third),
        "/reasons/" + school.id() + "/" + concern + "/stepping-back",
        "sure",
        "yes");
  }

  private Cast.Member anotherLead(Role also) {
    var member = school.the(also);
    settingUp.member(school.id(), member.id(), Role.SAFEGUARDING_LEAD, LocalDate.of(2026, 1, 5));
    return member;
  }

  private void keepAway(Visitor lead) {
    var head = school.the(Role.HEAD);
    String conflicts = "/conflicts/" + school.id();
    post(lead, conflicts, "colleague", head.id().toString(), "reason", Planted.into("what"));
    post(lead, lifting(lead.get(conflicts).page(), head.name()));
    post(people.signedIn(head), "/reasons/" + school.id() + "/stepping-back", "sure", "yes");
  }

  /// Where one colleague is let in again: on the day of the test, others are kept away too.
  private static String lifting(Document page, String name) {
    return page.select(".govuk-summary-list__row:contains(" + name + ") form[action$=/lifting]")
        .attr("action");
  }

  private Arrived post(Visitor visitor, String path, String... fields) {
    return forms.answered(visitor, path, List.of(fields));
  }
}
