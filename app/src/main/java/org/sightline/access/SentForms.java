package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets go of what was kept of a form once it has been sent and taken. Comes after [Freshness]: a
/// form that is sent back from there has not been taken.
@Component
@Order(4)
class SentForms implements HandlerInterceptor {

  private final KeptForms forms;
  private final Unsent unsent;

  SentForms(KeptForms forms, Unsent unsent) {
    this.forms = forms;
    this.unsent = unsent;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    String form = request.getRequestURI();
    boolean taken = failure == null && response.getStatus() < 400 && !OpenedFor.isFormKept(request);
    if (request.getMethod().equals("POST") && taken && forms.has(form)) {
      Present.at(request).ifPresent(who -> unsent.sent(who, form));
    }
  }
}
