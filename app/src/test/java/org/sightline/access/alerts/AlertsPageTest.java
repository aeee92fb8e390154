package org.sightline.access.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.access.Conflicts;
import org.sightline.audit.Alerts;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// AU-08: who sees which alert, and looks into it.
@SightlineTest
class AlertsPageTest {

  @Autowired private Alerts alerts;
  @Autowired private TestPeople people;
  @Autowired private Conflicts conflicts;
  @Autowired private ApplicationContext application;
  @Autowired private SystemStore system;

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"GOVERNANCE", "ADMINISTRATOR"},
      mode = EnumSource.Mode.EXCLUDE)
  void nobodyElseSeesAlerts(Role role) {
    assertThat(people.signedIn(role).get("/alerts").status()).isEqualTo(404);
  }

  @Test
  void anAlertAboutSomebodyIsTheGovernanceReadersAlone() {
    var id = raise("many-records", head(), people.school());

    assertThat(shows(Role.GOVERNANCE, id)).isTrue();
    assertThat(shows(Role.ADMINISTRATOR, id)).isFalse();
    String waits = "main a[href=/alerts]";
    assertThat(people.signedIn(Role.GOVERNANCE).get("/waiting").page().select(waits)).hasSize(1);
    assertThat(people.signedIn(Role.HEAD).get("/waiting").page().select(waits)).isEmpty();
    assertThat(people.signedIn(Role.ADMINISTRATOR).post("/alerts/" + id + "/seen").status())
        .isEqualTo(404);
  }

  @Test
  void anAlertAboutAPlaceAndNobodyIsShownToItsGovernanceReader() {
    var here = raise("roles-not-looked-through", null, people.school());
    var elsewhere = raise("roles-not-looked-through", null, new WorkspaceId(UUID.randomUUID()));

    assertThat(shows(Role.GOVERNANCE, here)).isTrue();
    assertThat(shows(Role.GOVERNANCE, elsewhere)).isFalse();
    assertThat(people.signedIn(Role.ADMINISTRATOR).get("/alerts").status()).isEqualTo(200);
  }

  @Test
  void whatHappenedAtAnotherSchoolIsNotShown() {
    var id = raise("many-records", UUID.randomUUID(), new WorkspaceId(UUID.randomUUID()));

    assertThat(shows(Role.GOVERNANCE, id)).isFalse();
    assertThat(people.signedIn(Role.GOVERNANCE).post("/alerts/" + id + "/seen").status())
        .isEqualTo(404);
  }

  @Test
  void whatConcernsTheInstallationAndSigningInIsTheAdministratorsToo() {
    var chain = raise("chain-broken", null, null);
    var codes = raise("wrong-codes", head(), null);

    for (Role role : new Role[] {Role.GOVERNANCE, Role.ADMINISTRATOR}) {
      assertThat(shows(role, chain)).as("%s", role).isTrue();
      assertThat(shows(role, codes)).as("%s", role).isTrue();
    }
  }

  @Test
  void anAlertThatWasLookedIntoMovesAndCanBePutBack() {
    var id = raise("many-exports", head(), people.school());
    var reader = people.signedIn(Role.GOVERNANCE);

    var seen = reader.post("/alerts/" + id + "/seen");
    assertThat(seen.page().select("form[action$=" + id + "/seen]")).isEmpty();
    assertThat(seen.page().select("details form[action$=" + id + "/reopened]")).hasSize(1);

    var back = reader.post("/alerts/" + id + "/reopened");
    assertThat(back.page().select("form[action$=" + id + "/seen]")).hasSize(1);
    assertThat(entries("access.alert-seen", id)).isOne();
    assertThat(entries("access.alert-reopened", id)).isOne();
  }

  @Test
  void whoeverMakesAlertsByTheHundredHidesNoOther() {
    var school = new TestSchools(application);
    var reader = people.signedIn(school.the(Role.GOVERNANCE));
    var quiet = raise("glass-broken", school.the(Role.HEAD).id().value(), school.id());
    UUID loud = school.the(Role.FACILITATOR).id().value();
    for (int n = 0; n < 250; n++) {
      alerts.raise("mass-signposting", loud, null);
    }

    assertThat(reader.get("/alerts").page().select("form[action*=" + quiet + "]")).hasSize(1);
  }

  @Test
  void nobodyPutsAwayAnAlertAboutThemselves() {
    var id =
        raise("many-records", people.cast().the(Role.GOVERNANCE).id().value(), people.school());

    assertThat(shows(Role.GOVERNANCE, id)).isFalse();
    assertThat(people.signedIn(Role.GOVERNANCE).post("/alerts/" + id + "/seen").status())
        .isEqualTo(404);
  }

  @Test
  void whoeverKeepsAwayAllOthersWhoLookAfterASchoolIsSeenByTheAdministrator() {
    var school = new TestSchools(application);
    var lead = school.the(Role.SAFEGUARDING_LEAD);
    for (Role role : new Role[] {Role.HEAD, Role.GOVERNANCE}) {
      conflicts.declare(
          school.as(Role.SAFEGUARDING_LEAD),
          school.id(),
          null,
          school.the(role).id(),
          "So that nobody looks.");
    }

    var seen = people.signedIn(school.the(Role.ADMINISTRATOR)).get("/alerts").page();
    assertThat(seen.select("tr:contains(kept a colleague away)").text()).contains(lead.name());
    assertThat(people.signedIn(school.the(Role.GOVERNANCE)).get("/alerts").page().text())
        .doesNotContain("kept a colleague away");
  }

  @Test
  void theAlertLeadsToWhatTheyDidThatDay() {
    var id = raise("many-records", head(), people.school());
    var reader = people.signedIn(Role.GOVERNANCE);
    var row = reader.get("/alerts").page().select("tr:has(form[action*=" + id + "])");

    assertThat(row.text())
        .contains(people.cast().the(Role.HEAD).name(), "25 different people or records");
    assertThat(reader.get(row.select("a").attr("href")).status()).isEqualTo(200);
  }

  private boolean shows(Role role, UUID alert) {
    var page = people.signedIn(role).get("/alerts").page();
    return !page.select("form[action*=" + alert + "]").isEmpty();
  }

  private UUID head() {
    return people.cast().the(Role.HEAD).id().value();
  }

  private UUID raise(String kind, UUID user, WorkspaceId workspace) {
    alerts.raise(kind, user, workspace);
    return system
        .jdbc()
        .sql("select id from audit.alert where kind = :kind order by raised_at desc limit 1")
        .param("kind", kind)
        .query(UUID.class)
        .single();
  }

  private long entries(String act, UUID object) {
    return system
        .jdbc()
        .sql("select count(*) from audit.entry where act = :act and object = :object")
        .param("act", act)
        .param("object", object)
        .query(Long.class)
        .single();
  }
}
