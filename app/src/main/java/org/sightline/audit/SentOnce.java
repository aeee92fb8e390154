package org.sightline.audit;

import org.sightline.kernel.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sees to it that a form that is sent twice is carried out once: an attribute of the
/// request, under this name. Every change begins with it, in its own transaction.
public interface SentOnce {

  /// Takes the form, or refuses it by an exception when it was taken before.
  ///
  /// @param jdbc of the transaction that carries it out
  void take(SignedIn who, JdbcClient jdbc);
}
