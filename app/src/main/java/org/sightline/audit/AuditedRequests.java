package org.sightline.audit;

import org.sightline.kernel.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Remembers, for the length of a request, that an entry was written in it, so that a POST which
/// wrote none is found out ([UnauditedPosts]).
@Component
class AuditedRequests {

  private static final String AUDITED = AuditedRequests.class.getName();
  private static final String DENIED = AUDITED + ".denied";

  void noteAudited() {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AUDITED, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  void noteDenied() {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(DENIED, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /// Begins a change: a form that this request carries out is taken with it ([SentOnce]).
  void begin(SignedIn who, JdbcClient jdbc) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null
        && request.getAttribute(SentOnce.class.getName(), RequestAttributes.SCOPE_REQUEST)
            instanceof SentOnce form) {
      form.take(who, jdbc);
    }
  }

  static String attribute() {
    return AUDITED;
  }

  static String deniedAttribute() {
    return DENIED;
  }
}
