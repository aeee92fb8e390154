package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.springframework.security.core.Authentication;

/// Who is signed in at a request.
public final class Present {

  private static final String REQUEST = Present.class.getName();

  private Present() {}

  public static Optional<SignedIn> at(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof Authentication authentication
        && authentication.getPrincipal() instanceof UserId user) {
      return Optional.of(new SignedIn(user, requestId(request)));
    }
    return Optional.empty();
  }

  private static UUID requestId(HttpServletRequest request) {
    if (!(request.getAttribute(REQUEST) instanceof UUID)) {
      request.setAttribute(REQUEST, UUID.randomUUID());
    }
    return (UUID) request.getAttribute(REQUEST);
  }
}
