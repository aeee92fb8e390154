package org.sightline.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.results.Breakdown;
import org.sightline.engagement.results.Publications;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.plans.ActionTerms;
import org.sightline.plans.Actions;
import org.sightline.plans.ContactUse;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.plans.HarmAnswer;
import org.sightline.plans.IssueId;
import org.sightline.plans.IssueText;
import org.sightline.plans.Issues;
import org.sightline.plans.Measure;
import org.sightline.plans.Measures;
import org.sightline.plans.NewIssue;
import org.sightline.plans.Outcome;
import org.sightline.plans.Plans;
import org.sightline.plans.Route;
import org.sightline.plans.Source;
import org.springframework.stereotype.Component;

/// What the invented school made of its rounds: published results, and a plan with actions on
/// track, overdue and done.
@Component
class InventedResponse {

  private final Publications publications;
  private final FloorPlans floorPlans;
  private final Plans plans;
  private final Issues issues;
  private final Actions actions;
  private final Measures measures;
  private final CouncilContacts contacts;
  private final InventedNotes notes;
  private final Cast cast = Cast.read();

  InventedResponse(
      Publications publications,
      FloorPlans floorPlans,
      Plans plans,
      Issues issues,
      Actions actions,
      Measures measures,
      CouncilContacts contacts,
      InventedNotes notes) {
    this.publications = publications;
    this.floorPlans = floorPlans;
    this.plans = plans;
    this.issues = issues;
    this.actions = actions;
    this.measures = measures;
    this.contacts = contacts;
    this.notes = notes;
  }

  void make(Round finished, Round running, LocalDate today) {
    publications.publish(owner(), finished.id());
    publications.breakDown(owner(), finished.id(), Breakdown.Dimension.GENDER);
    publications.publish(owner(), running.id());
    notes.putIntoWords(finished.id());
    contact(finished, ContactUse.PLACES, "Safer Places Team", "places@fennbridge.invalid");
    contact(finished, ContactUse.CONCERNS, "Children's Front Door", "children@fennbridge.invalid");
    plan(finished, today);
  }

  private void contact(Round round, ContactUse use, String team, String email) {
    contacts.save(
        owner(),
        round.school(),
        new CouncilContact(
            UUID.randomUUID(), 0, use, "Fennbridge", team, email, "01632 960 117", false));
  }

  private void plan(Round round, LocalDate today) {
    act(
        round,
        "Lockers",
        "It is dark and crowded, and nobody is near.",
        "design",
        today.plusDays(20),
        null);
    act(
        round,
        "North stairs",
        "People wait at the turn of the stairs.",
        "supervision",
        today.minusDays(9),
        today.minusDays(12));
    act(round, "Toilets by the gym", "The locks do not work.", "policy", today.minusDays(5), null);
    act(
        round,
        "Changing rooms",
        "Remarks are made and nobody steps in.",
        "bystanders",
        today.plusDays(4),
        null);
    var upper = issue(round, "Upper toilets", "The door cannot be seen from anywhere.", null);
    issues.decide(
        owner(),
        round.id(),
        upper,
        0,
        new Outcome.NoAction(
            "The toilets are being rebuilt this summer. We look again in the next round.",
            "The toilets are being rebuilt this summer."));
    issue(round, "Music practice room", "Marked red by some.", Route.HEAD);
    issue(round, "Bus stop", "Older students from elsewhere gather there.", null);
  }

  private void act(
      Round round,
      String place,
      String said,
      String kind,
      LocalDate due,
      @Nullable LocalDate done) {
    IssueId issue = issue(round, place, said, null);
    Measure measure =
        measures.forRound(owner(), round.id()).stream()
            .filter(m -> m.kind().equals(kind))
            .findFirst()
            .orElseThrow();
    var terms =
        new ActionTerms(
            measure.id(),
            kind,
            measure.text(),
            cast.all(Role.FACILITATOR).getFirst().id(),
            due,
            HarmAnswer.NEITHER,
            null,
            measure.text());
    var action = actions.add(owner(), round.id(), issue, terms);
    if (done != null) {
      actions.markDone(owner(), round.id(), action, 1, done, done.plusMonths(3));
    }
  }

  private IssueId issue(Round round, String place, String said, @Nullable Route route) {
    UUID zone =
        floorPlans.version(owner(), round.planVersion()).zones().stream()
            .filter(z -> z.name().equals(place))
            .map(Zone::key)
            .findFirst()
            .orElseThrow()
            .value();
    boolean outside = List.of("Bus stop").contains(place);
    return plans.raiseIssue(
        owner(),
        round.id(),
        new NewIssue(
            zone,
            Source.MARKS,
            new IssueText(
                place, said, route == null ? said : null, outside, route, route != null)));
  }

  private SignedIn owner() {
    return SignedIn.as(cast.the(Role.ROUND_OWNER).id());
  }
}
