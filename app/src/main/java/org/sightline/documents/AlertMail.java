package org.sightline.documents;

import java.util.Set;
import java.util.TreeSet;
import org.sightline.audit.Act;
import org.sightline.audit.Alert;
import org.sightline.audit.Alerts;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Role;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the governance reader, and the administrator where the installation itself is concerned,
/// that an alert waits: never which, never about whom (AU-08).
@Component
@EnableScheduling
class AlertMail {

  private final Alerts alerts;
  private final SystemProcesses processes;
  private final Outbox outbox;
  private final MailAddresses addresses;
  private final Sites sites;
  private final Words words;

  AlertMail(
      Alerts alerts,
      SystemProcesses processes,
      Outbox outbox,
      MailAddresses addresses,
      Sites sites,
      Words words) {
    this.alerts = alerts;
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

  /// One mail for each role, however many there are.
  private boolean put() {
    var untold = alerts.takeUntold();
    for (Role role : untold.stream().collect(TreeSet<Role>::new, AlertMail::readers, Set::addAll)) {
      outbox.put(
          new Message(
              addresses.of(role),
              words.say("documents.alert.subject"),
              words.say("documents.alert.text", sites.staffUrl())));
    }
    return !untold.isEmpty();
  }

  private static void readers(Set<Role> roles, Alert alert) {
    roles.add(Role.GOVERNANCE);
    if (alert.isAboutTheInstallation() || alert.isAboutKeepingAway()) {
      roles.add(Role.ADMINISTRATOR);
    }
  }
}
