package org.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.SystemProcesses;
import org.sightline.documents.MailCarrier.NotTaken;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Nothing is lost and nothing doubled, whatever the mail server does. It plays in 1999, when none
/// of the mail that other tests gave rise to was due.
@SightlineTest
class MailDeliveryTest {

  private static final Instant NOW = Instant.parse("1999-03-09T08:05:00Z");

  @Autowired private SystemStore store;
  @Autowired private SystemProcesses processes;
  @Autowired private Sealing sealing;

  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<String> subjects = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  @AfterEach
  void empty() {
    processes.look(
        () ->
            store
                .jdbc()
                .sql("delete from documents.outgoing_mail where queued_at < '2000-01-01'")
                .update());
  }

  @Test
  void whileTheServerIsAwayNothingIsLostAndLaterEachGoesOnce() {
    put(3);
    deliver(NOW, away());
    deliver(NOW, away());
    assertThat(waiting()).isEqualTo(3);

    deliver(NOW.plus(Duration.ofMinutes(5)), takes());
    deliver(NOW.plus(Duration.ofMinutes(9)), takes());

    assertThat(taken).hasSize(3).doesNotHaveDuplicates();
    assertThat(waiting()).isZero();
  }

  @Test
  void aMailServerThatComesBackGetsEachMessageOnce() {
    var away = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    away.start();
    int port = away.getSmtp().getPort();
    away.stop();
    put(3);
    deliver(NOW, serverAt(port));
    assertThat(waiting()).isEqualTo(3);

    var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    back.start();
    try {
      deliver(NOW.plus(Duration.ofMinutes(2)), serverAt(port));
      deliver(NOW.plus(Duration.ofMinutes(9)), serverAt(port));

      assertThat(back.getReceivedMessages()).hasSize(3);
      assertThat(waiting()).isZero();
    } finally {
      back.stop();
    }
  }

  @Test
  void mailToOneAddressKeepsItsOrderAndMailToOthersGoes() {
    put(3);
    put("head@school.example", 1);
    deliver(NOW, away());

    deliver(NOW.plusSeconds(1), takes());
    assertThat(subjects).containsExactly("head@school.example Waits 0");

    deliver(NOW.plus(Duration.ofMinutes(2)), takes());
    assertThat(subjects)
        .containsExactly(
            "head@school.example Waits 0",
            "lead@school.example Waits 0",
            "lead@school.example Waits 1",
            "lead@school.example Waits 2");
  }

  @Test
  void aDayWithoutTheServerLosesNothingDoublesNothingAndKeepsTheOrder() {
    for (int hour = 0; hour < 24; hour++) {
      put(NOW.plus(Duration.ofHours(hour)), "lead@school.example", "Hour " + hour);
      deliver(NOW.plus(Duration.ofHours(hour)), away());
    }
    assertThat(waiting()).isEqualTo(24);

    deliver(NOW.plus(Duration.ofHours(25)), takes());
    deliver(NOW.plus(Duration.ofHours(26)), takes());

    assertThat(subjects)
        .containsExactlyElementsOf(
            IntStream.range(0, 24).mapToObj(n -> "lead@school.example Hour " + n).toList());
  }

  @Test
  void anAddressThatIsRefusedIsNotAskedAgainAndTheNextOnesGo() {
    put(2);
    var refusesTheFirst = new ArrayList<UUID>();
    deliver(
        NOW,
        (id, at, message) -> {
          if (refusesTheFirst.isEmpty()) {
            refusesTheFirst.add(id);
            throw new NotTaken(true, new IllegalStateException());
          }
          taken.add(id.toString());
        });
    deliver(NOW.plus(Duration.ofDays(1)), takes());

    assertThat(taken).hasSize(1).doesNotContain(refusesTheFirst.getFirst().toString());
    assertThat(acts(refusesTheFirst.getFirst())).containsExactly("documents.mail-refused");
  }

  @Test
  void afterFiveDaysTryingEnds() {
    put(1);
    deliver(NOW, away());
    deliver(NOW.plus(Duration.ofDays(5)).plusSeconds(1), away());
    deliver(NOW.plus(Duration.ofDays(6)), takes());

    assertThat(taken).isEmpty();
  }

  @Test
  void manyCopiesOfTheApplicationNeverSendTheSame() throws Exception {
    put(40);
    Callable<Boolean> copy =
        () -> {
          deliver(NOW, takes());
          return true;
        };

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(List.of(copy, copy, copy, copy))) {
        assertThat(done.get()).isTrue();
      }
    }
    deliver(NOW, takes());

    assertThat(taken).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void whatWasTakenIsAuditedAndNothingOfItStays() {
    put(1);

    deliver(NOW, takes());

    assertThat(acts(UUID.fromString(taken.getFirst()))).containsExactly("documents.mail-sent");
    assertThat(waiting()).isZero();
  }

  private void put(int messages) {
    put("lead@school.example", messages);
  }

  private void put(String to, int messages) {
    IntStream.range(0, messages).forEach(n -> put(NOW, to, "Waits " + n));
  }

  private void put(Instant at, String to, String subject) {
    processes.look(() -> outboxAt(at).put(new Message(to, subject, "Text")));
  }

  private void deliver(Instant at, MailCarrier carrier) {
    var carriers = new StaticListableBeanFactory(Map.of("carrier", carrier));
    new MailDelivery(processes, outboxAt(at), carriers.getBeanProvider(MailCarrier.class))
        .deliver();
  }

  private Outbox outboxAt(Instant at) {
    return new Outbox(store, sealing, Clock.fixed(at, ZoneOffset.UTC));
  }

  private static MailCarrier serverAt(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    return new MailServer(sender, "sightline@school.example");
  }

  private MailCarrier takes() {
    return (id, at, message) -> take(id, message);
  }

  private void take(UUID id, Message message) {
    taken.add(id.toString());
    subjects.add(message.to() + " " + message.subject());
  }

  private static MailCarrier away() {
    return (id, at, message) -> {
      throw new NotTaken(false, new IllegalStateException());
    };
  }

  private int waiting() {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select count(*) from documents.outgoing_mail
                     where queued_at < '2000-01-01' and undeliverable_on is null
                    """)
                .query(Integer.class)
                .single());
  }

  private List<String> acts(UUID id) {
    return store
        .jdbc()
        .sql("select act from audit.entry where object = :id order by seq")
        .param("id", id)
        .query(String.class)
        .list();
  }
}
