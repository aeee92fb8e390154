package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// While somebody has something open by break-glass, nothing is printed or exported, of whatever
/// they can see: what was read in an emergency must not leave with what is theirs anyhow (AC-09).
/// This goes by addresses and refuses early; whatever has another address is refused where copies
/// are made, and where a file is answered ([FilesStay]).
@Component
@Order(4)
class NothingLeaves implements HandlerInterceptor {

  /// Files, and the pages made for paper.
  private static final Pattern LEAVES =
      Pattern.compile(
          ".*\\.(pdf|csv|docx|xlsx|zip|ics)|.*/(print|printing|copies|picking-up|sending|file|poster|pack|exports?)(/.*)?"
              + "|/plans/[^/]+/council");

  private final Emergencies emergencies;

  NothingLeaves(Emergencies emergencies) {
    this.emergencies = emergencies;
  }

  /// @param path with nothing in it written as `%70`: routes are found by what that means
  static boolean leaves(String path) {
    return LEAVES.matcher(path).matches();
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod && leaves(request.getServletPath())) {
      Present.at(request).ifPresent(emergencies::requireNone);
    }
    return true;
  }
}
