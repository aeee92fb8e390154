package org.sightline.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sightline.testing.Browser;

/// Follows every link from page to page as one person, and looks at each page arrived at.
final class Walk {

  private static final String LINKS =
      """
      () => {
        const found = [...document.querySelectorAll('a[href]')]
          .map(a => new URL(a.getAttribute('href'), location.href).href); // also inside a picture
        document.querySelectorAll('svg image').forEach(image => found.push(new URL(image.href.baseVal, location.href).href));
        for (const form of document.querySelectorAll('form[method=get]')) {
          const radios = [...form.querySelectorAll('input[type=radio]')];
          const filled = change => {
            const fields = new URLSearchParams(new FormData(form));
            fields.delete('handing'); // handing over locks the walk out of every other page
            if (change) fields.set(change.name, change.value);
            found.push(form.action.split('?')[0] + '?' + fields);
          };
          if (radios.length > 0) radios.forEach(filled); else filled(null);
        }
        return found.filter(url => new URL(url).origin === location.origin)
          .map(url => url.slice(location.origin.length).replace(/#.*/, ''));
      }
      """;

  /// The kinds of things a page is made of. Two pages alike in them are alike to a screen reader
  /// but for their words.
  private static final String KINDS =
      """
      () => [...new Set([...document.querySelectorAll('*')].map(each =>
        [each.tagName, each.getAttribute('class'), each.getAttribute('role'), each.type,
          each.getAttribute('aria-current')].join('.')))].sort()
      """;

  private static final Pattern FILES =
      Pattern.compile(
          ".*(\\.pdf|\\.csv|\\.xlsx|\\.zip|\\.png|\\.svg|\\.net|\\.graphml|\\.gexf|/photos/[^/]+|/pictures/[^/]+|/keying/floors/\\d+)");

  /// What is linked from here depends on the state it is in.
  private static final Pattern LEADS_ON =
      Pattern.compile("/engagement/(rounds/\\{round}(/results)?|sessions/\\{session})");

  private final Routes routes;
  private final Set<String> kindsSeen;
  private final Set<String> routesSeen = new HashSet<>();
  private final List<String> findings = new ArrayList<>();
  private final boolean closely;

  /// @param closely several examples of every page, not one
  /// @param kindsSeen what axe has looked at, added to here: closely, whole pages of the same
  ///     kinds;
  ///     else each kind on each route
  Walk(Routes routes, Set<String> kindsSeen, boolean closely) {
    this.closely = closely;
    this.routes = routes;
    this.kindsSeen = kindsSeen;
  }

  Walk from(Browser browser, List<String> starts) {
    Deque<String> waiting = new ArrayDeque<>(starts);
    var met = new HashSet<>(starts);
    Map<String, Integer> opened = new HashMap<>();
    var found = new HashMap<String, String>();
    while (!waiting.isEmpty()) {
      String path = waiting.removeFirst();
      var route = routes.of(path).orElse(null);
      if (route == null) {
        findings.add("%s leads to %s, which does not exist".formatted(found.get(path), path));
      } else if (opened.merge(route, 1, Integer::sum) <= most(route)) {
        routesSeen.add(route);
        for (String link : look(browser, path, found.getOrDefault(path, "the start"))) {
          if (met.add(link)) {
            found.put(link, path);
            waiting.addLast(link);
          }
        }
      }
    }
    return this;
  }

  Set<String> routesSeen() {
    return routesSeen;
  }

  List<String> findings() {
    return findings;
  }

  /// Closely, a route is looked at with a few of its examples: of a session in each of its states,
  /// and of every step.
  private int most(String route) {
    if (!closely) {
      return LEADS_ON.matcher(route).matches() ? 3 : 1;
    }
    return route.contains("{step}") ? 9 : route.contains("{session}") ? 3 : 2;
  }

  @SuppressWarnings("unchecked")
  private List<String> look(Browser browser, String path, String from) {
    if (FILES.matcher(path.replaceAll("\\?.*", "")).matches()) {
      var answer = browser.playwright().request().get(browser.origin() + path);
      check(answer.status(), path, from);
      return List.of();
    }
    var page = browser.playwright();
    var answer = page.navigate(browser.origin() + path);
    check(answer.status(), path, from);
    sayWhatFor(page, path);
    page.waitForFunction("() => document.body.classList.contains('js-enabled')");
    var looked =
        isNew(routes.of(path) + " ", (List<String>) page.evaluate(KINDS))
            ? browser.page().findings()
            : browser.page().findingsWithoutAxe();
    looked.forEach(finding -> findings.add(path + ": " + finding));
    return (List<String>) page.evaluate(LINKS);
  }

  private boolean isNew(String route, List<String> kinds) {
    var all = closely ? List.of(String.join(" ", kinds)) : kinds;
    return all.stream().filter(kind -> kindsSeen.add(route + kind)).count() > 0;
  }

  /// Answers what a piece of work is open for, and arrives at the page that was wanted.
  private static void sayWhatFor(Page page, String path) {
    if (page.url().endsWith("/opening") && !path.endsWith("/opening")) {
      page.check("input[name=purpose] >> nth=0");
      page.click("main form button");
      page.waitForURL(url -> !url.endsWith("/opening"));
    }
  }

  private void check(int status, String path, String from) {
    if (status != 200) {
      findings.add("%s leads to %s, which answers %d".formatted(from, path, status));
    }
  }
}
