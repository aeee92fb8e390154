package org.sightline.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Finds the staff POST that succeeded without an audit entry. Such a handler is a fault in the
/// product: it is counted, logged by its class, and fails the tests.
@Component
public class UnauditedPosts implements HandlerInterceptor {

  private static final Logger log = LoggerFactory.getLogger(UnauditedPosts.class);

  private volatile @Nullable String last;

  /// The last handler that forgot, or `null`.
  public @Nullable String last() {
    return last;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    boolean succeeded = failure == null && response.getStatus() < 400;
    if (request.getMethod().equals("POST")
        && succeeded
        && handler instanceof HandlerMethod method
        && !isStudentSite(method)
        && request.getAttribute(AuditedRequests.attribute()) == null) {
      last = method.getShortLogMessage();
      log.error("A change was made without an audit entry by {}", method.getShortLogMessage());
    }
  }

  /// The student site is never audited by request: nobody may know the order of the maps
  /// (practice.md, Anonymity against the spine).
  private static boolean isStudentSite(HandlerMethod method) {
    var rule = method.getBeanType().getPackage().getAnnotation(OpenTo.class);
    return rule != null && rule.site() == Site.STUDENT;
  }
}
