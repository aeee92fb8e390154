package org.sightline.engagement.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.OpenSessions;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.marks.SlipWithdrawals;
import org.sightline.engagement.planning.Session;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Fifty sendings from one seat at once, from tabs with maps and slips of their own, some of which
/// lose their connection after sending: one map and one slip (issue 2, section 4; R-02, R-03).
@SightlineTest
class SameSeatStormTest {

  private static final int SENDINGS = 50;

  @Autowired private OpenSessions sessions;
  @Autowired private Marks marks;
  @Autowired private SlipWithdrawals withdrawals;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings settings;

  private final SecureRandom random = new SecureRandom();

  @Test
  void fiftySendingsOfOneSeatAreOneMapWithOneSlip() throws Exception {
    var session = sessions.open();
    var student = joined(session);
    var places = places(student);

    var codes = new ArrayList<>(sendAtOnce(session, student, places));
    codes.removeIf(LOST::equals);

    assertThat(codes).hasSizeGreaterThan(SENDINGS / 2).doesNotContain("");
    assertThat(new HashSet<>(codes)).hasSize(1);
    assertThat(staged(session)).isEqualTo(1);
    assertThat(marks.close(sessions.owner(), session.id(), 1).closure().mapsIn()).isEqualTo(1);
    assertThat(withdrawals.withdraw(codes.getFirst()))
        .isInstanceOf(SlipWithdrawals.Outcome.Gone.class);
  }

  @Test
  void andWhileTheSessionClosesTheyAreThatMapOrNone() throws Exception {
    for (int attempt = 0; attempt < 3; attempt++) {
      var session = sessions.open();
      var student = joined(session);
      var places = places(student);
      int in;
      List<String> codes;
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var closing =
            pool.submit(
                () -> {
                  Thread.sleep(random.nextInt(250));
                  return marks.close(sessions.owner(), session.id(), 1);
                });
        codes = sendAtOnce(session, student, places);
        in = closing.get().closure().mapsIn();
      }
      var slips = new HashSet<>(codes);
      slips.removeAll(List.of("", LOST));
      assertThat(slips).hasSizeLessThanOrEqualTo(1);
      assertThat(in).isGreaterThanOrEqualTo(slips.size()).isLessThanOrEqualTo(1);
      for (String slip : slips) {
        assertThat(withdrawals.withdraw(slip)).isInstanceOf(SlipWithdrawals.Outcome.Gone.class);
      }
    }
  }

  private static final String LOST = "connection lost";

  /// The code on each answer; empty on one that has none.
  private List<String> sendAtOnce(Session session, Visitor student, LinkedHashSet<String> places)
      throws InterruptedException {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<String>>();
      for (int n = 0; n < SENDINGS; n++) {
        var fields = fields(session, places, n);
        tasks.add(n % 5 == 4 ? () -> lose(student, fields) : () -> code(student, fields));
      }
      return pool.invokeAll(tasks).stream().map(done -> done.resultNow()).toList();
    }
  }

  /// Every third without a script, whose slip is made by the server.
  private String[] fields(Session session, LinkedHashSet<String> places, int n) {
    var fields = new ArrayList<String>(List.of("year", ""));
    if (n % 3 != 0) {
      fields.addAll(List.of("slip", SlipCode.random(random, session.tag()).printed()));
    }
    places.forEach(place -> fields.addAll(List.of(place, n % 2 == 0 ? "R" : "G")));
    return fields.toArray(String[]::new);
  }

  private static String code(Visitor student, String[] fields) {
    return student.post("/slip", fields).page().select(".slip").attr("data-code");
  }

  /// Sends everything and hangs up without waiting for an answer.
  private String lose(Visitor student, String[] fields) throws IOException {
    var body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    var to = URI.create(people.studentUrl());
    String cookie = student.cookies().getCookieStore().getCookies().getFirst().getValue();
    try (var socket = new Socket(to.getHost(), to.getPort())) {
      socket
          .getOutputStream()
          .write(
              "POST /slip HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nCookie: seat=%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(to.getAuthority(), people.studentUrl(), cookie, body.length(), body)
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }
    return LOST;
  }

  private Visitor joined(Session session) {
    var student = people.student();
    assertThat(student.post("/joining", "code", session.classCode()).path())
        .isEqualTo("/what-happens");
    return student;
  }

  private static LinkedHashSet<String> places(Visitor student) {
    var names = new LinkedHashSet<String>();
    student
        .post("/marking", "year", "")
        .page()
        .select("#marking input[name^=place-]")
        .forEach(input -> names.add(input.attr("name")));
    return names;
  }

  private int staged(Session session) {
    return new DatabaseReader(settings)
        .count(
            "select count(*)::int from student.staged where session_id = ?", session.id().value());
  }
}
