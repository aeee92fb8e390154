package org.sightline.network.exercises;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Present;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/// Puts the objective on pages that belong to any piece of work, where that is an exercise (B94).
/// What stands beside the picture has it above already.
@Component
class AimOnTop implements HandlerInterceptor {

  private static final Set<String> PAGES =
      Set.of(
          "network/bringing/choose",
          "network/bringing/look",
          "network/corrections/corrections",
          "network/drawing/adding",
          "network/drawing/element",
          "network/drawing/linking",
          "network/drawing/log",
          "network/drawing/table",
          "network/filing/papers",
          "network/taking/many",
          "network/taking/taking",
          "network/together/comparing",
          "network/versions/print",
          "network/wallkit/kit");

  private final Exercises exercises;

  AimOnTop(Exercises exercises) {
    this.exercises = exercises;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    String view = page == null ? null : page.getViewName();
    if (page == null
        || view == null
        || !PAGES.contains(view)
        || request.getHeader("X-Part") != null) {
      return;
    }
    String work = work(request);
    Present.at(request)
        .filter(who -> !work.isEmpty())
        .flatMap(who -> exercises.findIfAny(who, WorkspaceId.of(work)))
        .ifPresent(exercise -> page.addObject("aim", exercise));
  }

  private static String work(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> path) {
      var work = path.get("work") == null ? path.get("exercise") : path.get("work");
      return work == null ? "" : work.toString();
    }
    return "";
  }
}
