package org.sightline.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// The page of this site on which somebody was before, so that they find back to it. Browsers say
/// it on the staff site only; what they say is believed only when it names this very host.
final class CameFrom {

  private CameFrom() {}

  /// @return a path of this site, or `null` when it is not known or is the page that failed
  static @Nullable String path() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here)) {
      return null;
    }
    var request = here.getRequest();
    String said = request.getHeader("Referer");
    String host = request.getHeader("Host");
    if (said == null || host == null || said.length() > 2_000) {
      return null;
    }
    try {
      var page = URI.create(said);
      String path = page.getRawPath();
      boolean isOurs = host.equals(page.getRawAuthority());
      boolean isElsewhere = !request.getRequestURI().equals(path);
      return isOurs && isElsewhere && path.matches("/[A-Za-z0-9._-].*") ? path : null;
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
