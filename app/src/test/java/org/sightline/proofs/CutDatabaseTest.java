package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.DatabaseProxy.Line;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestDatabase;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// the line to the database is cut, hangs or is slow while people read and write. Every
/// page answers with a sentence in bounded time, what somebody was writing is on it and can be sent
/// again, nothing is there twice afterwards, and all is well soon after without a restart.
@Tag("long")
@SightlineTest
@DirtiesContext
@TestPropertySource(
    properties = {"sightline.test.database=behind-a-proxy", "sightline.pool.patience=4"})
class CutDatabaseTest {

  private static final Duration BACK_WITHIN = Duration.ofSeconds(15);

  /// Waiting for a connection takes ten seconds at most, for an answer four in this test.
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(35);

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private TestCasework casework;
  @Autowired private List<DataSource> pools;

  private Visitor facilitator;
  private Visitor chair;
  private String running;
  private String person;

  /// A form as it stands on its page, filled in.
  private record Form(Visitor visitor, String action, List<String> fields) {
    Arrived send() {
      return visitor.post(action, fields.toArray(String[]::new));
    }
  }

  @BeforeEach
  void people() {
    facilitator = people.signedIn(Role.FACILITATOR);
    chair = people.signedIn(Role.CHAIR);
    running = "/engagement/sessions/" + rounds.anOpenSession(rounds.aRound()).id() + "/running";
    var piece = casework.aPiece();
    person =
        "/people/"
            + piece
            + "/"
            + casework.aPerson(
                people.as(Role.CHAIR), piece, "Lark", "Cut-Test", LocalDate.of(2010, 5, 6));
    assertThat(chair.get(person).status()).isEqualTo(200);
  }

  @AfterEach
  void mendTheLine() {
    TestDatabase.proxy().be(Line.GOOD);
    wellAgain();
  }

  @Test
  void aLineThatIsCutLosesAndDoublesNothing() {
    var forms = List.of(note("Cut: it was loud by the gate"), statement("Cut: seen by the shop"));
    TestDatabase.proxy().be(Line.CUT);
    var answers = forms.stream().map(form -> refused(form)).toList();
    pagesSaySo();
    TestDatabase.proxy().be(Line.GOOD);
    wellAgain();

    for (int i = 0; i < forms.size(); i++) {
      var form = carried(forms.get(i).visitor(), answers.get(i));
      assertThat(form.send().status()).isEqualTo(200);
      assertThat(form.send().status()).isEqualTo(200);
    }
    assertThat(shown(facilitator, running, "Cut: it was loud by the gate")).isEqualTo(1);
    assertThat(shown(chair, person, "Cut: seen by the shop")).isEqualTo(1);
  }

  /// The worst moment there is: it is saved, and nobody can know.
  @Test
  void aLineThatIsCutBetweenTheCommitAndItsAnswerDoublesNothing() {
    var form = note("At commit: two boys waited");
    int before = TestDatabase.proxy().cutCommits();
    TestDatabase.proxy().cutAtCommitOf("engagement.note-kept");
    var answer = refused(form);
    assertThat(TestDatabase.proxy().cutCommits()).isEqualTo(before + 1);
    TestDatabase.proxy().be(Line.GOOD);
    wellAgain();
    assertThat(shown(facilitator, running, "At commit: two boys waited"))
        .as("it was saved although the page could not say so")
        .isEqualTo(1);

    assertThat(carried(facilitator, answer).send().status()).isEqualTo(200);
    assertThat(shown(facilitator, running, "At commit: two boys waited")).isEqualTo(1);

    var second = statement("At commit: seen by the bus stop");
    TestDatabase.proxy().cutAtCommitOf("people.statement-written");
    var said = refused(second);
    TestDatabase.proxy().be(Line.GOOD);
    wellAgain();
    // Where it led could not be written down any more: the page says that it was carried out.
    var again = carried(chair, said).send();
    assertThat(again.status()).isIn(200, 409);
    assertThat(again.page().text()).doesNotContain("Not saved");
    assertThat(shown(chair, person, "At commit: seen by the bus stop")).isEqualTo(1);
  }

  @Test
  void aLineThatHangsIsNotWaitedForWithoutEnd() throws Exception {
    var form = note("Hang: the lights were out");
    int threads = Thread.activeCount();
    TestDatabase.proxy().be(Line.HANGS);
    var answer = refused(form);
    var others = new ConcurrentLinkedQueue<Arrived>();
    var asking =
        IntStream.range(0, 30)
            .mapToObj(
                n -> Thread.ofVirtual().start(() -> others.add(facilitator.get("/concerns/mine"))))
            .toList();
    for (Thread one : asking) {
      assertThat(one.join(ANSWERS_WITHIN.multipliedBy(2))).isTrue();
    }
    assertThat(others).allSatisfy(CutDatabaseTest::saysSo);
    TestDatabase.proxy().be(Line.GOOD);
    wellAgain();

    assertThat(carried(facilitator, answer).send().status()).isEqualTo(200);
    assertThat(shown(facilitator, running, "Hang: the lights were out")).isEqualTo(1);
    Pauses.until("every connection back", BACK_WITHIN, () -> busy() == 0);
    Pauses.until("no thread left", BACK_WITHIN, () -> Thread.activeCount() <= threads + 20);
  }

  @Test
  void aLineThatIsSlowIsOnlySlow() {
    TestDatabase.proxy().be(Line.SLOW);
    long began = System.nanoTime();

    assertThat(note("Slow: nothing to see").send().status()).isEqualTo(200);
    assertThat(facilitator.get("/engagement/rounds").status()).isEqualTo(200);
    assertThat(shown(facilitator, running, "Slow: nothing to see")).isEqualTo(1);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
  }

  private void pagesSaySo() {
    for (String page : List.of("/", "/engagement/rounds", "/concerns/raising", running)) {
      long began = System.nanoTime();
      saysSo(facilitator.get(page));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).as(page).isLessThan(ANSWERS_WITHIN);
    }
    assertThat(people.stranger().get("/static/web/sightline.css").status()).isEqualTo(200);
    assertThat(people.student().get("/").status()).isIn(200, 503);
  }

  /// Sent while nothing can be saved: a sentence, and what was typed, within bounded time.
  private static Arrived refused(Form form) {
    long began = System.nanoTime();
    var answer = form.send();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ANSWERS_WITHIN);
    saysSo(answer);
    assertThat(answer.page().select("form[data-still-typed]")).as(answer.page().text()).hasSize(1);
    return answer;
  }

  private static void saysSo(Arrived answer) {
    assertThat(answer.status()).as(answer.page().text()).isEqualTo(503);
    assertThat(answer.heading()).isEqualTo("Not saved: the database cannot be reached");
    assertThat(answer.page().text())
        .doesNotContain("Exception", "SQL", "org.postgresql", "Hikari", "Connection");
  }

  /// The form the answer carries: what was typed can be read on it, too.
  private static Form carried(Visitor visitor, Arrived answer) {
    Element form = answer.page().selectFirst("form[data-still-typed]");
    var fields = new ArrayList<String>();
    for (Element field : form.select("input[type=hidden]")) {
      fields.add(field.attr("name"));
      fields.add(field.attr("value"));
    }
    assertThat(fields).anyMatch(value -> value.startsWith("Cut: ") || value.contains(": "));
    assertThat(answer.page().select(".as-typed").text()).contains(": ");
    return new Form(visitor, form.attr("action"), fields);
  }

  private Form note(String text) {
    return form(facilitator, running, "/notes", "text", text);
  }

  private Form statement(String text) {
    return form(chair, person + "/statements/new", "/statements/new", "words", text);
  }

  private Form form(Visitor visitor, String page, String action, String... given) {
    var shown = visitor.get(page);
    Element form =
        shown.page().select("main form[method=post]").stream()
            .filter(each -> (each.hasAttr("action") ? each.attr("action") : page).endsWith(action))
            .findFirst()
            .orElseThrow();
    String to = form.hasAttr("action") ? form.attr("action") : page;
    return new Form(visitor, to, new FormFilling(field -> "Invented").fill(form, given));
  }

  private static long shown(Visitor visitor, String page, String text) {
    var found = visitor.get(page);
    assertThat(found.status()).isEqualTo(200);
    return found.page().select("main p, main .statement__words").stream()
        .filter(each -> each.ownText().equals(text))
        .count();
  }

  private void wellAgain() {
    Pauses.until(
        "a page", BACK_WITHIN, () -> facilitator.get("/engagement/rounds").status() == 200);
    Pauses.until("a page", BACK_WITHIN, () -> chair.get(person).status() == 200);
  }

  private int busy() {
    return pools.stream()
        .filter(HikariDataSource.class::isInstance)
        .mapToInt(pool -> ((HikariDataSource) pool).getHikariPoolMXBean().getActiveConnections())
        .sum();
  }
}
