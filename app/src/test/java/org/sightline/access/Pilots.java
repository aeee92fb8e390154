package org.sightline.access;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sightline.kernel.Role;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Basis;
import org.sightline.sharing.Category;
import org.sightline.sharing.OrganisationKind;
import org.sightline.sharing.Organisations;
import org.sightline.sharing.Purpose;
import org.sightline.sharing.Terms;
import org.sightline.testing.TestPeople;

/// Invented agreements between the school and the police, for purposes a test names.
final class Pilots {

  private final TestPeople people;
  private final Organisations organisations;
  private final Agreements agreements;

  Pilots(TestPeople people, Organisations organisations, Agreements agreements) {
    this.people = people;
    this.organisations = organisations;
    this.agreements = agreements;
  }

  UUID inForce(Purpose... purposes) {
    UUID id = added(purposes);
    agreements.ask(people.as(Role.GOVERNANCE), id);
    agreements.activate(people.as(Role.HEAD), id);
    return id;
  }

  /// Written, and not in force.
  UUID added(Purpose... purposes) {
    var officer = people.as(Role.GOVERNANCE);
    var police = organisations.add(officer, OrganisationKind.POLICE, "Invented police", null);
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    return agreements.add(
        officer,
        new Terms(
            "Pilot",
            "Officer",
            "Folder",
            null,
            Basis.DUTY_TO_SHARE,
            new HashSet<>(List.of(purposes)),
            Set.of(Category.IDENTITY),
            Set.of(ours(), police),
            List.of(),
            today.minusDays(1),
            null,
            today.plusYears(1)));
  }

  private UUID ours() {
    var officer = people.as(Role.GOVERNANCE);
    return organisations.all(officer).stream()
        .filter(one -> one.isSchool(people.school()))
        .map(one -> one.id())
        .findFirst()
        .orElseGet(
            () -> organisations.add(officer, OrganisationKind.SCHOOL, "Larkrise", people.school()));
  }
}
