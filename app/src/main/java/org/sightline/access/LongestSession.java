package org.sightline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nobody stays signed in for more than ten hours, however busy they are, nor for more than a
/// quarter of an hour in which nothing but their page asked whether there is anything new (AN-10).
final class LongestSession extends OncePerRequestFilter {

  static final Duration LONGEST = Duration.ofHours(10);

  static final Duration IDLE = Duration.ofMinutes(15);

  /// When somebody last did something, in milliseconds.
  static final String USED = LongestSession.class.getName();

  private static final Duration FINE = Duration.ofSeconds(5);

  /// What a map asks by itself every few seconds.
  private static final Pattern BY_ITSELF = Pattern.compile("/network/maps/[^/]+/drawn");

  private final Clock clock;

  LongestSession(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session != null && isOver(session)) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    } else if (session != null && !isByItself(request)) {
      use(session);
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(HttpSession session) {
    var now = clock.instant();
    return Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isBefore(now)
        || session.getAttribute(USED) instanceof Long at
            && Instant.ofEpochMilli(at).plus(IDLE).isBefore(now);
  }

  /// A screen in a meeting is needed though nobody touches it: it says so.
  private static boolean isByItself(HttpServletRequest request) {
    return BY_ITSELF.matcher(request.getServletPath()).matches()
        && request.getParameter("needed") == null;
  }

  private void use(HttpSession session) {
    var now = clock.instant();
    if (!(session.getAttribute(USED) instanceof Long at)
        || Instant.ofEpochMilli(at).plus(FINE).isBefore(now)) {
      session.setAttribute(USED, now.toEpochMilli());
    }
  }
}
