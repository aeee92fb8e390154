package org.sightline.proofs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// Follows the links of the staff site without a browser, and gathers every form that posts.
final class FormHunt {

  private static final int EXAMPLES_OF_A_PAGE = 4;
  private static final Pattern FILES =
      Pattern.compile(".*(\\.pdf|\\.csv|\\.xlsx|\\.png|/pictures/[^/]+|/keying/floors/\\d+)");

  private final Handlers pages;
  private final Handlers posts;
  private final Map<String, List<FoundForm>> found = new TreeMap<>();

  /// What is done with every page opened.
  interface Look {
    void at(String path, Arrived arrived);
  }

  FormHunt(Handlers pages, Handlers posts) {
    this.pages = pages;
    this.posts = posts;
  }

  /// Every kind of form, with its examples.
  Map<String, List<FoundForm>> found() {
    return found;
  }

  FormHunt from(Visitor visitor, List<String> starts, Look look) {
    var waiting = new ArrayDeque<>(starts);
    var met = new HashSet<>(starts);
    Map<String, Integer> opened = new HashMap<>();
    while (!waiting.isEmpty()) {
      String path = waiting.removeFirst();
      String route = pages.of(path).orElse("");
      boolean file = FILES.matcher(path.replaceAll("\\?.*", "")).matches();
      if (route.isEmpty() || file || opened.merge(route, 1, Integer::sum) > most(route)) {
        continue;
      }
      var arrived = visitor.get(path);
      look.at(path, arrived);
      gather(visitor, path, arrived);
      for (var link : arrived.page().select("a[href^=/]")) {
        String to = link.attr("href").replaceAll("#.*", "");
        if (met.add(to)) {
          waiting.addLast(to);
        }
      }
    }
    return this;
  }

  private static int most(String route) {
    return route.contains("{step}") ? 12 : EXAMPLES_OF_A_PAGE;
  }

  private void gather(Visitor visitor, String path, Arrived arrived) {
    for (var form :
        FoundForm.on(
            visitor, path, arrived.path(), arrived.page(), a -> posts.of(a).orElse("none: " + a))) {
      found.computeIfAbsent(form.form().kind(), kind -> new ArrayList<>()).add(form.form());
    }
  }
}
