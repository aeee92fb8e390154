package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.access.OwnMail;
import org.sightline.access.SettingUp;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// Mail goes to an address of one's own once it is known to be one's own, and else to the role's.
@SightlineTest
class OwnMailTest {

  private static final LocalDate ON = LocalDate.of(2026, 1, 5);

  @Autowired private SettingUp settingUp;
  @Autowired private TestPeople people;
  @Autowired private OwnMail own;
  @Autowired private Notices notices;
  @Autowired private Processes processes;
  @Autowired private SystemProcesses system;
  @Autowired private SystemStore store;
  @Autowired private Sealing sealing;

  private final WorkspaceId school = WorkspaceId.random();
  private final SignedIn head = SignedIn.as(UserId.random());
  private final String address = "a%s@school.example".formatted(head.user());

  @BeforeEach
  void openASchoolOfItsOwn() {
    settingUp.school(school, "Wrenmoor School", ON);
    settingUp.person(
        head.user(), "head-" + head.user(), "Isolde Fernquist", "a long password of words");
    settingUp.member(school, head.user(), Role.HEAD, ON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "head", "head@school", "a@b.c, d@e.f", "a@b.c\r\nBcc: d@e.f", "<a@b.c>"})
  void whatIsNoAddressStaysOnThePageAndIsNotKept(String typed) {
    var visitor = people.signedIn(Role.HEAD);

    var answer = visitor.post("/your-sign-in/mail", "address", typed);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary a[href=#address]")).hasSize(1);
    assertThat(own.of(people.as(Role.HEAD).user())).isEmpty();
  }

  @Test
  void nothingGoesToAnAddressBeforeItsCodeWasTyped() {
    own.give(head, address);

    assertThatThrownBy(() -> own.confirm(head, "ABCD EFGH")).isInstanceOf(Refused.class);
    tell();
    assertThat(mailTo(address)).hasSize(1);
    assertThat(own.of(head.user()).orElseThrow().confirmed()).isFalse();
  }

  @Test
  void withItsCodeItIsUsedInsteadOfTheRolesAndAfterRemovingNoMore() {
    own.give(head, address);
    own.confirm(head, code().toLowerCase(java.util.Locale.ROOT));
    assertThatThrownBy(() -> own.confirm(head, code())).isInstanceOf(Refused.class);

    tell();
    assertThat(mailTo(address)).hasSize(2);
    assertThat(mailTo(address).getLast()).contains("/waiting").doesNotContain("Isolde");

    own.remove(head);
    tell();
    assertThat(mailTo(address)).hasSize(2);
    assertThat(acts())
        .containsSubsequence(
            "access.mail-address-given",
            "access.mail-address-confirmed",
            "access.mail-address-removed");
  }

  @Test
  void anotherAddressIsConfirmedAnew() {
    own.give(head, address);
    String first = code();
    own.give(head, "b" + address);

    assertThatThrownBy(() -> own.confirm(head, first)).isInstanceOf(Refused.class);
    assertThat(own.of(head.user()).orElseThrow().confirmed()).isFalse();
  }

  private String code() {
    var found = Pattern.compile("this code: (\\w{4} \\w{4})").matcher(mailTo(address).getFirst());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private void tell() {
    var about = UUID.randomUUID();
    processes.change(
        head,
        Act.of("documents.test-told", about),
        () -> notices.tell(school, Role.HEAD, "plans.reply-due", "/plans/" + about, about));
    for (int n = 0; n < 60 && !mailed(about); n++) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
    assertThat(mailed(about)).isTrue();
  }

  private boolean mailed(UUID about) {
    return system.look(
        () ->
            store
                    .jdbc()
                    .sql(
                        "select count(*) from documents.waiting where about = :about and mailed_on is not null")
                    .param("about", about)
                    .query(Integer.class)
                    .single()
                == 1);
  }

  private List<String> mailTo(String to) {
    var recipient = new SealedColumn("documents.outgoing_mail", "recipient");
    var body = new SealedColumn("documents.outgoing_mail", "body");
    return system.look(
        () ->
            store
                .jdbc()
                .sql("select id, recipient, body from documents.outgoing_mail order by position")
                .query(
                    (row, n) -> {
                      var id = row.getObject(1, UUID.class);
                      return List.of(
                          sealing.open(recipient, id, row.getBytes(2)),
                          sealing.open(body, id, row.getBytes(3)));
                    })
                .list()
                .stream()
                .filter(mail -> mail.getFirst().equals(to))
                .map(List::getLast)
                .toList());
  }

  private List<String> acts() {
    return store
        .jdbc()
        .sql(
            "select act from audit.entry where user_id = :user and act like 'access.mail%' order by seq")
        .param("user", head.user().value())
        .query(String.class)
        .list();
  }
}
