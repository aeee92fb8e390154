package org.sightline.audit;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Knows on what ground somebody does something. Implemented by the module that knows people and
/// roles: the audit lies below it.
public interface Grounds {

  /// Asked in the transaction of the act, once its work is done.
  ///
  /// @param jdbc of the role that does it: the staff's or the system's
  Ground of(JdbcClient jdbc, UUID user, Act act);
}
