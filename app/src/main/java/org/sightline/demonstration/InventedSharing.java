package org.sightline.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleagues;
import org.sightline.engagement.planning.Round;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.AboutKind;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Basis;
import org.sightline.sharing.Category;
import org.sightline.sharing.Content;
import org.sightline.sharing.HandOver;
import org.sightline.sharing.Marking;
import org.sightline.sharing.Organisation;
import org.sightline.sharing.OrganisationKind;
import org.sightline.sharing.Organisations;
import org.sightline.sharing.Passing;
import org.sightline.sharing.Purpose;
import org.sightline.sharing.Purposes;
import org.sightline.sharing.Recipient;
import org.sightline.sharing.Restriction;
import org.sightline.sharing.Shares;
import org.sightline.sharing.Terms;
import org.sightline.sharing.Withheld;
import org.springframework.stereotype.Component;

/// Invented agencies of Fennbridge, what they agreed with the school, and what went between them.
@Component
class InventedSharing {

  private static final String CARE = "Fennbridge Children's Social Care";
  private static final String PLACES = "Fennbridge Safer Places Team";
  private static final String POLICE = "Fennbridge Police";
  private static final String HEALTH = "Fennbridge School Nurses";

  private final Organisations organisations;
  private final Agreements agreements;
  private final Shares shares;
  private final Passing passing;
  private final Purposes purposes;
  private final Colleagues colleagues;
  private final Cast cast = Cast.read();

  InventedSharing(
      Organisations organisations,
      Agreements agreements,
      Shares shares,
      Passing passing,
      Purposes purposes,
      Colleagues colleagues) {
    this.organisations = organisations;
    this.agreements = agreements;
    this.shares = shares;
    this.passing = passing;
    this.purposes = purposes;
    this.colleagues = colleagues;
  }

  void make(Round finished, LocalDate today) {
    WorkspaceId school = finished.school();
    var officer = as(Role.GOVERNANCE);
    UUID ours = ours(officer, school);
    Map<String, UUID> all = new HashMap<>();
    all.put(CARE, organisations.add(officer, OrganisationKind.SOCIAL_CARE, CARE, null));
    all.put(PLACES, organisations.add(officer, OrganisationKind.COUNCIL, PLACES, null));
    all.put(POLICE, organisations.add(officer, OrganisationKind.POLICE, POLICE, null));
    all.put(HEALTH, organisations.add(officer, OrganisationKind.HEALTH, HEALTH, null));
    agree(
        terms(
            "Safer places in Fennbridge",
            Set.of(Purpose.SAFER_PLACES),
            Set.of(Category.PLACES, Category.MEASURES),
            Set.of(ours, uuid(all, CARE), uuid(all, PLACES)),
            List.of(
                new Restriction(
                    Category.PLACES, "Canal Side", "The police ask us to wait until the summer.")),
            today.minusDays(90),
            today.plusDays(20)));
    UUID police =
        agreements.add(
            officer,
            terms(
                "Larkrise and the police",
                Set.of(Purpose.DISRUPTION, Purpose.ASSESSMENT_ON_REQUEST),
                Set.of(Category.PLACES, Category.IDENTITY, Category.OFFENDING),
                Set.of(ours, uuid(all, POLICE)),
                List.of(),
                today,
                today.plusYears(1)));
    agreements.ask(officer, police);
    UUID nurses =
        agree(
            terms(
                "Larkrise and the school nurses",
                Set.of(Purpose.EARLY_IDENTIFICATION),
                Set.of(Category.HEALTH, Category.IDENTITY),
                Set.of(ours, uuid(all, HEALTH)),
                List.of(),
                today.minusDays(100),
                today.plusDays(200)));
    agreements.suspend(officer, nurses, "The nurses have moved to another trust.");
    share(finished, uuid(all, PLACES));
    decide(finished, uuid(all, POLICE));
    shares.prepare(
        as(Role.ROUND_OWNER),
        finished.id(),
        content(
            List.of(),
            "What students say about the way home past the canal.",
            Recipient.at(uuid(all, CARE), "Front door"),
            "Canal Side"));
    purposes.declare(
        as(Role.ROUND_OWNER),
        finished.id(),
        0,
        Purpose.SAFER_PLACES,
        Basis.PUBLIC_TASK,
        null,
        "Evenings get dark, and two parents have asked about the bus stop.",
        null);
    notShared(school);
    workFor(ours, uuid(all, CARE));
  }

  /// Where each of them works: the school's people at the school, the team's at the council.
  private void workFor(UUID school, UUID council) {
    for (var member : cast.staff()) {
      if (member.school().equals(cast.school()) || member.school().equals(cast.team())) {
        colleagues.recordAgency(
            as(Role.ADMINISTRATOR),
            member.id(),
            member.school().equals(cast.school()) ? school : council);
      }
    }
  }

  private UUID ours(SignedIn officer, WorkspaceId school) {
    return organisations.all(officer).stream()
        .filter(one -> one.isSchool(school))
        .map(Organisation::id)
        .findFirst()
        .orElseGet(
            () -> organisations.add(officer, OrganisationKind.SCHOOL, cast.school(), school));
  }

  private UUID agree(Terms terms) {
    UUID id = agreements.add(as(Role.GOVERNANCE), terms);
    agreements.ask(as(Role.GOVERNANCE), id);
    agreements.activate(as(Role.HEAD), id);
    return id;
  }

  private static Terms terms(
      String title,
      Set<Purpose> purposes,
      Set<Category> categories,
      Set<UUID> parties,
      List<Restriction> restrictions,
      LocalDate from,
      LocalDate review) {
    return new Terms(
        title,
        "Information governance officer",
        "Agreements folder, invented",
        "Destroyed two years after the last meeting about it.",
        Basis.DUTY_TO_SHARE,
        purposes,
        categories,
        parties,
        restrictions,
        from,
        null,
        review);
  }

  private void share(Round round, UUID to) {
    var owner = as(Role.ROUND_OWNER);
    var items =
        shares.offered(owner, round.id()).stream()
            .map(item -> new Content.Item(item.record(), item.kind(), item.title()))
            .toList();
    send(owner, round, content(items, null, Recipient.at(to, "Team leader"), "Another area"), null);
  }

  private void decide(Round round, UUID to) {
    var content =
        content(
            List.of(),
            "Students say that cars wait beside the bus stop after five.",
            Recipient.at(to, "Neighbourhood team"),
            null);
    send(
        as(Role.ROUND_OWNER),
        round,
        content,
        new Shares.Decision(
            Basis.DUTY_TO_SHARE,
            "The agreement with the police is not in force yet; it cannot wait."));
  }

  private void send(
      SignedIn who, Round round, Content content, Shares.@Nullable Decision decision) {
    UUID id = shares.prepare(who, round.id(), content);
    var to = content.recipients().getFirst();
    String name =
        organisations.all(who).stream()
            .filter(one -> one.id().equals(to.organisation()))
            .findFirst()
            .orElseThrow()
            .name();
    shares.send(who, id, 1, Map.of(to.id(), name), decision);
  }

  private Content content(
      List<Content.Item> items, @Nullable String what, Recipient to, @Nullable String area) {
    return new Content(
        Purpose.SAFER_PLACES,
        Purpose.SAFER_PLACES,
        Marking.CASE_MANAGEMENT,
        AboutKind.PLACE,
        Set.of(Category.PLACES),
        items,
        List.of(to),
        HandOver.PORTAL,
        false,
        false,
        new Content.Texts(what, null, cast.school(), area, null),
        null);
  }

  private void notShared(WorkspaceId school) {
    passing.notShared(
        as(Role.SAFEGUARDING_LEAD),
        school,
        "Which year group said most about the bus stop",
        "A company that runs buses",
        Withheld.NOT_ENTITLED,
        "They can act on the place without knowing who spoke of it.");
    passing.riskOfHarm(
        as(Role.SAFEGUARDING_LEAD),
        school,
        "An invented young person said that somebody waits for them after school.",
        "Children's front door, duty worker",
        HandOver.TELEPHONE,
        false);
  }

  private static UUID uuid(Map<String, UUID> all, String name) {
    return java.util.Objects.requireNonNull(all.get(name));
  }

  private SignedIn as(Role role) {
    return SignedIn.as(cast.the(role).id());
  }
}
