package org.sightline.access;

import java.util.List;
import java.util.UUID;
import org.sightline.kernel.SignedIn;

/// The agencies somebody can work for. Implemented by the module that keeps the register of
/// organisations, which lies above this one.
public interface Agencies {

  /// @param current whether it is offered still
  record Agency(UUID id, String name, boolean current) {}

  /// All of them, by name.
  List<Agency> all(SignedIn who);
}
