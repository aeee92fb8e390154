package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// Who is signed in at a request, for what is no controller: those are handed the [SignedIn].
@Component
public class WhoIsAsking {

  public Optional<SignedIn> at(HttpServletRequest request) {
    return Present.at(request);
  }
}
