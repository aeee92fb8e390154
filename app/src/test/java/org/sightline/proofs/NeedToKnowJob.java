package org.sightline.proofs;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.context.ApplicationContext;

/// What people do about who may see what: stepping back, keeping away, letting in again, breaking
/// glass and saying what came of it. In schools of its own.
final class NeedToKnowJob {

  private final TestPeople people;
  private final TestSchools school;
  private final TestSchools elsewhere;
  private final FormSending forms;

  NeedToKnowJob(ApplicationContext application, TestPeople people, FormSending.Witness witness) {
    this.people = people;
    this.school = new TestSchools(application);
    this.elsewhere = new TestSchools(application);
    this.forms = new FormSending(new FormFilling(field -> "Plain words"), witness);
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
        "Plain words that say why at some length");
    String back = visitor.get("/").page().select(".emergency form").attr("action");
    post(visitor, back);
    String review = lead.get("/break-glass-reviews").page().select("main form").attr("action");
    post(lead, review, "outcome", "NOT_NEEDED", "note", "Plain words");
    keepAway(lead);
  }

  private void keepAway(Visitor lead) {
    var head = school.the(Role.HEAD);
    String conflicts = "/conflicts/" + school.id();
    post(lead, conflicts, "colleague", head.id().toString(), "reason", "Plain words");
    post(lead, lead.get(conflicts).page().select("form[action$=/lifting]").attr("action"));
    post(people.signedIn(head), "/reasons/" + school.id() + "/stepping-back", "sure", "yes");
  }

  private Arrived post(Visitor visitor, String path, String... fields) {
    return forms.answered(visitor, path, List.of(fields));
  }
}
