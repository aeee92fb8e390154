package org.sightline.engagement.running;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// R-10b: writing a note leads back to the run sheet. How often that asks the database is counted,
/// and does not grow with the notes.
@SightlineTest
class RunSheetCostTest {

  /// For the post, the page it leads to, who is signed in, and the audit of both.
  private static final int MOST_STATEMENTS = 54;

  private static final int MOST_COMMITS = 15;

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;

  private final Logger statements = logger("org.springframework.jdbc.core.JdbcTemplate");
  private final Logger commits = logger("org.springframework.jdbc.support.JdbcTransactionManager");
  private final ListAppender<ILoggingEvent> heard =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
          // Whose thread it is is found out when it is first asked.
          event.getThreadName();
          super.append(event);
        }
      };

  private Visitor facilitator;
  private String running;

  @BeforeEach
  void anOpenSessionWithANote() {
    running = "/engagement/sessions/" + rounds.anOpenSession(rounds.aRound()).id() + "/running";
    facilitator = people.signedIn(Role.FACILITATOR);
    note();
    for (Logger each : List.of(statements, commits)) {
      each.setLevel(Level.DEBUG);
      each.setAdditive(false);
      each.addAppender(heard);
    }
    heard.start();
  }

  @AfterEach
  void listenNoMore() {
    for (Logger each : List.of(statements, commits)) {
      each.detachAppender(heard);
      each.setAdditive(true);
      each.setLevel(null);
    }
  }

  @Test
  void aNoteAndTheRunSheetAfterItAskTheDatabaseAFewTimesOnly() {
    var first = counted();

    assertThat(first).as("what was asked").hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    assertThat(heard("Initiating transaction commit")).hasSizeLessThanOrEqualTo(MOST_COMMITS);

    for (int n = 0; n < 10; n++) {
      note();
    }
    // What a request does after its answer is there may fall into the next.
    assertThat(counted()).as("with ten more notes").hasSizeLessThanOrEqualTo(first.size() + 2);
  }

  private List<String> counted() {
    heard.list.clear();
    note();
    return heard("Executing prepared SQL statement");
  }

  private List<String> heard(String words) {
    return List.copyOf(heard.list).stream()
        .filter(event -> !event.getThreadName().startsWith("scheduling"))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(message -> message.startsWith(words))
        .toList();
  }

  private void note() {
    var arrived =
        facilitator.post(
            running + "/notes",
            "entry",
            UUID.randomUUID().toString(),
            "text",
            "lights by the gate",
            "under",
            "");
    assertThat(arrived.status()).isEqualTo(200);
    assertThat(arrived.path()).isEqualTo(running);
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
