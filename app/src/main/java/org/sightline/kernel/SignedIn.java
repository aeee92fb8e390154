package org.sightline.kernel;

import java.util.UUID;

/// The person on whose behalf something happens, and the request in which it does.
///
/// @param request correlates the audit entry with what the person was shown
public record SignedIn(UserId user, UUID request) {

  public static SignedIn as(UserId user) {
    return new SignedIn(user, UUID.randomUUID());
  }
}
