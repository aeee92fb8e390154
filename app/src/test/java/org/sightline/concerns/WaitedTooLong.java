package org.sightline.concerns;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.clocks.ConcernClocks.Turn;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.TestPeople;
import org.springframework.context.ApplicationContext;

/// Concerns that were raised so long ago that today they are somebody else's turn, for the stories
/// of other packages.
public final class WaitedTooLong {

  private final ApplicationContext application;
  private final Examples examples;

  public WaitedTooLong(ApplicationContext application) {
    this.application = application;
    this.examples =
        new Examples(
            bean(TestPeople.class),
            bean(Processes.class),
            bean(Workspaces.class),
            bean(JdbcConcerns.class),
            bean(JdbcReceipts.class),
            bean(ConcernNotices.class),
            bean(RoundTimes.class),
            bean(ConcernRules.class),
            bean(SystemStore.class));
  }

  /// Raised at this school on the last morning from which it is the deputy's turn today.
  public ConcernId raised(SignedIn by, WorkspaceId school, String what) {
    var now = Instant.now();
    var morning = ZonedDateTime.now(ConcernRules.LONDON).with(LocalTime.of(10, 0));
    while (!isTheDeputys(morning.toInstant(), now)) {
      morning = morning.minusDays(1);
      if (Duration.between(morning.toInstant(), now).toDays() > 20) {
        throw new AssertionError("No morning from which it is the deputy's turn today");
      }
    }
    var concern =
        new RaisedConcern(
            ConcernId.random(),
            school,
            null,
            null,
            Way.FORM,
            Stage.IN_SESSION,
            Set.of(),
            Map.of("what", what, "immediate-risk", "no", "known", "no"),
            morning.toInstant());
    return examples.concernsAt(morning.toInstant()).raise(by, concern).id();
  }

  /// What the application does by itself every minute.
  public void theClockStrikes() {
    bean(Escalation.class).byTheClock();
  }

  private boolean isTheDeputys(Instant raised, Instant now) {
    var cycle = new Concern.Cycle(raised, null, null);
    return bean(ConcernRules.class).turn(cycle, now) == Turn.DEPUTY;
  }

  private <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
