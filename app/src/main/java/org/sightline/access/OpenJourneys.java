package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Opens a journey's pages only to people who hold one of its roles somewhere (AC-01).
@Component
@Order(2)
class OpenJourneys implements HandlerInterceptor {

  private final Processes processes;
  private final Users users;

  OpenJourneys(Processes processes, Users users) {
    this.processes = processes;
    this.users = users;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      OpenTo rule = method.getBeanType().getPackage().getAnnotation(OpenTo.class);
      if (rule != null && rule.site() == Site.STAFF && rule.roles().length > 0) {
        var who = Present.at(request).orElseThrow(NotThere::new);
        var held = processes.look(who, () -> users.rolesAnywhere(who));
        if (Arrays.stream(rule.roles()).noneMatch(held::contains)) {
          throw new NotThere();
        }
      }
    }
    return true;
  }
}
