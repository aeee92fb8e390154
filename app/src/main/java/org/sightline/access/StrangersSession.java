package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;

/// The session of a browser on which nobody has shown anything yet: what a device or a directory is
/// asked has to wait somewhere for its answer. Each is a row in the database that any stranger can
/// make, so it is gone after a few minutes unless somebody signs in.
final class StrangersSession {

  private static final Duration LASTS = Duration.ofMinutes(5);
  private static final Duration OF_SOMEBODY = Duration.ofMinutes(15);

  private StrangersSession() {}

  /// Makes one where there is none.
  static void begin(HttpServletRequest request) {
    if (request.getSession(false) == null) {
      request.getSession().setMaxInactiveInterval((int) LASTS.toSeconds());
    }
  }

  /// It is somebody's now.
  static void end(HttpSession session) {
    session.setMaxInactiveInterval((int) OF_SOMEBODY.toSeconds());
  }
}
