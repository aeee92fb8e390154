package org.sightline.plans;

import java.util.List;
import java.util.Set;
import org.sightline.kernel.Role;

/// Who writes a plan and who may read it, as the policies of the schema repeat.
final class Writers {

  static final Role[] WRITERS = {
    Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD
  };

  static final Role[] READERS = {
    Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD, Role.FACILITATOR
  };

  /// Contacts are settings, so an administrator may keep them too (A36).
  static final Role[] CONTACT_WRITERS = {
    Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD, Role.ADMINISTRATOR
  };

  /// Issues on a sensitive route are for those who write only; the database says the same.
  static boolean seeSensitive(Set<Role> held) {
    return List.of(WRITERS).stream().anyMatch(held::contains);
  }

  private Writers() {}
}
