package org.sightline.plans;

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

  private Writers() {}
}
