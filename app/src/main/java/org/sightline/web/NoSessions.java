package org.sightline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The student site remembers nobody: there a session can neither be made nor found. Cookies do not
/// tell ports apart, so in a demonstration a browser sends the staff site's cookie here as well;
/// nothing may look at it.
@Component
@Order(NoSessions.BEHIND_THE_SESSIONS)
class NoSessions extends OncePerRequestFilter {

  /// `SessionRepositoryFilter` stands at 50; this takes what it offers away again.
  static final int BEHIND_THE_SESSIONS = Integer.MIN_VALUE + 51;

  private final Sites sites;

  NoSessions(Sites sites) {
    this.sites = sites;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean student = sites.of(request) == Site.STUDENT;
    chain.doFilter(student ? new Forgetful(request) : request, response);
  }

  private static final class Forgetful extends HttpServletRequestWrapper {

    private Forgetful(HttpServletRequest request) {
      super(request);
    }

    @Override
    public HttpSession getSession() {
      throw new IllegalStateException("The student site keeps no session");
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
      return create ? getSession() : null;
    }
  }
}
