package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.SettingUp;
import org.sightline.audit.SystemProcesses;
import org.sightline.documents.MailDelivery;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.ContactUse;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/// What goes to the council, and where, when a concern has waited too long.
@SightlineTest
class NoticePostingTest {

  private static final LocalDate ON = LocalDate.of(2027, 6, 10);

  @Autowired private SettingUp settingUp;
  @Autowired private CouncilContacts contacts;
  @Autowired private ConcernNotices notices;
  @Autowired private NoticePosting posting;
  @Autowired private MailDelivery delivery;
  @Autowired private SystemProcesses processes;
  @Autowired private SystemStore store;

  private final WorkspaceId school = WorkspaceId.random();
  private final String place = "a%s.example".formatted(school);
  private final SignedIn lead = SignedIn.as(UserId.random());

  @BeforeEach
  void openASchoolOfItsOwn() {
    settingUp.school(school, "Wrenmoor School", ON);
    settingUp.person(
        lead.user(), "lead-" + lead.user(), "Isolde Fernquist", "a long password of words");
    settingUp.member(school, lead.user(), Role.SAFEGUARDING_LEAD, LocalDate.of(2026, 1, 5));
  }

  @Test
  void withoutAContactNobodyIsWrittenToAndThatIsWrittenDown() throws Exception {
    overdue();

    assertThat(mailToCouncils()).isEmpty();
    assertThat(unaddressed()).isEqualTo(1);

    // A contact that is set later is not told of what is long past.
    keep(ContactUse.CONCERNS, at("late"));
    post();
    assertThat(mailTo(at("late"))).isEmpty();
  }

  @Test
  void aContactForPlacesOrAnotherAreaOrAdultsOrWithoutAnAddressGetsNothing() throws Exception {
    keep(ContactUse.PLACES, at("parks"));
    keep(ContactUse.CONCERNS_ELSEWHERE, at("other"));
    keep(ContactUse.DESIGNATED_OFFICER, at("officer"));
    keep(ContactUse.CONCERNS, null);

    overdue();

    assertThat(mailToCouncils()).isEmpty();
    assertThat(unaddressed()).isEqualTo(1);
  }

  @Test
  void aContactThatIsNoLongerUsedOrServesAnotherPurposeNowGetsNothing() throws Exception {
    var retired = keep(ContactUse.CONCERNS, at("old"));
    contacts.save(lead, school, contact(retired, 1, ContactUse.CONCERNS, at("old"), true));
    var moved = keep(ContactUse.CONCERNS, at("moved"));
    contacts.save(lead, school, contact(moved, 1, ContactUse.PLACES, at("moved"), false));

    overdue();

    assertThat(mailToCouncils()).isEmpty();
  }

  @Test
  void theContactForConcernsIsAskedToRingTheSchoolAndToldNothingElse() throws Exception {
    keep(ContactUse.PLACES, at("parks"));
    keep(ContactUse.CONCERNS, at("children"));

    overdue();
    post();

    assertThat(mailToCouncils()).hasSize(1);
    assertThat(mailTo(at("children")))
        .singleElement()
        .asString()
        .contains("Wrenmoor School", "ring the school today")
        .doesNotContainIgnoringCase("concern", "Isolde", "http", "/");
  }

  private void overdue() {
    processes.look(
        () -> {
          notices.overdueForCouncil(school, UUID.randomUUID(), List.of(Role.SAFEGUARDING_LEAD), ON);
          return true;
        });
    post();
  }

  private void post() {
    posting.post();
    delivery.deliver();
  }

  private String at(String name) {
    return name + "@" + place;
  }

  private UUID keep(ContactUse use, @Nullable String email) {
    var id = UUID.randomUUID();
    contacts.save(lead, school, contact(id, 0, use, email, false));
    return id;
  }

  private static CouncilContact contact(
      UUID id, int version, ContactUse use, @Nullable String email, boolean retired) {
    return new CouncilContact(
        id, version, use, "Wrenmoor", "Front Door", email, "01632 960 222", retired);
  }

  private List<String> mailToCouncils() throws Exception {
    if (!Files.exists(folder())) {
      return List.of();
    }
    try (var files = Files.list(folder())) {
      return files.map(NoticePostingTest::read).filter(mail -> mail.contains("@" + place)).toList();
    }
  }

  private List<String> mailTo(String address) throws Exception {
    if (!Files.exists(folder())) {
      return List.of();
    }
    try (var files = Files.list(folder())) {
      return files
          .map(NoticePostingTest::read)
          .filter(mail -> mail.contains("To: " + address))
          .map(NoticePostingTest::text)
          .toList();
    }
  }

  private static Path folder() {
    return TestDatabase.folder().resolve("app/mail");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(String mail) {
    return new String(
        Base64.getMimeDecoder().decode(mail.split("\r\n\r\n", 2)[1]), StandardCharsets.UTF_8);
  }

  private int unaddressed() {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select count(*) from concerns.notice
                     where workspace_id = :school and unaddressed_on is not null
                    """)
                .param("school", school.value())
                .query(Integer.class)
                .single());
  }
}
