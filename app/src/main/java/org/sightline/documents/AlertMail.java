package org.sightline.documents;

import java.util.HashSet;
import java.util.Objects;
import org.sightline.access.AlertReaders;
import org.sightline.audit.Act;
import org.sightline.audit.Alert;
import org.sightline.audit.Alerts;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Role;
import org.sightline.kernel.Waiting;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells those who are to look into an alert ([AlertReaders]) that one waits: never which, never
/// about whom (AU-08). It is in their inbox, and goes to the address each has given.
@Component
@EnableScheduling
class AlertMail {

  static final String WAITS = "audit.alert-waits";

  /// Where nobody is left to be told, the alias of those who read for governance is.
  private static final AlertReaders.Reader NOBODY = new AlertReaders.Reader(null, null, null);

  private final Alerts alerts;
  private final AlertReaders readers;
  private final ApplicationEventPublisher events;
  private final SystemProcesses processes;
  private final Outbox outbox;
  private final MailAddresses addresses;
  private final Sites sites;
  private final Words words;

  AlertMail(
      Alerts alerts,
      AlertReaders readers,
      ApplicationEventPublisher events,
      SystemProcesses processes,
      Outbox outbox,
      MailAddresses addresses,
      Sites sites,
      Words words) {
    this.alerts = alerts;
    this.readers = readers;
    this.events = events;
    this.processes = processes;
    this.outbox = outbox;
    this.addresses = addresses;
    this.sites = sites;
    this.words = words;
  }

  @Scheduled(
      initialDelayString = "${sightline.alerts.telling-delay:PT15S}",
      fixedDelayString = "${sightline.alerts.telling-every:PT15S}")
  void tell() {
    boolean waits = processes.look(alerts::isAnyUntold);
    if (waits) {
      processes.change(new Act("documents.alerts-told", null, null, null), this::put);
    }
  }

  /// One notice for each reader, however many there are.
  private boolean put() {
    var untold = alerts.takeUntold();
    var told = new HashSet<AlertReaders.Reader>();
    for (Alert alert : untold) {
      var found = readers.of(alert);
      for (var reader : found) {
        if (told.add(reader)) {
          events.publishEvent(waiting(reader, alert));
        }
      }
      if (found.isEmpty() && told.add(NOBODY)) {
        outbox.put(
            new Message(
                addresses.of(Role.GOVERNANCE),
                words.say("documents.alert.subject"),
                words.say("documents.alert.text", sites.staffUrl())));
      }
    }
    return !untold.isEmpty();
  }

  private static Waiting waiting(AlertReaders.Reader reader, Alert alert) {
    if (reader.person() != null) {
      return Waiting.forPerson(reader.person(), WAITS, "/alerts", alert.id());
    }
    return Waiting.forRole(
        Objects.requireNonNull(reader.place()),
        Objects.requireNonNull(reader.role()),
        WAITS,
        "/alerts",
        alert.id());
  }
}
