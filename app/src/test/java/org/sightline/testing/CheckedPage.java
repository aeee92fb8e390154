package org.sightline.testing;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at the page that is open the way somebody with a screen reader, a keyboard or a telephone
/// meets it.
public final class CheckedPage {

  private static final int TELEPHONE = 390;

  /// The smallest thing a finger has to hit, in CSS pixels (WCAG 2.2, 2.5.8); links within a
  /// sentence are excepted, and places in a picture, which are as large as they were drawn: a list
  /// beside it does the same.
  private static final int TARGET = 24;

  private static final String SMALL_TARGETS =
      """
      smallest => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]')]
        .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.closest('[inert]'))
        .filter(each => !(each.matches('a') && getComputedStyle(each).display === 'inline'))
        .filter(each => !each.matches('.govuk-skip-link, .govuk-visually-hidden, svg [role=button]'))
        .filter(each => { const box = each.getBoundingClientRect();
          return box.width > 0 && box.height > 0 && (box.width < smallest || box.height < smallest); })
        .map(each => each.outerHTML.slice(0, 120))
      """;

  private final Page page;

  CheckedPage(Page page) {
    this.page = page;
  }

  /// Fails with everything found: axe's serious and critical findings, headings and title, width
  /// and targets on a telephone.
  public void checkAccessible() {
    var found = findings();
    if (!found.isEmpty()) {
      throw new AssertionError(page.url() + "\n" + String.join("\n", found));
    }
  }

  /// What [#checkAccessible] would fail with.
  public List<String> findings() {
    // Measured before its style sheets have come, a page is another page.
    page.waitForLoadState();
    var found = new ArrayList<String>(axe());
    found.addAll(findingsWithoutAxe());
    return found;
  }

  /// The quick half of [#findings], for a page whose like has been looked at before.
  public List<String> findingsWithoutAxe() {
    var found = new ArrayList<String>(headings());
    var before = page.viewportSize();
    found.addAll(sideways(before.width));
    page.setViewportSize(TELEPHONE, 844);
    found.addAll(onATelephone());
    page.setViewportSize(before.width, before.height);
    return found;
  }

  private List<String> axe() {
    var options = new WithoutCopies();
    var on = new AxeRuleOptions();
    on.setEnabled(true);
    options.setRules(Map.of("target-size", on));
    // What is well is not told of each element: that takes longer than the looking.
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page)
        .setLegacyMode(true).options(options).analyze().getViolations().stream()
            .filter(
                rule -> Set.of("serious", "critical").contains(String.valueOf(rule.getImpact())))
            .map(CheckedPage::describe)
            .toList();
  }

  private static String describe(Rule rule) {
    return "axe, %s: %s (%s)"
        .formatted(
            rule.getImpact(),
            rule.getHelp(),
            rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList());
  }

  private List<String> headings() {
    var found = new ArrayList<String>();
    var headings = page.locator("h1:visible").allInnerTexts();
    if (headings.size() != 1) {
      found.add("A page has one h1; this has " + headings);
    } else if (!plain(page.title().replaceFirst("\\AError: ", ""))
        .startsWith(plain(headings.getFirst()))) {
      found.add(
          "The title '%s' does not start with '%s'".formatted(page.title(), headings.getFirst()));
    }
    return found;
  }

  private List<String> onATelephone() {
    var found = new ArrayList<String>(sideways(TELEPHONE));
    for (Object target : (List<?>) page.evaluate(SMALL_TARGETS, TARGET)) {
      found.add("Smaller than %d pixels: %s".formatted(TARGET, target));
    }
    return found;
  }

  private List<String> sideways(int window) {
    var width = page.evaluate("() => document.documentElement.scrollWidth");
    return ((Number) width).intValue() > window
        ? List.of("It scrolls sideways at %d pixels: %s wide".formatted(window, width))
        : List.of();
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /// Else axe makes copies of our style sheets, which the page's policy rightly refuses.
  private static final class WithoutCopies extends AxeRunOptions {

    @SuppressWarnings("unused") // written into the options as they go to the page
    public boolean isPreload() {
      return false;
    }
  }
}
