package org.sightline.documents;

import org.sightline.access.OwnMail;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sends the code with which somebody shows that an address is theirs.
@Component
class MailCodes {

  private final Outbox outbox;
  private final Words words;
  private final Sites sites;

  MailCodes(Outbox outbox, Words words, Sites sites) {
    this.outbox = outbox;
    this.words = words;
    this.sites = sites;
  }

  @EventListener
  void send(OwnMail.CodeToSend asked) {
    outbox.put(
        new Message(
            asked.address(),
            words.say("documents.mail-code.subject"),
            words.say(
                "documents.mail-code.text",
                asked.code().replaceAll("(.{4})(?=.)", "$1 "),
                sites.staffUrl() + "/your-sign-in")));
  }
}
