package org.sightline.audit;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Remembers, for the length of a request, that an entry was written in it, so that a POST which
/// wrote none is found out ([UnauditedPosts]).
@Component
class AuditedRequests {

  private static final String AUDITED = AuditedRequests.class.getName();

  void noteAudited() {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AUDITED, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  static String attribute() {
    return AUDITED;
  }
}
