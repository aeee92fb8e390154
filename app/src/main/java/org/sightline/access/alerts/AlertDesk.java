package org.sightline.access.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleagues;
import org.sightline.access.Oversight;
import org.sightline.audit.Act;
import org.sightline.audit.Alert;
import org.sightline.audit.Alerts;
import org.sightline.audit.AuditChain;
import org.sightline.audit.AuditTrail;
import org.sightline.audit.SystemProcesses;
import org.sightline.audit.checkpoints.Checkpoints;
import org.sightline.audit.checkpoints.SinkState;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Waiting;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The alerts of the last ninety days. A governance reader sees those about the people they look
/// after; an administrator those about signing in; both what concerns the installation.
@Component
class AlertDesk {

  private static final Duration SHOWN_FOR = Duration.ofDays(90);
  private static final int MOST = 200;
  private static final String ABOUT_SIGNING_IN = "wrong-codes";

  private final Alerts alerts;
  private final Oversight oversight;
  private final Colleagues colleagues;
  private final AuditChain chain;
  private final Checkpoints checkpoints;
  private final SystemProcesses processes;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Words words;

  AlertDesk(
      Alerts alerts,
      Oversight oversight,
      Colleagues colleagues,
      AuditChain chain,
      Checkpoints checkpoints,
      SystemProcesses processes,
      ApplicationEventPublisher events,
      Clock clock,
      Words words) {
    this.alerts = alerts;
    this.oversight = oversight;
    this.colleagues = colleagues;
    this.chain = chain;
    this.checkpoints = checkpoints;
    this.processes = processes;
    this.events = events;
    this.clock = clock;
    this.words = words;
  }

  /// Who reads; what is about themselves is for others to look into.
  private record Reader(UUID self, AuditTrail.Scope scope, boolean administrator) {

    boolean isGovernance() {
      return !scope.workspaces().isEmpty();
    }

    boolean sees(Alert alert) {
      var workspace = alert.workspace();
      if (self.equals(alert.subjectUser())
          || workspace != null && scope.hidden().contains(workspace.value())) {
        return false;
      }
      return alert.isAboutTheInstallation()
          || administrator && (alert.kind().equals(ABOUT_SIGNING_IN) || alert.isAboutKeepingAway())
          || alert.subjectUser() != null && scope.users().contains(alert.subjectUser())
          || workspace != null && scope.workspaces().contains(workspace.value());
    }
  }

  AlertsPage page(SignedIn who) {
    var reader = reader(who);
    record Found(List<Alert> alerts, long entries) {}
    var found =
        processes.change(
            who,
            Act.of("access.alerts-read", who.user().value()),
            () -> new Found(alerts.since(clock.instant().minus(SHOWN_FOR), MOST), chain.length()));
    var mine = found.alerts().stream().filter(reader::sees).toList();
    return new AlertsPage(
        mine.stream().filter(alert -> !alert.seen()).map(alert -> line(alert, reader)).toList(),
        mine.stream().filter(Alert::seen).map(alert -> line(alert, reader)).toList(),
        found.entries(),
        checkpoints.states().stream().map(this::sink).toList());
  }

  /// Whether there is an alert for the reader at which nobody has looked.
  boolean isAwaited(SignedIn who) {
    var reader = reader(who);
    return (reader.isGovernance() || reader.administrator())
        && processes.look(() -> alerts.since(clock.instant().minus(SHOWN_FOR), MOST)).stream()
            .anyMatch(alert -> !alert.seen() && reader.sees(alert));
  }

  /// Marks an alert as looked into, or as not.
  ///
  /// @throws NotThere when there is none, or it is not theirs
  void mark(SignedIn who, UUID id, boolean seen) {
    var reader = reader(who);
    processes.change(
        who,
        Act.of(seen ? "access.alert-seen" : "access.alert-reopened", id),
        () -> {
          alerts.find(id).filter(reader::sees).orElseThrow(NotThere::new);
          alerts.mark(id, seen ? who.user().value() : null);
          if (seen) {
            events.publishEvent(new Waiting.Settled("audit.alert-waits", id));
          }
          return true;
        });
  }

  private Reader reader(SignedIn who) {
    return new Reader(who.user().value(), oversight.scope(who), colleagues.isAdministrator(who));
  }

  private AlertsPage.Line line(Alert alert, Reader reader) {
    UUID user = alert.subjectUser();
    return new AlertsPage.Line(
        alert.id().toString(),
        Dates.moment(alert.raisedAt()),
        words.say("audit.alert." + alert.kind()),
        user == null ? "" : String.join("", oversight.name(user)),
        user == null || !reader.isGovernance() ? "" : entriesOf(user, alert));
  }

  private static String entriesOf(UUID user, Alert alert) {
    var day = LocalDate.ofInstant(alert.raisedAt(), ZoneId.of("Europe/London"));
    return "/auditing?person=%s&day=%s".formatted(user, day);
  }

  private AlertsPage.Sink sink(SinkState state) {
    @Nullable String last = state.last() == null ? null : Dates.moment(state.last());
    String where = words.say("access.alerts.sink-" + state.kind());
    String how =
        last == null
            ? words.say("access.alerts.no-checkpoint")
            : words.say("access.alerts.last-checkpoint", last, state.number());
    boolean well = !state.failing() && !state.late();
    return new AlertsPage.Sink(where + " " + how, well);
  }
}
