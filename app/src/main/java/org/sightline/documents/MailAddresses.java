package org.sightline.documents;

import java.util.Locale;
import org.sightline.kernel.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where mail to somebody of the school goes: an alias for each role, at the mail server's place.
/// People have no address of their own here before there are accounts.
@Component
public class MailAddresses {

  private final String domain;

  MailAddresses(@Value("${sightline.mail.domain:school.invalid}") String domain) {
    this.domain = domain;
  }

  /// `safeguarding-lead@school.example`.
  public String of(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "@" + domain;
  }
}
