package org.sightline.documents;

import java.util.List;
import org.sightline.access.GlassBroken;
import org.sightline.kernel.Role;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A mail that says that something waits when records were opened in an emergency: to the owner,
/// and when nobody has reviewed it in time to the head and the governance reader. Never what or
/// whose.
@Component
class EmergencyMail {

  private final Outbox outbox;
  private final MailAddresses addresses;
  private final Words words;
  private final Sites sites;

  EmergencyMail(Outbox outbox, MailAddresses addresses, Words words, Sites sites) {
    this.outbox = outbox;
    this.addresses = addresses;
    this.words = words;
    this.sites = sites;
  }

  @EventListener
  void on(GlassBroken broken) {
    var readers =
        broken.overdue()
            ? List.of(Role.HEAD, Role.GOVERNANCE)
            : List.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.GOVERNANCE);
    for (Role reader : readers) {
      outbox.put(
          new Message(
              addresses.of(reader),
              words.say("documents.emergency-mail.subject"),
              words.say("documents.emergency-mail.text", sites.staffUrl())));
    }
  }
}
