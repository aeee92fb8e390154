package org.sightline.engagement.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.OpenSessions;
import org.sightline.engagement.marks.SessionTag;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.planning.Session;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Without scripts, from joining to the slip.
@SightlineTest
class MarkingTest {

  @Autowired private OpenSessions sessions;
  @Autowired private Marks marks;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings settings;

  private DatabaseReader thief;

  @BeforeEach
  void steal() {
    thief = new DatabaseReader(settings);
  }

  @Test
  void joiningWithNothingOrAnUnknownCodeSaysWhatToDo() {
    var student = people.student();

    assertThat(error(student.post("/joining", "code", ""))).startsWith("Type the class code");
    assertThat(error(student.post("/joining", "code", "234567")))
        .startsWith("That is not a code we know");
    assertThat(error(student.post("/joining", "code", "<script>")))
        .startsWith("That is not a code we know");
    assertThat(student.cookies().getCookieStore().getCookies()).isEmpty();
  }

  @Test
  void joiningBeforeTheStartAndAfterTheEndHaveSentencesOfTheirOwn() {
    var planned = sessions.planned(sessions.round(), LocalDate.now(ZoneId.of("Europe/London")));
    assertThat(error(people.student().post("/joining", "code", planned.classCode())))
        .startsWith("This group has not started yet");

    var closed = sessions.open();
    marks.close(sessions.owner(), closed.id(), 0);
    assertThat(error(people.student().post("/joining", "code", closed.classCode())))
        .startsWith("This group has ended");
  }

  @Test
  void everyPageButJoiningAsksToJoinFirst() {
    for (String path : List.of("/what-happens", "/year-group", "/marking", "/slip")) {
      assertThat(people.student().get(path).path()).isEqualTo("/joining");
    }
    assertThat(people.student().post("/slip").status()).isEqualTo(400);
    assertThat(people.student().get("/marking/floor/0").status()).isEqualTo(404);
  }

  @Test
  void fieldsThatOurPageDoesNotSendAreRefusedWhole() {
    var session = sessions.open();
    var student = joined(session);
    String field =
        form(student).keySet().stream()
            .filter(f -> f.startsWith("place-"))
            .findFirst()
            .orElseThrow();

    for (String[] bad :
        new String[][] {
          {field, "B"},
          {field, "red"},
          {"place-" + java.util.UUID.randomUUID(), "R"},
          {"name", "x"},
          {"year", "99"},
          {"year", "8.0"},
          {"slip", "KMP4"},
          {field, "R", field, "G"},
          {
            "slip",
            SlipCode.random(new java.security.SecureRandom(), new SessionTag("2222")).printed()
          }
        }) {
      var refused = student.post("/slip", bad);
      assertThat(refused.status()).as(String.join("=", bad)).isEqualTo(400);
      assertThat(refused.page().select("main").text()).contains("Nothing was kept");
    }
    assertThat(staged(session)).isZero();
  }

  @Test
  void walksFromTheBoardToTheSlipAndLeavesNothingBehind() {
    var session = sessions.open();
    var student = people.student();

    assertThat(student.get("/joining").page().select("main").text())
        .contains("You do not have to take part. You can leave at any time.");
    var told =
        student.post("/joining", "code", session.classCode().toLowerCase(java.util.Locale.ROOT));
    assertThat(told.path()).isEqualTo("/what-happens");
    assertThat(told.page().select(".four-lines li")).hasSize(4);
    var cookie = student.cookies().getCookieStore().getCookies().getFirst();
    assertThat(cookie.getMaxAge()).isEqualTo(-1);
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(told.page().select("main").text()).doesNotContainPattern("\\{\\w+\\}");

    var year = student.get("/year-group");
    assertThat(year.page().select("input[name=year]").eachAttr("value")).contains("7", "13", "");

    assertThat(year.page().select("main").text()).contains("You can skip this.");
    assertThat(student.get("/marking").page().select("#mark").text())
        .contains("Look at your own map only. Do not look at other maps.")
        .contains("You do not have to do this. You can leave it blank or stop now.")
        .contains("No names. To tell us something, use the help slip.")
        .contains("Unsafe, unwelcome or uncomfortable, or I avoid it", "A bit", "Safe and welcome");

    var form = form(student);
    assertThat(form.keySet()).filteredOn(f -> f.startsWith("place-")).hasSize(6);
    var fields = new ArrayList<String>();
    form.keySet().forEach(f -> fields.addAll(List.of(f, f.startsWith("place-") ? "R" : "")));
    var check = student.post("/checking", fields.toArray(String[]::new));
    assertThat(check.heading()).isEqualTo("Check your map");
    assertThat(check.page().select("dd").eachText()).allMatch(t -> t.startsWith("R Unsafe"));

    var slip = student.post("/slip", hidden(check.page()));
    assertThat(SlipCode.read(code(slip))).isInstanceOf(SlipCode.Reading.Correct.class);
    assertThat(staged(session)).isEqualTo(1);

    assertThat(slip.page().select(".help").text())
        .contains("0800 1111")
        .contains("must pass it on");
    assertThat(slip.page().select("form[action=/leaving] input[name=from]").val())
        .isEqualTo("slip");
    var finished = student.post("/leaving", "from", "slip");
    assertThat(finished.heading()).isEqualTo("Thank you");
    assertThat(finished.response().headers().firstValue("Clear-Site-Data")).isPresent();
    assertThat(student.cookies().getCookieStore().getCookies()).isEmpty();
    assertThat(student.get("/slip").path()).isEqualTo("/joining");
  }

  @Test
  void leavingBeforeSendingKeepsNothing() {
    var session = sessions.open();
    var student = joined(session);

    assertThat(student.post("/leaving").heading()).isEqualTo("You have left");

    assertThat(staged(session)).isZero();
    assertThat(student.cookies().getCookieStore().getCookies()).isEmpty();
  }

  @Test
  void twentyClicksAtOnceAreOneMapWithOneSlip() throws Exception {
    var session = sessions.open();
    var student = joined(session);
    var fields = fields(student, "G");
    List<String> codes;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var clicks = new ArrayList<Callable<String>>();
      for (int i = 0; i < 20; i++) {
        clicks.add(() -> code(student.post("/slip", fields)));
      }
      codes = pool.invokeAll(clicks).stream().map(f -> f.resultNow()).toList();
    }

    assertThat(codes).hasSize(20).doesNotContain("").containsOnly(codes.getFirst());
    assertThat(staged(session)).isEqualTo(1);
  }

  @Test
  void aSecondTabSendsTheSameMap() {
    var session = sessions.open();
    var student = joined(session);
    var first = student.post("/slip", fields(student, "R"));

    var second = student.post("/slip", fields(student, "G"));

    assertThat(code(second)).isEqualTo(code(first));
    assertThat(second.page().select("[role=alert]").text()).contains("The first one counts");
    assertThat(code(student.get("/slip"))).isEqualTo(code(first));
    assertThat(staged(session)).isEqualTo(1);
  }

  @Test
  void theSameSlipFromAnotherSeatIsStillOneMapAndNoWayToGuessWhatIsOnIt() {
    var session = sessions.open();
    var slip = SlipCode.random(new java.security.SecureRandom(), session.tag()).printed();
    var student = joined(session);
    var fields = with(fields(student, "R"), "slip", slip);
    assertThat(code(student.post("/slip", fields))).isEqualTo(slip);

    var again = joined(session);
    var answer = again.post("/slip", fields);

    assertThat(code(answer)).isEqualTo(slip);
    assertThat(answer.page().select("[role=alert]").text()).contains("The first one counts");
    var guess = with(fields(again, "G"), "slip", slip);
    assertThat(again.post("/slip", guess).page().select("main").html())
        .as("the same answer to a right guess and a wrong one")
        .isEqualTo(answer.page().select("main").html());
    assertThat(staged(session)).isEqualTo(1);
  }

  @Test
  void theNextPersonOnTheSameTabletStartsFresh() {
    var session = sessions.open();
    var tablet = joined(session);
    var first = code(tablet.post("/slip", fields(tablet, "R")));

    tablet.post("/joining", "code", session.classCode());
    var second = code(tablet.post("/slip", fields(tablet, "G")));

    assertThat(second).isNotEqualTo(first);
    assertThat(staged(session)).isEqualTo(2);
  }

  @Test
  void aMapThatIsSentAfterTheEndGetsAPlainPage() {
    var session = sessions.open();
    var student = joined(session);
    var fields = fields(student, "R");
    marks.close(sessions.owner(), session.id(), 1);

    var answer = student.post("/slip", fields);

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.heading()).isEqualTo("This group has ended");
    assertThat(student.post("/leaving", "from", "problem").page().select("main").text())
        .doesNotContain("You have helped", "You sent no map");
  }

  @Test
  void nothingAboutTheBrowserIsStoredAnywhere() throws Exception {
    var session = sessions.open();
    var student = joined(session);
    var fields = fields(student, "R");
    var body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(fields[i + 1]);
    }
    String cookie = student.cookies().getCookieStore().getCookies().getFirst().getValue();
    var sent =
        java.net.http.HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(people.studentUrl() + "/slip"))
                    .header("User-Agent", "CanaryBrowser/7")
                    .header("X-Forwarded-For", "198.51.100.77")
                    .header("Accept-Language", "x-canary")
                    .header("Cookie", "seat=" + cookie)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(sent.statusCode()).isEqualTo(200);

    for (String canary :
        List.of("CanaryBrowser", "198.51.100.77", "x-canary", cookie.substring(7))) {
      assertThat(thief.tablesHolding(canary, "student", "engagement", "audit", "access")).isEmpty();
    }
    assertThat(
            thief.count(
                "select count(*)::int from audit.entry where object = ? or detail like ?",
                session.id().value(),
                "%" + session.tag().letters() + "%"))
        .as("only planning and starting")
        .isEqualTo(3);
  }

  @Test
  void aClassCodeTakesNoMoreMapsThanItMayAndTheMapsItHasStay() {
    var session = sessions.open();
    for (int i = 0; i < 400; i++) {
      var student = people.student();
      student
          .cookies()
          .getCookieStore()
          .add(java.net.URI.create(people.studentUrl()), seat(session));
      assertThat(student.post("/slip", "year", "").status()).isEqualTo(200);
    }

    var refused = joined(session).post("/slip", "year", "");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.page().select("main").text()).contains("Ask the adult for a paper map");
    assertThat(staged(session)).isEqualTo(400);
  }

  private static java.net.HttpCookie seat(Session session) {
    var seat =
        org.sightline.engagement.marks.Seat.take(
            new org.sightline.engagement.marks.ClassCode(session.classCode()),
            new java.security.SecureRandom());
    var cookie = new java.net.HttpCookie("seat", seat.value());
    cookie.setPath("/");
    cookie.setVersion(0);
    return cookie;
  }

  private Visitor joined(Session session) {
    var student = people.student();
    assertThat(student.post("/joining", "code", session.classCode()).path())
        .isEqualTo("/what-happens");
    return student;
  }

  private static Map<String, String> form(Visitor student) {
    var fields = new LinkedHashMap<String, String>();
    for (Element input : student.post("/marking", "year", "").page().select("#marking input")) {
      fields.putIfAbsent(input.attr("name"), "");
    }
    return fields;
  }

  private static String[] fields(Visitor student, String level) {
    var fields = new ArrayList<String>();
    form(student)
        .keySet()
        .forEach(f -> fields.addAll(List.of(f, f.startsWith("place-") ? level : "")));
    return fields.toArray(String[]::new);
  }

  private static String[] with(String[] fields, String name, String value) {
    var changed = fields.clone();
    for (int i = 0; i < changed.length; i += 2) {
      if (changed[i].equals(name)) {
        changed[i + 1] = value;
      }
    }
    return changed;
  }

  private static String[] hidden(Element page) {
    return page.select("form[action=/slip] input[type=hidden]").stream()
        .flatMap(i -> java.util.stream.Stream.of(i.attr("name"), i.attr("value")))
        .toArray(String[]::new);
  }

  private static String code(Visitor.Arrived arrived) {
    return arrived.page().select(".slip").attr("data-code");
  }

  private static String error(Visitor.Arrived arrived) {
    assertThat(arrived.status()).isEqualTo(422);
    return arrived.page().select(".govuk-error-summary a").text();
  }

  private int staged(Session session) {
    return thief.count(
        "select count(*)::int from student.staged where session_id = ?", session.id().value());
  }
}
