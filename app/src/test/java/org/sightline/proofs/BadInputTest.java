package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sightline.demonstration.InventedWorld;
import org.sightline.journeys.LivedIn;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;

/// R-12, WB-05: whatever is sent in whichever field of either site, the answer is a page with a
/// sentence, nothing is half kept, and nothing that was typed is ever shown as anything but words.
@SightlineTest
@TestPropertySource(properties = "spring.application.name=bad-input")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTest {

  /// Each long one has an application to itself: what the others did to theirs is done once.
  private static final int LAST = Integer.MAX_VALUE;

  private static final List<Role> WALKERS =
      List.of(
          Role.ROUND_OWNER,
          Role.FACILITATOR,
          Role.SAFEGUARDING_LEAD,
          Role.HEAD,
          Role.GOVERNANCE,
          Role.CHAIR,
          Role.ADMINISTRATOR);

  /// What a form is sent that no page of this world shows.
  private static final List<String> FIELDS =
      List.of("version", "words", "answer", "text", "reason", "kind", "to", "source", "basedOn");

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private DatabaseSettings settings;

  @Test
  void noFieldOfTheStaffSiteTakesHarm() {
    attackStaffSite(1, 4);
  }

  @Test
  @Order(LAST)
  @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
  @Tag("long")
  void noFieldOfTheStaffSiteTakesHarmFromManyStrings() {
    attackStaffSite(4, 20);
  }

  @Test
  void noFieldOfTheStudentSiteTakesHarm() {
    attackStudentSite(6);
  }

  @Test
  @Order(LAST)
  @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
  @Tag("long")
  void noFieldOfTheStudentSiteTakesHarmFromAnyString() {
    attackStudentSite(Naughty.ALL.size());
  }

  private void attackStudentSite(int strings) {
    String code = rounds.anOpenSession(rounds.aRound()).classCode();
    var wrong = new TreeMap<String, String>();
    try (var rows = new Rows(settings)) {
      for (var sent : studentFields(code).entrySet()) {
        for (String field : sent.getValue()) {
          for (var naughty : Naughty.some(strings, random(sent.getKey() + field))) {
            var student = people.student();
            student.post("/joining", "code", code);
            var before = rows.now();
            String body = Naughty.encode(field) + "=" + naughty.encoded();
            var arrived =
                student.body(
                    sent.getKey(),
                    "application/x-www-form-urlencoded",
                    body.getBytes(StandardCharsets.US_ASCII));
            var broken = AnswerRules.broken(arrived);
            if (arrived.status() >= 400 && !rows.now().equals(before)) {
              broken.add("was refused and half kept");
            }
            broken.forEach(b -> wrong.put(sent.getKey() + " " + field + " | " + naughty.name(), b));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noQueryOfAnyPageTakesHarm() {
    attackQueries(6);
  }

  @Test
  @Order(LAST)
  @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
  @Tag("long")
  void noQueryOfAnyPageTakesHarmFromAnyString() {
    attackQueries(Naughty.ALL.size());
  }

  private void attackQueries(int strings) {
    var world = InventedWorld.in(application);
    var round = world.finished().id().toString();
    var ids =
        Map.of(
            "{plan}",
            rounds.aPlan().plan().toString(),
            "{round}",
            round,
            "{workspace}",
            round,
            "{session}",
            world.openSession());
    var owner = people.signedIn(Role.ROUND_OWNER);
    var wrong = new TreeMap<String, String>();
    Handlers.asked(application, Site.STAFF)
        .forEach(
            (route, names) -> {
              String path = route;
              for (var id : ids.entrySet()) {
                path = path.replace(id.getKey(), id.getValue());
              }
              String address = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
              for (String name : names) {
                for (var naughty : Naughty.some(strings, random(route + name))) {
                  if (naughty.encoded().length() < 5_000 && isAnAddress(naughty)) {
                    AnswerRules.broken(owner.get(address + "?" + name + "=" + naughty.encoded()))
                        .forEach(b -> wrong.put(route + " " + name + " " + naughty.name(), b));
                  }
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  private static Random random(String seed) {
    return new Random(seed.hashCode());
  }

  /// Our client refuses to send what is no address at all; see [RudeRequestsTest] for that.
  private static boolean isAnAddress(Naughty naughty) {
    return !naughty.encoded().contains("%zz");
  }

  private void attackStaffSite(int strings, int mostFields) {
    var pages = Handlers.of(application, Site.STAFF, RequestMethod.GET);
    var posts = Handlers.of(application, Site.STAFF, RequestMethod.POST);
    var starts = new LivedIn(application, people).furnish();
    var hunt = new FormHunt(pages, posts);
    var opened = new ArrayList<String>();
    for (Role role : WALKERS) {
      var from = new ArrayList<>(List.of("/"));
      from.addAll(starts.getOrDefault(role, List.of()));
      hunt.from(people.signedIn(role), from, (path, arrived) -> opened.add(path));
    }
    try (var rows = new Rows(settings)) {
      var attack = new FieldAttack(rows, strings, mostFields);
      lastThingsLast(hunt.found()).forEach(attack::on);
      var owner = people.signedIn(Role.ROUND_OWNER);
      for (String route : posts.all()) {
        if (!attack.routes().contains(route)) {
          posts
              .address(route, opened, pages)
              .or(() -> withoutFields(hunt, route))
              .or(() -> Optional.of(route.replaceAll("\\{[^}]*}", UUID.randomUUID().toString())))
              .ifPresent(address -> attack.blindly(owner, address, route, FIELDS));
        }
      }
      assertSoftly(
          all -> {
            all.assertThat(attack.wrong()).isEmpty();
            all.assertThat(attack.routes()).containsAll(posts.all());
            all.assertThat(shownWrongly(owner, opened)).isEmpty();
          });
    }
  }

  /// The address of a form that is a button and nothing else.
  private static Optional<String> withoutFields(FormHunt hunt, String route) {
    return hunt.found().values().stream()
        .map(List::getFirst)
        .filter(form -> form.route().equals(route))
        .map(FoundForm::action)
        .findFirst();
  }

  /// What is left of it on the pages of the site afterwards.
  private static Map<String, String> shownWrongly(Visitor visitor, List<String> paths) {
    var wrong = new TreeMap<String, String>();
    paths.stream()
        .distinct()
        .forEach(
            path ->
                AnswerRules.broken(visitor.get(path)).forEach(broken -> wrong.put(path, broken)));
    return wrong;
  }

  /// A session that is closed takes no more of anything, so closing comes after the rest; and at
  /// the very end what signs somebody else out who walks here.
  private static List<List<FoundForm>> lastThingsLast(Map<String, List<FoundForm>> found) {
    return found.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, ?> entry) -> signsOut(entry.getKey()))
                .thenComparing(entry -> endsSomething(entry.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean signsOut(String kind) {
    return kind.matches(".*/(colleagues|role-reviews|your-sign-in)/.*|.*/signing-out .*");
  }

  private static boolean endsSomething(String kind) {
    return kind.matches(
        ".*/(ending|closing|removal|starting|use|publishing|done|stepping-back|signing-out) .*");
  }

  /// The forms of the student site with their fields.
  private Map<String, List<String>> studentFields(String code) {
    var student = people.student();
    student.post("/joining", "code", code);
    String place =
        student.get("/marking").page().select("input[name^=place-]").first()
                instanceof org.jsoup.nodes.Element input
            ? input.attr("name")
            : "place-";
    var ofAMap = List.of(place, "year", "slip", "unheard-of");
    return Map.of(
        "/joining",
        List.of("code"),
        "/withdrawing",
        List.of("code"),
        "/leaving",
        List.of("from"),
        "/marking",
        ofAMap,
        "/checking",
        ofAMap,
        "/slip",
        ofAMap);
  }
}
