package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.sightline.web.Fresh;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Asks people to show again who they are before what cannot be taken back, when they last did so
/// more than five minutes ago (AN-12).
@Component
@Order(3)
class Freshness implements HandlerInterceptor {

  static final Duration WITHIN = Duration.ofMinutes(5);

  /// Where the way back is kept in the session: a path and nothing else.
  static final String BACK = Freshness.class.getName();

  private static final Pattern CHOICES =
      Pattern.compile("[a-z]{1,20}=[A-Z0-9_]{1,20}(&[a-z]{1,20}=[A-Z0-9_]{1,20}){0,3}");

  private final Clock clock;
  private final LateForms late;

  Freshness(Clock clock, LateForms late) {
    this.clock = clock;
    this.late = late;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method) || !isAsked(method)) {
      return true;
    }
    var someone = SecurityContextHolder.getContext().getAuthentication();
    if (someone != null && Factors.fresh(someone, clock.instant(), WITHIN)) {
      return true;
    }
    request.getSession().setAttribute(BACK, wayBack(request));
    response.sendRedirect("/signing-in-again");
    return false;
  }

  /// The page, with what was chosen on it, such as the size of the paper; never typed words.
  static String asked(HttpServletRequest request) {
    var query = request.getQueryString();
    return query != null && CHOICES.matcher(query).matches()
        ? request.getRequestURI() + "?" + query
        : request.getRequestURI();
  }

  /// A form that came too late is kept, to be sent again from its page.
  private String wayBack(HttpServletRequest request) {
    if (request.getMethod().equals("GET")) {
      return asked(request);
    }
    boolean kept = Present.at(request).map(who -> late.keep(request, who)).orElse(false);
    return late.wayBack(request, kept);
  }

  private static boolean isAsked(HandlerMethod method) {
    return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Fresh.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Fresh.class);
  }
}
