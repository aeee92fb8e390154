package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.Closure;
import org.sightline.engagement.planning.SessionDetails.Sitting;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The last day of a slip is a school day of the round's own school (A31, ST-08).
@SightlineTest
class LastDayTest {

  /// A Tuesday; four weeks later is Tuesday 29 March, and no bank holiday is near.
  private static final LocalDate HELD = LocalDate.of(2033, 3, 1);

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private Sessions sessions;
  @Autowired private Calendars calendars;

  @Test
  void aHolidayOfTheSchoolOverTheFourWeeksMovesItAndTakingThatOffShortensNothing() {
    var owner = people.as(Role.ROUND_OWNER);
    var round = new OneSession(application).made.round().id();
    var head = people.as(Role.HEAD);
    calendars.close(
        head,
        people.school(),
        new Closure(LocalDate.of(2033, 3, 28), LocalDate.of(2033, 4, 1), "Long spring break"));
    var entered =
        calendars.closures(head, people.school()).stream()
            .filter(one -> !one.isOver() && one.name().equals("Long spring break"))
            .findFirst()
            .orElseThrow();
    Session session;
    try {
      session = sessions.plan(owner, round, SessionDetails.on(HELD, LocalTime.of(10, 0)));
      var page =
          people
              .signedIn(Role.ROUND_OWNER)
              .get("/engagement/sessions/" + session.id() + "/steps/right-to-withdraw")
              .page();

      assertThat(session.lastDay()).isEqualTo(LocalDate.of(2033, 4, 4));
      assertThat(page.select("main").text())
          .contains("Monday 4 April 2033", "Long spring break", "the next school day.")
          .doesNotContain("No school holidays have been entered");
    } finally {
      calendars.take(head, people.school(), entered.id(), true);
    }
    sessions.save(
        owner,
        session.id(),
        session.version(),
        session.details().sitting(Sitting.THIRTY_MINUTES, Map.of()));
    assertThat(sessions.find(owner, session.id()).lastDay()).isEqualTo(LocalDate.of(2033, 4, 4));
  }

  /// Which nation's bank holidays count is a setting of the installation, asked in one place.
  @Test
  void nothingOutsideTheClocksTakesTheSchoolToLieInEngland() throws IOException {
    var naming = new ArrayList<Path>();
    try (var files = Files.walk(Path.of("src/main/java/org/sightline"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (!file.toString().contains("/clocks/")
            && Files.readString(file).contains("Nation.ENGLAND")) {
          naming.add(file);
        }
      }
    }
    assertThat(naming).isEmpty();
  }
}
