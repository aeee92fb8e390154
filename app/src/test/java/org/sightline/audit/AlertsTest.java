package org.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// AU-08: an alert stands or falls with what it is about, is in the chain, and is raised once.
@SightlineTest
class AlertsTest {

  @Autowired private Alerts alerts;
  @Autowired private Processes processes;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private SystemStore system;
  @Autowired private TestPeople people;

  private final UUID subject = UUID.randomUUID();

  @Test
  void whatIsUndoneRaisesNothing() {
    assertThatThrownBy(
            () ->
                processes.change(
                    people.as(Role.HEAD),
                    act(),
                    () -> {
                      alerts.raise("many-searches", subject, people.school());
                      throw new Refused("Not today.");
                    }))
        .isInstanceOf(Refused.class);

    assertThat(raised()).isZero();
  }

  @Test
  void aKindThatCouldHoldWordsIsRefused() {
    assertThatThrownBy(() -> alerts.raise("Jo opened it", subject, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAlertStandsWithWhatIsDone() {
    processes.change(
        people.as(Role.HEAD), act(), () -> alerts.raise("many-searches", subject, people.school()));

    assertThat(raised()).isOne();
    assertThat(inTheChain()).isOne();
  }

  @Test
  void anAlertOfTheSystemWaitsForNothing() {
    systemProcesses.change(
        act(),
        () -> {
          systemProcesses.change(act(), () -> true);
          alerts.raise("many-searches", subject, null);
          return true;
        });

    assertThat(raised()).isOne();
  }

  @Test
  void oneOccasionIsRaisedOnce() {
    String occasion = UUID.randomUUID().toString();

    assertThat(alerts.raiseOnce("many-searches", subject, null, occasion)).isTrue();
    assertThat(alerts.raiseOnce("many-searches", subject, null, occasion)).isFalse();
    alerts.raise("many-searches", subject, null);
    alerts.raise("many-searches", subject, null);

    assertThat(raised()).isEqualTo(3);
    assertThat(inTheChain()).isEqualTo(3);
  }

  private Act act() {
    return Act.of("access.tried-out", subject);
  }

  private long raised() {
    return count("select count(*) from audit.alert where subject_user = :subject");
  }

  private long inTheChain() {
    return count(
        """
        select count(*)
          from audit.entry e join audit.alert a on a.id = e.object
         where e.act = 'audit.alert-raised' and a.subject_user = :subject
        """);
  }

  private long count(String sql) {
    return system.jdbc().sql(sql).param("subject", subject).query(Long.class).single();
  }
}
