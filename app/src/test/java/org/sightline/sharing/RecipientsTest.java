package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.demonstration.InventedWorld;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Who received a record (RR-02): everybody it went to, and nobody it did not go to.
@SightlineTest
class RecipientsTest extends SharingPageTest {

  @Autowired private ApplicationContext application;
  @Autowired private Shares shares;
  @Autowired private JdbcShares stored;
  @Autowired private Processes processes;

  @Test
  void thoseWhoReceivedARecordAreKnownOnceItHasGone() {
    var owner = people.as(Role.ROUND_OWNER);
    var round = InventedWorld.in(application).finished().id();
    UUID care = organisation("Record Care");
    agreement("Record places", care);
    var report =
        shares.offered(owner, round).stream()
            .filter(item -> item.kind().equals("engagement.report"))
            .findFirst()
            .orElseThrow();
    var to = Recipient.at(care, "Records team");
    UUID id = shares.prepare(owner, round, with(report, to));
    assertThat(shares.check(owner, id)).isInstanceOf(Verdict.Covered.class);
    shares.send(owner, id, 1, Map.of(to.id(), "Record Care"), null);

    assertThat(of(report.record(), Duration.ofSeconds(30))).doesNotContain("Record Care");
    assertThat(of(report.record(), Duration.ofSeconds(61))).contains("Record Care");
    shares.undo(owner, id);
    assertThat(of(report.record(), Duration.ofSeconds(61))).doesNotContain("Record Care");
  }

  private static Content with(Shareable item, Recipient to) {
    var c = Examples.content();
    return new Content(
        c.heldFor(),
        c.purpose(),
        c.marking(),
        c.about(),
        Set.of(Category.PLACES),
        List.of(new Content.Item(item.record(), item.kind(), item.title())),
        List.of(to),
        c.route(),
        false,
        false,
        new Content.Texts(null, null, "Larkrise", null, null),
        null);
  }

  private List<String> of(UUID record, Duration later) {
    var then = new Recipients(stored, organisations, Clock.offset(Clock.systemUTC(), later));
    return processes.look(people.as(Role.ROUND_OWNER), () -> then.of(record)).stream()
        .map(received -> String.valueOf(received.organisation()))
        .toList();
  }
}
