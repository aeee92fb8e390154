package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sightline.journeys.LivedIn;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;

/// Whoever guesses or overhears an id gets nowhere with it: to somebody with the same role
/// elsewhere, what is not theirs is not there, by every address and every form (AC-02, AC-03). The
/// answer is the same, byte for byte, as for what never was.
@SightlineTest
@TestPropertySource(properties = "spring.application.name=strangers")
class StrangersTest {

  private static final List<Role> ROLES =
      List.of(
          Role.ROUND_OWNER,
          Role.FACILITATOR,
          Role.SAFEGUARDING_LEAD,
          Role.HEAD,
          Role.GOVERNANCE,
          Role.CHAIR);

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern OF_A_ROUND =
      Pattern.compile("^(/engagement/(rounds|sessions)/|/plans/)[{](round|session|workspace)}");

  /// The questions every round starts with have the same ids in all of them; the thanks say thanks
  /// and nothing else.
  private static final Set<String> SAME_EVERYWHERE =
      Set.of(
          "/engagement/sessions/{session}/consent/{invited}/thanks",
          "/engagement/rounds/{round}/questions/{kind}/{question}",
          "/engagement/rounds/{round}/questions/{kind}/{question}/place",
          "/engagement/rounds/{round}/questions/{kind}/{question}/removal");

  /// A concern is raised, a risk of harm passed on, and an exercise opened, in one's own school or
  /// team, whatever else is typed; AssessmentsTest shows that nothing parked elsewhere comes along.
  private static final Set<String> ONES_OWN =
      Set.of("/concerns/raising", "/sharing/risk-of-harm", "/network/exercises/new");

  /// What no page shows as long as nobody has sent a file: AssessmentsTest and PileReviewTest ask
  /// for it as strangers.
  private static final Set<String> OF_FILES =
      Set.of(
          "GET /network/exercises/{exercise}/assessments/documents/{document}",
          "POST /network/exercises/{exercise}/assessments/documents/{document}/throwing-away",
          "GET /engagement/sessions/{session}/pile/review/zones/{zone}");

  /// Pages before anyone is known, pages about oneself, and the people of the installation, who are
  /// no school's, breaking glass, and what was left for one person: RealSignInTest, ColleaguesTest,
  /// EmergencyPagesTest and CopiesLeaveTest say who may do what there. The rule book, bank holidays
  /// and words to choose from are no school's either, and a calendar is one's own: ClocksPagesTest,
  /// PreparingTest.
  private static final Pattern NO_SCHOOLS =
      Pattern.compile(
          "^/(signing-in|signing-in-again|setting-up|your-sign-in|colleagues|auditing|alerts|waiting|picking-up|copies-taken|sharing/agreements|sharing/organisations|sharing/codes|sharing/pathways|break-glass|break-glass-reviews|clocks/rules|clocks/feed|clocks/my-calendar|clocks/calendar/bank-holidays|network/words)(/.*)?$");

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings settings;

  private final Map<String, String> wrong = new TreeMap<>();
  private final Set<String> tried = new TreeSet<>();

  @Test
  void whatIsNotTheirsIsNotThereByAnyAddressOrForm() {
    var pages = Handlers.of(application, Site.STAFF, RequestMethod.GET);
    var posts = Handlers.of(application, Site.STAFF, RequestMethod.POST);
    var starts = new LivedIn(application, people).furnish();
    var strangers = new Strangers(application, people);
    var colleague = people.signedIn(strangers.ofNoRound());
    var seen = new ArrayList<String>();
    try (var rows = new Rows(settings)) {
      for (Role role : ROLES) {
        var from = new ArrayList<>(List.of("/"));
        from.addAll(starts.getOrDefault(role, List.of()));
        var stranger = people.signedIn(strangers.of(role));
        var theirs = new TreeMap<String, String>();
        var hunt =
            new FormHunt(pages, posts)
                .from(people.signedIn(role), from, (path, page) -> note(path, page, pages, theirs));
        theirs.forEach(
            (route, path) -> {
              tryGetting(stranger, route, path, strangers::underTheirOwn);
              if (OF_A_ROUND.matcher(route).find()) {
                tryGetting(colleague, route, path, own -> own);
              }
            });
        for (var examples : hunt.found().values()) {
          tryPosting(stranger, examples.getFirst(), strangers::underTheirOwn, rows);
          if (OF_A_ROUND.matcher(examples.getFirst().route()).find()) {
            tryPosting(colleague, examples.getFirst(), own -> own, rows);
          }
        }
        seen.addAll(theirs.values());
      }
      tryTheRest(people.signedIn(strangers.of(Role.ROUND_OWNER)), pages, posts, seen);
    }
    tried.addAll(OF_FILES);
    assertSoftly(
        all -> {
          all.assertThat(wrong).isEmpty();
          all.assertThat(tried)
              .containsAll(named("GET ", pages))
              .containsAll(named("POST ", posts));
        });
  }

  @Test
  void howLongTheAnswerTakesDoesNotTellEither() {
    var strangers = people.signedIn(people.cast().outsider());
    String round =
        org.sightline.demonstration.InventedWorld.in(application).running().id().toString();
    for (String path : List.of("/engagement/rounds/" + round, "/plans/" + round)) {
      long theirs = Long.MAX_VALUE;
      long never = Long.MAX_VALUE;
      for (int i = 0; i < 20; i++) {
        theirs = Math.min(theirs, took(strangers, path));
        never = Math.min(never, took(strangers, neverWas(path)));
      }

      assertThat(Math.abs(theirs - never)).as(path).isLessThan(10_000_000);
    }
  }

  /// What a page of theirs is, and what it leads to, counts as theirs.
  private static void note(String path, Arrived page, Handlers pages, Map<String, String> theirs) {
    var links = new ArrayList<>(List.of(path));
    links.addAll(page.page().select("a[href^=/]").eachAttr("href"));
    links.addAll(page.page().select("image[href^=/]").eachAttr("href"));
    links.addAll(page.page().select("img[src^=/]").eachAttr("src"));
    for (String link : links) {
      if (page.status() == 200 && ID.matcher(link).find()) {
        pages.of(link).ifPresent(route -> theirs.putIfAbsent(route, link));
      }
    }
  }

  private void tryGetting(
      Visitor stranger, String route, String path, UnaryOperator<String> underTheirOwn) {
    tried.add("GET " + route);
    if (ONES_OWN.contains(route) || NO_SCHOOLS.matcher(route).matches()) {
      return;
    }
    var never = stranger.get(neverWas(path));
    expectNothing("GET " + route, stranger.get(path), never);
    String mixed = underTheirOwn.apply(path);
    if (isMixed(route, path, mixed)) {
      expectNothing("GET own " + route, stranger.get(mixed), never);
    }
  }

  private void tryPosting(
      Visitor stranger, FoundForm form, UnaryOperator<String> underTheirOwn, Rows rows) {
    tried.add("POST " + form.route());
    var fields = form.filledInNow().orElse(List.of()).toArray(String[]::new);
    boolean named = ID.matcher(form.action()).find();
    boolean names = namesAnything(fields);
    if (ONES_OWN.contains(form.route())
        || NO_SCHOOLS.matcher(form.route()).matches()
        || !named && !names) {
      return;
    }
    var before = rows.now();
    var theirs = stranger.post(form.action(), fields);
    var never = stranger.post(neverWas(form.action()), fields);
    expectNothing("POST " + form.route(), theirs, never);
    String mixed = underTheirOwn.apply(form.action());
    if (isMixed(form.route(), form.action(), mixed)) {
      expectNothing("POST own " + form.route(), stranger.post(mixed, fields), never);
    }
    var after = new ArrayList<>(rows.now());
    after.removeAll(before);
    if (!after.isEmpty()) {
      wrong.put("POST " + form.route() + " changed something", after.toString());
    }
  }

  /// Whether a field says an id; the key that every form has is no id of anything.
  private static boolean namesAnything(String[] fields) {
    for (int i = 0; i < fields.length; i += 2) {
      if (!fields[i].equals("form-key") && ID.matcher(fields[i + 1]).find()) {
        return true;
      }
    }
    return false;
  }

  /// What no page shows at this moment.
  private void tryTheRest(Visitor stranger, Handlers pages, Handlers posts, List<String> seen) {
    for (String route : posts.all()) {
      if (!tried.contains("POST " + route) && !NO_SCHOOLS.matcher(route).matches()) {
        posts
            .address(route, seen, pages)
            .ifPresent(
                path -> {
                  tried.add("POST " + route);
                  expectNothing(
                      "POST " + route, stranger.post(path), stranger.post(neverWas(path)));
                });
      }
    }
    for (String route : pages.all()) {
      if (route.contains("{") && !tried.contains("GET " + route)) {
        pages
            .address(route.replace("{position}", "0"), seen, pages)
            .ifPresent(path -> tryGetting(stranger, route, path, own -> own));
      }
    }
  }

  private void expectNothing(String asked, Arrived notTheirs, Arrived neverWas) {
    if (notTheirs.status() < 400 || notTheirs.status() >= 500) {
      wrong.put(asked + " answers " + notTheirs.status(), notTheirs.page().select("main").text());
    } else if (notTheirs.status() != neverWas.status()
        || !notTheirs.withoutKeys().equals(neverWas.withoutKeys())) {
      wrong.put(asked + " differs", neverWas.page().select("main").text());
    } else if (!notTheirs.headers().equals(neverWas.headers())) {
      wrong.put(asked + " differs in its headers", "" + notTheirs.headers());
    }
  }

  private static boolean isMixed(String route, String path, String mixed) {
    return !SAME_EVERYWHERE.contains(route)
        && !mixed.equals(path)
        && ID.matcher(mixed.replaceAll("[?].*", "")).results().count() > 1;
  }

  private static List<String> named(String method, Handlers handlers) {
    return handlers.all().stream()
        .filter(route -> route.contains("{") && !NO_SCHOOLS.matcher(route).matches())
        .map(route -> method + route)
        .toList();
  }

  private static long took(Visitor visitor, String path) {
    long start = System.nanoTime();
    visitor.get(path);
    return System.nanoTime() - start;
  }

  private static String neverWas(String path) {
    return ID.matcher(path).replaceAll(id -> UUID.randomUUID().toString());
  }
}
