package org.sightline.proofs;

import java.util.List;
import java.util.UUID;
import org.sightline.audit.Alerts;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;

/// What a governance reader does: asks who saw a record, and looks into an alert.
final class GovernanceJob {

  private final TestPeople people;
  private final Alerts alerts;
  private final FormSending forms;

  GovernanceJob(TestPeople people, Alerts alerts, FormSending.Witness witness) {
    this.people = people;
    this.alerts = alerts;
    this.forms = new FormSending(new FormFilling(Planted::into), witness);
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    var head = people.cast().the(Role.HEAD).id().value();
    alerts.raise("many-records", head, people.school());
    var reader = people.signedIn(Role.GOVERNANCE);
    forms.get(reader, "/auditing");
    forms.answered(reader, "/auditing/records", List.of("record", head.toString()));
    forms.get(reader, "/auditing/records/" + head);
    forms.get(reader, "/auditing/records/" + head + "/who-saw.csv");
    forms.answered(reader, "/teams", List.of("name", "Job Team " + UUID.randomUUID()));
    forms.send(reader, "/alerts", "/seen");
    forms.send(reader, "/alerts", "/reopened");
  }
}
