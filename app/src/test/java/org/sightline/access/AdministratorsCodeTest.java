package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Alerts;
import org.sightline.audit.AuditChain;
import org.sightline.audit.SystemProcesses;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Who stands at the command line, and what they may do to people there (AN-02, AN-06, AN-11).
@SightlineTest
@TestPropertySource(properties = "sightline.test.sign-in=real")
class AdministratorsCodeTest {

  @Autowired private TestPeople people;
  @Autowired private AdministratorsCode administrators;
  @Autowired private PeopleByCommand byCommand;
  @Autowired private Accounts accounts;
  @Autowired private OneTimeCodes codes;
  @Autowired private RecoveryCodes recoveryCodes;
  @Autowired private AuditChain chain;
  @Autowired private Alerts alerts;
  @Autowired private SystemProcesses processes;

  @Test
  void anAdministratorsCodeIsTakenOnceAndRecorded() {
    var person = people.cast().the(Role.ADMINISTRATOR);
    String code = codeOf(person);
    long before = chain.length();

    assertThat(administrators.check(name(person), code).map(SignedIn::user)).contains(person.id());
    assertThat(administrators.check(name(person), code)).isEmpty();

    assertThat(chain.length()).isEqualTo(before + 2);
    assertThat(chain.firstBad()).isEmpty();
  }

  @Test
  void aRecoveryCodeIsOneToo() {
    var person = people.cast().the(Role.ADMINISTRATOR);
    codeOf(person);
    String code = recoveryCodes.renew(person.id()).getFirst();

    assertThat(administrators.check(name(person), code)).isPresent();
    assertThat(administrators.check(name(person), code)).isEmpty();
  }

  @Test
  void anybodyElsesCodeIsNotEnough() {
    for (Role role : new Role[] {Role.HEAD, Role.SAFEGUARDING_LEAD, Role.ROUND_OWNER}) {
      var person = people.cast().the(role);
      assertThat(administrators.check(name(person), codeOf(person))).as(role.name()).isEmpty();
    }
    assertThat(administrators.check("nobody-here", "123456")).isEmpty();
  }

  @Test
  void afterFiveWrongCodesTheRightOneIsNotLookedAt() {
    var person = people.cast().the(Role.ADMINISTRATOR);
    String code = codeOf(person);
    for (int i = 0; i < OneTimeCodes.MAX_WRONG; i++) {
      assertThat(administrators.check(name(person), "000000x")).isEmpty();
    }

    assertThat(administrators.check(name(person), code)).isEmpty();
    codes.right(person.id());
  }

  @Test
  void aPersonIsAddedListedSignedOutAndSwitchedOff() {
    var who = SignedIn.as(people.cast().the(Role.ADMINISTRATOR).id());
    String username = "planted-" + UUID.randomUUID();

    assertThat(byCommand.add(who, username, "Planted Person")).startsWith("/setting-up/");
    assertThatThrownBy(() -> byCommand.add(who, username.toUpperCase(), "Another"))
        .hasMessageContaining("Somebody has this sign-in name");
    assertThatThrownBy(() -> byCommand.add(who, " ", "Another")).isNotNull();

    var added =
        byCommand.list(who).stream()
            .filter(each -> each.username().equals(username))
            .findFirst()
            .orElseThrow();
    assertThat(added.roles()).isZero();
    var before = Instant.now();
    assertThat(byCommand.reset(who, added.id())).startsWith("/setting-up/");
    assertThat(processes.look(() -> alerts.since(before, 10)))
        .as("whoever watches over sign-ins is told, as on the staff site")
        .anyMatch(
            alert ->
                alert.kind().equals("sign-in-replaced")
                    && who.user().value().equals(alert.subjectUser()));
    byCommand.switchTo(who, added.id(), false);
    assertThat(accounts.isOn(added.id())).isFalse();
    byCommand.switchTo(who, added.id(), true);
    assertThat(accounts.isOn(added.id())).isTrue();
    assertThat(byCommand.lostDevice(who, added.id())).isZero();
  }

  @Test
  void nobodySwitchesThemselvesOffAndNobodyWhoIsNotThere() {
    var who = SignedIn.as(people.cast().the(Role.ADMINISTRATOR).id());

    assertThatThrownBy(() -> byCommand.switchTo(who, who.user(), false))
        .hasMessageContaining("Nobody switches themselves off");
    assertThatThrownBy(() -> byCommand.reset(who, UserId.random()))
        .hasMessageContaining("There is nobody with the number");
  }

  private String codeOf(Cast.Member person) {
    byte[] key = codes.newKey();
    accounts.setCodeKey(person.id(), key);
    return codes.codeAt(key, Instant.now());
  }

  private String name(Cast.Member person) {
    return accounts.username(person.id());
  }
}
