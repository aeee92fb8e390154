package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Writes down that somebody who is signed in found nothing at an address, or was not let out with
/// a copy, where no process has done so: whoever tries addresses is seen (AU-01, AU-08). Says the
/// route, never what was typed into it.
@Component
@Order(0)
class RefusedAddresses implements HandlerInterceptor {

  private static final Logger log = LoggerFactory.getLogger(RefusedAddresses.class);

  private final Processes processes;

  RefusedAddresses(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    boolean refused =
        response.getStatus() == HttpStatus.NOT_FOUND.value()
            || request.getAttribute(Emergencies.attribute()) != null;
    if (refused && handler instanceof HandlerMethod && !Processes.hasRefused(request)) {
      var act =
          new Act(
              "access.address-refused",
              null,
              null,
              request.getMethod()
                  + " "
                  + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
      write(request, act);
    }
  }

  /// The answer has gone already, and holds nothing.
  private void write(HttpServletRequest request, Act act) {
    try {
      Present.at(request).ifPresent(who -> processes.refuse(who, act));
    } catch (DataAccessException | TransactionException unwritable) {
      log.error("A refusal was not written down: {}", unwritable.getClass().getName());
    }
  }
}
