package org.sightline.proofs;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;

/// What people do about what waits for them, and where mail about it goes. Somebody has raised a
/// concern before.
final class NoticesJob {

  private final TestPeople people;
  private final FormSending forms;

  NoticesJob(TestPeople people, FormSending.Witness witness) {
    this.people = people;
    this.forms = new FormSending(new FormFilling(Planted::into), witness);
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    String reading =
        lead.get("/waiting").page().select("form[action$=/reading]").first().attr("action");
    forms.answered(lead, reading, List.of());
    forms.answered(lead, "/your-sign-in/mail", List.of("address", "lead@school.example"));
    forms.answered(lead, "/your-sign-in/mail/removing", List.of());
  }
}
