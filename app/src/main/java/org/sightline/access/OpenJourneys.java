package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.web.OnlyFor;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Opens a journey's pages only to people who hold one of its roles somewhere (AC-01), and what is
/// [OnlyFor] some of them to those; and for
/// reading, while they have something open in an emergency, those of whoever works with young
/// people: a colleague from a team holds no role of a school's and would find no page of it.
/// Colleagues and their roles are not what is read then.
@Component
@Order(2)
class OpenJourneys implements HandlerInterceptor {

  private static final String OURS = OpenJourneys.class.getPackageName() + ".";

  private final Processes processes;
  private final Users users;
  private final BreakGlass breakGlass;

  OpenJourneys(Processes processes, Users users, BreakGlass breakGlass) {
    this.processes = processes;
    this.users = users;
    this.breakGlass = breakGlass;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      OpenTo rule = method.getBeanType().getPackage().getAnnotation(OpenTo.class);
      var only = only(method);
      if (rule != null && rule.site() == Site.STAFF && rule.roles().length + only.size() > 0) {
        var who = Present.at(request).orElseThrow(NotThere::new);
        var held = processes.look(who, () -> users.rolesAnywhere(who));
        boolean open =
            rule.roles().length == 0
                || Arrays.stream(rule.roles()).anyMatch(held::contains)
                || readsInAnEmergency(who, request, method, rule);
        if (!open || !only.isEmpty() && only.stream().noneMatch(held::contains)) {
          throw new NotThere();
        }
      }
    }
    return true;
  }

  private static List<Role> only(HandlerMethod method) {
    var ofThis = method.getMethodAnnotation(OnlyFor.class);
    var ofAll = method.getBeanType().getAnnotation(OnlyFor.class);
    var only = ofThis == null ? ofAll : ofThis;
    return only == null ? List.of() : List.of(only.value());
  }

  private boolean readsInAnEmergency(
      SignedIn who, HttpServletRequest request, HandlerMethod method, OpenTo rule) {
    return request.getMethod().equals("GET")
        && !method.getBeanType().getPackageName().startsWith(OURS)
        && Arrays.stream(rule.roles()).anyMatch(BreakGlass.PRACTITIONERS::contains)
        && processes.look(who, () -> breakGlass.current(who).isPresent());
  }
}
