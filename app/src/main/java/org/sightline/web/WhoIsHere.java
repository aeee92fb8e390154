package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Role;

/// Whom the shell greets. The access module knows.
public interface WhoIsHere {

  /// The person at this request, or `null` before signing in and on the student site.
  @Nullable Present at(HttpServletRequest request);

  /// @param name as colleagues know them
  /// @param roles held in any workspace today
  /// @param emergency what they have open by break-glass, or `null`
  record Present(String name, Set<Role> roles, @Nullable Emergency emergency) {}
}
