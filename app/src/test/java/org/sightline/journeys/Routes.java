package org.sightline.journeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Every address of a site that can be opened, as the application itself lists them.
final class Routes {

  private final List<PathPattern> patterns;

  private Routes(List<PathPattern> patterns) {
    this.patterns = patterns;
  }

  static Routes of(ApplicationContext application, Site site) {
    var found = new ArrayList<PathPattern>();
    application
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (isOpened(info) && isOn(site, method)) {
                found.addAll(Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns());
              }
            });
    return new Routes(found.stream().distinct().sorted().toList());
  }

  List<String> all() {
    return patterns.stream().map(PathPattern::getPatternString).toList();
  }

  /// The route an address belongs to; none when the application has no such address.
  Optional<String> of(String address) {
    var path = PathContainer.parsePath(address.replaceAll("[?#].*", ""));
    return patterns.stream()
        .filter(pattern -> pattern.matches(path))
        .min(Comparator.naturalOrder())
        .map(PathPattern::getPatternString);
  }

  private static boolean isOpened(RequestMappingInfo info) {
    return info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
  }

  private static boolean isOn(Site site, HandlerMethod method) {
    var opened = method.getBeanType().getPackage().getAnnotation(OpenTo.class);
    return opened != null && opened.site() == site;
  }
}
