package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.SettingUp;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.ContactUse;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What the readers of a concern are told to do when it is the council's turn.
@SightlineTest
class CouncilPagesTest {

  @Autowired private TestPeople people;
  @Autowired private Processes processes;
  @Autowired private Workspaces workspaces;
  @Autowired private JdbcConcerns jdbc;
  @Autowired private JdbcReceipts receipts;
  @Autowired private ConcernNotices notices;
  @Autowired private RoundTimes roundTimes;
  @Autowired private ConcernRules rules;
  @Autowired private SystemStore store;
  @Autowired private SettingUp settingUp;
  @Autowired private CouncilContacts contacts;

  private final WorkspaceId school = WorkspaceId.random();
  private final SignedIn lead = SignedIn.as(UserId.random());

  private Visitor visitor;

  @BeforeEach
  void openASchoolOfItsOwn() {
    var from = LocalDate.of(2026, 1, 5);
    String username = "lead-" + lead.user();
    settingUp.school(school, "Otterholt School", from);
    settingUp.person(lead.user(), username, "Rosamund Thistlewick", "a long password of words");
    settingUp.member(school, lead.user(), Role.SAFEGUARDING_LEAD, from);
    visitor = people.stranger();
    visitor.post("/signing-in", "username", username, "password", "a long password of words");
  }

  @Test
  void withoutAContactQueueAndConcernSaySoAndWhatToDo() {
    String id = raisedDaysAgo(20);

    assertThat(visitor.get("/concerns").page().select("main").text())
        .contains("No council contact for concerns is set")
        .contains("ring children's social care yourself today")
        .contains("Set a council contact")
        .contains("Ring children's social care today");
    assertThat(visitor.get("/concerns/" + id).page().select(".govuk-warning-text").text())
        .contains("has not been decided by")
        .contains("Ring children's social care today on the number on the response card")
        .contains("No council contact for concerns is set");
  }

  @Test
  void aContactWithoutAnAddressIsShownAndThatNoMailGoes() {
    keep(ContactUse.CONCERNS, "Otterholt", null);
    String id = raisedDaysAgo(20);

    assertThat(visitor.get("/concerns/" + id).page().select("main").text())
        .contains("Ring children's social care today on 01632 960 333")
        .contains("has no e-mail address");
  }

  @Test
  void eachAreaIsListedTheSchoolsOwnFirst() {
    keep(ContactUse.CONCERNS_ELSEWHERE, "Ambleford", "ambleford@council.example");
    keep(ContactUse.CONCERNS, "Otterholt", "otterholt@council.example");
    keep(ContactUse.PLACES, "Mill Park", "parks@council.example");
    String id = raisedDaysAgo(20);

    var page = visitor.get("/concerns/" + id).page();

    assertThat(page.select(".govuk-inset-text li").eachText())
        .containsExactly(
            "Otterholt: Front Door, 01632 960 333, otterholt@council.example",
            "Ambleford: Front Door, 01632 960 333, ambleford@council.example");
    assertThat(page.select("main").text())
        .contains("where the young person lives")
        .doesNotContain("No council contact", "Mill Park");
    assertThat(visitor.get("/concerns").page().select("main").text())
        .doesNotContain("No council contact");
  }

  @Test
  void aboutTheDeputyWithNobodyNextItSaysToRingAsSoonAsItIsOverdue() {
    keep(ContactUse.CONCERNS, "Otterholt", "otterholt@council.example");
    String id = raised(Instant.now().minus(Duration.ofDays(20)), About.DEPUTY, About.HEAD);

    assertThat(visitor.get("/concerns/" + id).page().select(".govuk-warning-text").text())
        .contains("Ring children's social care today");
  }

  @Test
  void whileItIsTheLeadsTurnNobodyIsToBeRung() {
    String id = raisedDaysAgo(0);

    assertThat(visitor.get("/concerns/" + id).page().select("main").text())
        .doesNotContain("Ring children's social care today");
  }

  private String raisedDaysAgo(int days) {
    return raised(Instant.now().minus(Duration.ofDays(days)));
  }

  private String raised(Instant at, About... about) {
    var examples =
        new Examples(
            people, processes, workspaces, jdbc, receipts, notices, roundTimes, rules, store);
    var concern =
        new RaisedConcern(
            ConcernId.random(),
            school,
            null,
            null,
            Way.FORM,
            Stage.IN_SESSION,
            Set.of(about),
            Map.of("what", "The corridor is dark", "immediate-risk", "no"),
            at);
    return examples.concernsAt(at).raise(lead, concern).id().toString();
  }

  private void keep(ContactUse use, String area, @Nullable String email) {
    contacts.save(
        lead,
        school,
        new CouncilContact(
            UUID.randomUUID(), 0, use, area, "Front Door", email, "01632 960 333", false));
  }
}
