package org.sightline.proofs;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// The addresses of a site that take one method, as the application itself lists them.
final class Handlers {

  private final List<PathPattern> patterns;

  private Handlers(List<PathPattern> patterns) {
    this.patterns = patterns;
  }

  static Handlers of(ApplicationContext application, Site site, RequestMethod method) {
    var found = new ArrayList<PathPattern>();
    application
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              var rule = handler.getBeanType().getPackage().getAnnotation(OpenTo.class);
              boolean here = rule != null && rule.site() == site;
              if (here && info.getMethodsCondition().getMethods().contains(method)) {
                found.addAll(Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns());
              }
            });
    return new Handlers(found.stream().distinct().sorted().toList());
  }

  List<String> all() {
    return patterns.stream().map(PathPattern::getPatternString).toList();
  }

  /// An address of this route made of what stands in others, such as that of the same session; the
  /// last resort where no page links to it.
  Optional<String> address(String route, Iterable<String> others, Handlers theirs) {
    for (String other : others) {
      var path = PathContainer.parsePath(other.replaceAll("[?#].*", ""));
      for (var pattern : theirs.patterns) {
        var match = pattern.matchAndExtract(path);
        if (match != null) {
          String made = route;
          for (var variable : match.getUriVariables().entrySet()) {
            made = made.replace("{" + variable.getKey() + "}", variable.getValue());
          }
          if (!made.contains("{")) {
            return Optional.of(made);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// What the methods behind these routes ask of a query or a form by name.
  static Map<String, List<String>> asked(ApplicationContext application, Site site) {
    var found = new TreeMap<String, List<String>>();
    application
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              var rule = handler.getBeanType().getPackage().getAnnotation(OpenTo.class);
              boolean shows = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
              if (rule != null && rule.site() == site && shows) {
                var names =
                    Stream.of(handler.getMethod().getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                        .map(Parameter::getName)
                        .toList();
                info.getPatternValues().forEach(route -> found.put(route, names));
              }
            });
    return found;
  }

  /// The route an address belongs to, if there is one.
  Optional<String> of(String address) {
    var path = PathContainer.parsePath(address.replaceAll("[?#].*", ""));
    return patterns.stream()
        .filter(pattern -> pattern.matches(path))
        .min(Comparator.naturalOrder())
        .map(PathPattern::getPatternString);
  }
}
