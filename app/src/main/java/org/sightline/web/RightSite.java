package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sightline.kernel.NotThere;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a page be found on its own site only.
@Component
@Order(1)
public class RightSite implements HandlerInterceptor {

  private final Sites sites;

  RightSite(Sites sites) {
    this.sites = sites;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !(method.getBean() instanceof LastResort)) {
      OpenTo rule = method.getBeanType().getPackage().getAnnotation(OpenTo.class);
      if (rule == null || rule.site() != sites.of(request)) {
        throw new NotThere();
      }
    }
    return true;
  }
}
