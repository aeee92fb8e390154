package org.sightline.access;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.web.NotKept;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// The forms of the staff site of which something may be kept: every one that is not [NotKept].
@Component
class KeptForms {

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private volatile @Nullable Map<PathPattern, Boolean> forms;

  KeptForms(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /// @param path a form is sent to
  boolean has(String path) {
    var parsed = PathContainer.parsePath(path);
    return forms().entrySet().stream()
        .filter(entry -> entry.getKey().matches(parsed))
        .min(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(Map.Entry::getValue)
        .orElse(false);
  }

  /// Whether a page has the very address its form is sent to.
  boolean isPage(String path) {
    var parsed = PathContainer.parsePath(path);
    return read(RequestMethod.GET).keySet().stream().anyMatch(pattern -> pattern.matches(parsed));
  }

  private Map<PathPattern, Boolean> forms() {
    var known = forms;
    if (known == null) {
      known = read(RequestMethod.POST);
      forms = known;
    }
    return known;
  }

  private Map<PathPattern, Boolean> read(RequestMethod method) {
    var found = new java.util.HashMap<PathPattern, Boolean>();
    mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(entry -> entry.getKey().getMethodsCondition().getMethods().contains(method))
        .forEach(
            entry ->
                Objects.requireNonNull(entry.getKey().getPathPatternsCondition())
                    .getPatterns()
                    .forEach(pattern -> found.put(pattern, isKept(entry.getValue()))));
    return Map.copyOf(found);
  }

  private static boolean isKept(HandlerMethod method) {
    var type = method.getBeanType();
    var rule = type.getPackage().getAnnotation(OpenTo.class);
    return rule != null
        && rule.site() == Site.STAFF
        && !type.isAnnotationPresent(NotKept.class)
        && !type.getPackage().isAnnotationPresent(NotKept.class);
  }
}
