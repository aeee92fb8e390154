package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.sightline.audit.Processes;
import org.sightline.kernel.Refused;
import org.sightline.web.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// While somebody has something open by break-glass, nothing is printed or exported, of whatever
/// they can see: what was read in an emergency must not leave with what is theirs anyhow (AC-09).
@Component
@Order(4)
class NothingLeaves implements HandlerInterceptor {

  /// Files, and the pages made for paper.
  private static final Pattern LEAVES =
      Pattern.compile(
          ".*\\.(pdf|csv|docx|xlsx|zip|ics)|.*/(print|printing|copies|picking-up|sending|file|poster|pack|exports?)(/.*)?");

  private final Processes processes;
  private final BreakGlass breakGlass;
  private final Words words;

  NothingLeaves(Processes processes, BreakGlass breakGlass, Words words) {
    this.processes = processes;
    this.breakGlass = breakGlass;
    this.words = words;
  }

  /// @param path with nothing in it written as `%70`: routes are found by what that means
  static boolean leaves(String path) {
    return LEAVES.matcher(path).matches();
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod && leaves(request.getServletPath())) {
      var who = Present.at(request);
      if (who.isPresent()
          && processes.look(who.get(), () -> breakGlass.current(who.get()).isPresent())) {
        throw new Refused(words.say("access.breakglass.nothing-leaves"));
      }
    }
    return true;
  }
}
