package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The session of a browser on which nobody has shown anything yet: what a device or a directory is
/// asked has to wait somewhere for its answer. Each is a row in the database that any stranger can
/// make, so it is gone after a few minutes unless somebody signs in, and there are never many of
/// them: whoever asks for too many loses the first they asked for, and keeps nobody out.
@Component
class StrangersSession {

  private static final Duration LASTS = Duration.ofMinutes(5);
  private static final Duration OF_SOMEBODY = Duration.ofMinutes(15);

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final StrangersAsked asked;

  /// @param most how many there are at most; a single network has a tenth of them
  StrangersSession(
      FindByIndexNameSessionRepository<? extends Session> sessions,
      @Value("${sightline.access.strangers:5000}") int most) {
    this.sessions = sessions;
    this.asked = new StrangersAsked(most, most / 10);
  }

  /// Makes one where there is none.
  void begin(HttpServletRequest request) {
    if (request.getSession(false) == null) {
      var session = request.getSession();
      session.setMaxInactiveInterval((int) LASTS.toSeconds());
      asked.add(session.getId(), Networks.of(request).orElse("")).forEach(sessions::deleteById);
    }
  }

  /// It is somebody's now. It gets another id after this, so that what is kept here under the one
  /// before is nobody's.
  static void end(HttpSession session) {
    session.setMaxInactiveInterval((int) OF_SOMEBODY.toSeconds());
  }
}
