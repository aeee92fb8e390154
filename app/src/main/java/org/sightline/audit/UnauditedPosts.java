package org.sightline.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Site;
import org.sightline.web.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Finds the staff POST (young people's are never audited one by one: practice.md, "Anonymity
// against the
/// spine") that succeeded without an audit entry. Such a handler is a fault in the
/// product: it is counted, logged by its class, and fails the tests.
@Component
public class UnauditedPosts implements HandlerInterceptor {

  private static final Logger log = LoggerFactory.getLogger(UnauditedPosts.class);

  private final Sites sites;

  private volatile @Nullable String last;

  UnauditedPosts(Sites sites) {
    this.sites = sites;
  }

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
        && sites.of(request) == Site.STAFF
        && handler instanceof HandlerMethod method
        && request.getAttribute(AuditedRequests.attribute()) == null) {
      last = method.getShortLogMessage();
      log.error("A change was made without an audit entry by {}", method.getShortLogMessage());
    }
  }
}
