package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sightline.web.HandedOver;
import org.sightline.web.OpenTo;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Locks the staff site on a tablet that was handed to a young person: it shows what was handed
/// over and nothing else, until the member of staff has shown again who they are, however lately
/// they did (AN-14).
@Component
@Order(1)
class HandedOverTablets implements HandlerInterceptor {

  /// Set in the session of a browser that was handed over.
  private static final String HELD = HandedOverTablets.class.getName();

  private static final String SIGNING_IN = "org.sightline.access.signing";

  /// Whoever has just shown who they are holds it again.
  static void handedBack(HttpServletRequest request) {
    request.getSession().removeAttribute(HELD);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var session = request.getSession(false);
    if (session == null
        || !(handler instanceof HandlerMethod method)
        || Present.at(request).isEmpty()) {
      return true;
    }
    if (method.hasMethodAnnotation(HandedOver.class)) {
      if ("over".equals(request.getParameter(HandedOver.PARAMETER))) {
        session.setAttribute(HELD, true);
      }
      return true;
    }
    if (session.getAttribute(HELD) == null || isSigningIn(method)) {
      return true;
    }
    boolean page = request.getMethod().equals("GET");
    session.setAttribute(Freshness.BACK, page ? request.getRequestURI() : "/");
    response.sendRedirect("/signing-in-again");
    return false;
  }

  /// Signing in, and signing in again; also what is open to everyone, such as a page that is not
  /// there.
  private static boolean isSigningIn(HandlerMethod method) {
    var journey = method.getBeanType().getPackage();
    var rule = journey.getAnnotation(OpenTo.class);
    return rule == null || rule.everyone() || journey.getName().startsWith(SIGNING_IN);
  }
}
