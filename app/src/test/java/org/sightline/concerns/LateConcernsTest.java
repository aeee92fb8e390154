package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.concerns.Examples.london;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.clocks.Nation;
import org.sightline.clocks.RuleBook;
import org.sightline.kernel.Late;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class LateConcernsTest {

  @Autowired private TestPeople people;
  @Autowired private Processes processes;
  @Autowired private Workspaces workspaces;
  @Autowired private JdbcConcerns jdbc;
  @Autowired private JdbcReceipts receipts;
  @Autowired private ConcernNotices notices;
  @Autowired private RoundTimes roundTimes;
  @Autowired private ConcernRules rules;
  @Autowired private SystemStore store;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private ObjectProvider<RuleBook> books;

  @Test
  void aConcernNobodyLookedAtIsLateFromTheEndOfItsTime() {
    var examples =
        new Examples(
            people, processes, workspaces, jdbc, receipts, notices, roundTimes, rules, store);
    UUID id = examples.raised(london("2027-06-08T11:00")).value();

    assertThat(of(id, "2027-06-08T23:59:59")).isEmpty();
    var late = of(id, "2027-06-09T00:00");

    assertThat(late).extracting(Late::kind).containsExactly("concern not seen");
    assertThat(late).extracting(Late::since).containsExactly(london("2027-06-09T00:00"));
  }

  private List<Late> of(UUID id, String at) {
    var clock = Clock.fixed(london(at), ZoneOffset.UTC);
    return new LateConcerns(systemProcesses, store, books, Nation.ENGLAND, clock)
        .list().stream().filter(late -> late.id().equals(id)).toList();
  }
}
