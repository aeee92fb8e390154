package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.demonstration.WorldFile;
import org.sightline.testing.Visitor;

/// R-01 and issue 2, section 4: kill -9 of the application, of its database or of both while a
/// class sends its maps and staff write concerns. Everything acknowledged is there once afterwards,
/// with its entry in the audit, nothing is there by half, and pages answer again within a minute.
///
/// `-Dsightline.kill-cycles=N` kills each of them N times.
@Tag("long")
class KillTest {

  private static final int CYCLES = Integer.getInteger("sightline.kill-cycles", 2);

  /// One class code takes 400 maps.
  private static final int STUDENTS = Math.clamp(380 / (Victim.values().length * CYCLES), 2, 32);

  private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);

  /// from the kill until a page answers.
  private static final Duration UP_WITHIN = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final SplittableRandom chance = new SplittableRandom();
  private final List<String> acknowledged = new ArrayList<>();
  private final List<Duration> backAfter = new ArrayList<>();

  /// What is killed.
  private enum Victim {
    APPLICATION,
    DATABASE,
    BOTH
  }

  @Test
  void everythingAcknowledgedIsThereOnceHoweverOftenItIsKilled() {
    var demo = DemoProcess.start(folder.resolve("data"), 9);
    try {
      var open = open(demo.world());
      acknowledged.addAll(StagedMaps.of(demo, open.id()).slips());
      var students = Stream.generate(demo::student).limit(STUDENTS).map(PatientStudent::new);
      var room = students.toList();
      var staff = new StaffWriter(demo.signedIn("FACILITATOR"));
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        for (Victim victim : Victim.values()) {
          demo = killedWhileSending(demo, open, victim, room, staff);
        }
      }
      assertThat(staff.acknowledged()).as("concerns").isGreaterThan(CYCLES);
      demo = killedWhileClosing(demo, open.id());
      assertThat(counted(demo, open.id())).isEqualTo(acknowledged.size());
    } finally {
      demo.close();
    }
    assertThat(
            DemoProcess.command(
                demo.directory(), "verify-audit", "--data-dir", "" + demo.directory()))
        .startsWith("0: ")
        .contains("The audit is whole");
  }

  @Test
  void aFirstStartThatIsKilledComesUpWholeNextTimeOrSaysWhatToDo() {
    var early = DemoProcess.startUntil(folder.resolve("early"), 3, "Starting Sightline");
    Pauses.of(Duration.ofMillis(chance.nextInt(3_000)));
    early.process().destroyForcibly();
    try (var again = early.startAgain()) {
      assertThat(again.world().sessions()).isNotEmpty();
      assertThat(again.signedIn("ROUND_OWNER").get("/engagement/rounds").status()).isEqualTo(200);
    }

    var late = DemoProcess.startUntil(folder.resolve("late"), 3, "Started Sightline");
    Pauses.of(Duration.ofMillis(chance.nextInt(500)));
    late.process().destroyForcibly();
    assertThat(Files.exists(late.directory().resolve("demo.json"))).isFalse();
    try (var again = late.startAgain()) {
      assertThat(again.world().sessions()).isNotEmpty();
    } catch (IllegalStateException refused) {
      assertThat(refused.getMessage())
          .contains("was broken off while it was made. Delete the directory and start again.")
          .doesNotContain("Exception", "\tat ");
    }
    assertThat(DemoProcess.left(late.directory())).isEmpty();
  }

  private DemoProcess killedWhileSending(
      DemoProcess demo,
      WorldFile.SessionEntry open,
      Victim victim,
      List<PatientStudent> room,
      StaffWriter staff) {
    for (int i = 0; i < room.size(); i++) {
      room.get(i).sitDown(open.classCode(), i);
    }
    Runnable endWriting = staff.begin();
    var killedAt = new AtomicLong();
    sendAll(
        room,
        () -> {
          kill(demo, victim);
          killedAt.set(System.nanoTime());
        });
    endWriting.run();
    long began = System.nanoTime();
    var again = victim == Victim.DATABASE ? demo : demo.startAgain();
    Pauses.until(
        "a page", UP_WITHIN, () -> again.student().get("/").status() == 200 && answers(again));
    var back =
        Duration.ofNanos(System.nanoTime() - (victim == Victim.DATABASE ? killedAt.get() : began));
    assertThat(back)
        .as("up again after the kill of %s; before: %s", victim, backAfter)
        .isLessThan(UP_WITHIN);
    backAfter.add(back);
    System.out.println("Up again after the kill of " + victim + ": " + back);
    staff.check(again);

    var before = acknowledged.size();
    room.stream()
        .filter(PatientStudent::isAcknowledged)
        .forEach(student -> acknowledged.add(student.known().orElseThrow()));
    var probe = new PatientStudent(again.student());
    probe.sitDown(open.classCode(), 0);
    assertThat(StagedMaps.of(again, open.id()).slips())
        .as("maps after the kill of %s", victim)
        .doesNotHaveDuplicates()
        .containsAll(acknowledged)
        .hasSizeLessThanOrEqualTo(before + room.size());

    for (PatientStudent student : room) {
      String slip = student.sendAgain();
      assertThat(student.sendAgain()).isEqualTo(slip);
      assertThat(slip).isEqualTo(student.known().orElse(slip));
      if (!student.isAcknowledged()) {
        acknowledged.add(slip);
      }
    }
    assertThat(StagedMaps.of(again, open.id()).slips())
        .as("maps once everybody has sent theirs again")
        .containsExactlyInAnyOrderElementsOf(acknowledged);
    return again;
  }

  /// Whether a page that asks the database is there.
  private static boolean answers(DemoProcess demo) {
    return Visitor.at(demo.world().staffUrl()).get("/signing-in/passkey-options").status() == 200;
  }

  /// Everybody sends within a second or two; after a few answers something is killed.
  private void sendAll(List<PatientStudent> room, Runnable kill) {
    var answered = new AtomicInteger();
    var wrong = new ConcurrentLinkedQueue<Throwable>();
    var delays = IntStream.range(0, room.size()).map(i -> chance.nextInt(1_500)).toArray();
    var senders =
        IntStream.range(0, room.size())
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              Pauses.of(Duration.ofMillis(delays[i]));
                              try {
                                room.get(i).send().ifPresent(slip -> answered.incrementAndGet());
                              } catch (Throwable unexpected) {
                                wrong.add(unexpected);
                              }
                            }))
            .toList();
    Pauses.until("a few slips", ANSWERS_WITHIN, () -> answered.get() >= room.size() / 6);
    kill.run();
    for (Thread sender : senders) {
      Pauses.until("an answer or none", ANSWERS_WITHIN, () -> !sender.isAlive());
    }
    assertThat(wrong).as("answers that are neither a slip nor a plea for patience").isEmpty();
    assertThat(answered.get())
        .as("some sent before the kill, some after")
        .isBetween(1, room.size());
  }

  private static void kill(DemoProcess demo, Victim victim) {
    var database = demo.database();
    var all = Stream.concat(Stream.of(database), database.descendants()).toList();
    if (victim != Victim.DATABASE) {
      demo.process().destroyForcibly();
    }
    if (victim != Victim.APPLICATION) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
    if (victim != Victim.DATABASE) {
      Pauses.until("the end", ANSWERS_WITHIN, () -> !demo.process().isAlive());
    } else {
      assertThat(demo.process().isAlive()).as("the application outlives its database").isTrue();
    }
  }

  /// A closing that is killed has happened or has not: no map is counted twice or left behind.
  private DemoProcess killedWhileClosing(DemoProcess demo, String session) {
    var closing = Thread.ofVirtual().unstarted(() -> close(demo, session));
    closing.setUncaughtExceptionHandler((thread, gone) -> {});
    closing.start();
    Pauses.of(Duration.ofMillis(chance.nextInt(8_000)));
    kill(demo, Victim.BOTH);
    var again = demo.startAgain();
    boolean isOpen = again.world().sessions().stream().anyMatch(s -> s.state().equals("open"));
    if (isOpen) {
      assertThat(counted(again, session)).isZero();
      assertThat(StagedMaps.of(again, session).slips())
          .containsExactlyInAnyOrderElementsOf(acknowledged);
      close(again, session);
    }
    assertThat(count(again, "select count(*) from student.staged where session_id = ?", session))
        .isZero();
    assertThat(count(again, "select maps_in from engagement.session where id = ?", session))
        .isEqualTo(acknowledged.size());
    assertThat(Files.exists(again.directory().resolve("keys/sessions/" + session + ".key")))
        .isFalse();
    return again;
  }

  private static void close(DemoProcess demo, String session) {
    var closed =
        demo.signedIn("ROUND_OWNER")
            .post("/engagement/sessions/" + session + "/closing", "out", "400");
    assertThat(closed.status()).isEqualTo(200);
  }

  private static long counted(DemoProcess demo, String session) {
    return count(
        demo,
        "select count(distinct slip_hash) from engagement.map where session_id = ? and exists (select 1 from engagement.mark k where k.map_id = id)",
        session);
  }

  private static WorldFile.SessionEntry open(WorldFile world) {
    return world.sessions().stream()
        .filter(s -> s.state().equals("open"))
        .findFirst()
        .orElseThrow();
  }

  private static long count(DemoProcess demo, String sql, String session) {
    return new DataDirectory(demo.directory())
        .<Long>asSuperuser(
            jdbc ->
                Objects.requireNonNull(
                    jdbc.queryForObject(sql, Long.class, UUID.fromString(session))));
  }
}
