package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.plans.ContactUse;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The last step asks for a contact at the council where the school keeps none for places outside
/// (A36), whoever looks: what counts is what is kept, not what somebody wrote in the step.
@SightlineTest
class CouncilPromptTest {

  private static final String ASKED = "No one at the council is set to hear";

  @Autowired private ApplicationContext application;
  @Autowired private CouncilContacts contacts;
  @Autowired private TestPeople people;

  private final List<CouncilContact> putAside = new ArrayList<>();

  @AfterEach
  void bringBack() {
    putAside.forEach(contact -> save(contact, 1, false));
  }

  @Test
  void isPutUntilTheSchoolKeepsAContactForPlaces() {
    var at = new OneSession(application);
    putAside.addAll(used());
    putAside.forEach(contact -> save(contact, 0, true));
    people
        .signedIn(Role.ROUND_OWNER)
        .post(
            at.step("follow-up"),
            "version",
            "" + at.session.version(),
            "council-writer",
            "The deputy head");

    for (Role role : List.of(Role.ROUND_OWNER, Role.FACILITATOR)) {
      assertThat(prompts(at, role)).as("%s", role).anyMatch(text -> text.startsWith(ASKED));
    }

    var officer = contact(ContactUse.DESIGNATED_OFFICER);
    save(officer, 0, false);
    assertThat(prompts(at, Role.FACILITATOR))
        .as("whom to ring about an adult hears of no place")
        .anyMatch(text -> text.startsWith(ASKED));

    var parks = contact(ContactUse.PLACES);
    save(parks, 0, false);
    for (Role role : List.of(Role.ROUND_OWNER, Role.FACILITATOR)) {
      assertThat(prompts(at, role)).as("%s", role).noneMatch(text -> text.startsWith(ASKED));
    }

    save(parks, 1, true);
    assertThat(prompts(at, Role.FACILITATOR)).anyMatch(text -> text.startsWith(ASKED));
    save(officer, 1, true);
  }

  private List<String> prompts(OneSession at, Role role) {
    return people
        .signedIn(role)
        .get(at.step("follow-up"))
        .page()
        .select(".thoughts label")
        .eachText();
  }

  private List<CouncilContact> used() {
    return contacts.of(people.as(Role.ROUND_OWNER), people.school()).stream()
        .filter(contact -> contact.use() == ContactUse.PLACES && !contact.retired())
        .toList();
  }

  private static CouncilContact contact(ContactUse use) {
    return new CouncilContact(
        UUID.randomUUID(),
        0,
        use,
        "Around the school",
        "Parks Team",
        "parks@council.example",
        null,
        false);
  }

  /// @param later how often it was saved since it was read
  private void save(CouncilContact contact, int later, boolean retired) {
    contacts.save(
        people.as(Role.ROUND_OWNER),
        people.school(),
        new CouncilContact(
            contact.id(),
            contact.version() + later,
            contact.use(),
            contact.area(),
            contact.team(),
            contact.email(),
            contact.phone(),
            retired));
  }
}
