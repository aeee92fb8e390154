package org.sightline.proofs;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sightline.kernel.Role;
import org.sightline.web.Fresh;
import org.sightline.web.OnlyFor;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every handler of both sites with its rule, as the running application has them (AC-01).
final class AccessTable {

  /// One address and verb.
  ///
  /// @param roles that open the journey; all of them where any person signed in may come
  /// @param decides what else decides, or empty where nobody said
  record Row(
      Site site,
      String route,
      RequestMethod verb,
      Set<Role> roles,
      boolean everyone,
      boolean fresh,
      String decides) {}

  private static final String HEAD =
      """
      # Who may open what

      Made by `AccessTableTest` from the running application: one row for every address and verb of both sites. Make it again with
      `mvn -pl app -am test -Dtest=AccessTableTest -Dsurefire.failIfNoSpecifiedTests=false -Daccess.page.write=true`.

      A role in the table opens the door of the journey, or of the one thing done in it, and no more. What stands in the last column decides about each record, in the
      database (row-level security) and again in code. A **block** beats all of it, a **seal** leaves only whom it names, and
      **break-glass** opens a school and its rounds for reading, for an hour, without any role in it. "Again" means: shown who they
      are within the last five minutes.

      O round owner, F facilitator, L safeguarding lead, D deputy, H head, A administrator, G information governance,
      C chair, P practitioner, N analyst.

      """;

  private final List<Row> rows = new ArrayList<>();
  private final List<String> ruleless = new ArrayList<>();

  AccessTable(ApplicationContext application) {
    application
        .getBeansOfType(RequestMappingHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().forEach(this::add));
    rows.sort(Comparator.comparing(Row::site).thenComparing(Row::route).thenComparing(Row::verb));
  }

  List<Row> rows() {
    return rows;
  }

  /// Handlers without `@OpenTo`, without a verb, or of which [AccessRules] does not speak.
  List<String> ruleless() {
    return ruleless;
  }

  String page() {
    var page = new StringBuilder(HEAD);
    for (Site site : Site.values()) {
      page.append(site == Site.STAFF ? "## Staff site\n\n" : "\n## Student site\n\n");
      page.append(
          site == Site.STAFF
              ? "| Address | Verb | O | F | L | D | H | A | G | C | P | N | Again | What else decides |\n"
                  + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
              : "| Address | Verb | What decides |\n|---|---|---|\n");
      rows.stream().filter(row -> row.site() == site).forEach(row -> page.append(line(row)));
    }
    return page.toString();
  }

  private static String line(Row row) {
    String start = "| `" + row.route() + "` | " + row.verb() + " | ";
    if (row.site() == Site.STUDENT) {
      return start + row.decides() + " |\n";
    }
    String roles =
        Arrays.stream(Role.values())
            .map(role -> row.everyone() || row.roles().contains(role) ? "yes" : "")
            .collect(joining(" | "));
    String decides = (row.everyone() ? "before signing in: " : "") + row.decides();
    return start + roles + " | " + (row.fresh() ? "yes" : "") + " | " + decides + " |\n";
  }

  private Set<Role> roles(OpenTo open, HandlerMethod handler) {
    Set<Role> all =
        open.roles().length == 0
            ? EnumSet.allOf(Role.class)
            : EnumSet.copyOf(List.of(open.roles()));
    var ofThis = handler.getMethodAnnotation(OnlyFor.class);
    var only = ofThis == null ? handler.getBeanType().getAnnotation(OnlyFor.class) : ofThis;
    if (only == null) {
      return all;
    }
    if (!all.containsAll(List.of(only.value()))) {
      ruleless.add(handler.getShortLogMessage() + " is for roles its journey is not open to");
    }
    return EnumSet.copyOf(List.of(only.value()));
  }

  private void add(RequestMappingInfo info, HandlerMethod handler) {
    if (!handler.getBeanType().getName().startsWith("org.sightline.")) {
      return;
    }
    var patterns = Objects.requireNonNull(info.getPathPatternsCondition()).getPatternValues();
    var open = handler.getBeanType().getPackage().getAnnotation(OpenTo.class);
    if (open == null) {
      if (!handler.getBeanType().getSimpleName().equals("LastResort")) {
        ruleless.add(handler.getShortLogMessage() + " has no @OpenTo");
      }
      return;
    }
    if (info.getMethodsCondition().getMethods().isEmpty()) {
      ruleless.add(handler.getShortLogMessage() + " takes every verb");
    }
    for (String route : patterns) {
      for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
        var decides = AccessRules.of(open.site() == Site.STAFF, route, verb);
        if (decides.isEmpty()) {
          ruleless.add(verb + " " + route + ": say in AccessRules what decides");
        }
        rows.add(
            new Row(
                open.site(),
                route,
                verb,
                roles(open, handler),
                open.everyone(),
                AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Fresh.class)
                    || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Fresh.class),
                decides.orElse("")));
      }
    }
  }
}
