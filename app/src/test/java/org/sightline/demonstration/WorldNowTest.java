package org.sightline.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.demonstration.WorldFile.SessionEntry;
import org.sightline.demonstration.WorldFile.SignInEntry;
import org.sightline.demonstration.WorldFile.SlipEntry;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.Seat;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.marks.SlipWithdrawals;
import org.sightline.engagement.marks.Staging;
import org.sightline.engagement.marks.UnslippedMap;
import org.sightline.engagement.planning.Session;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// What a later start writes into `demo.json`. The real starts are in SeedTest.
@SightlineTest
class WorldNowTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Autowired private TestRounds rounds;
  @Autowired private Staging staging;
  @Autowired private SlipWithdrawals withdrawals;
  @Autowired private Marks marks;
  @Autowired private WorldNow now;

  @Test
  void aSessionTheRoundOwnerCannotSeeStaysAsItWas() {
    var world = world("planned", UUID.randomUUID().toString(), "ABCDEF", List.of("1111"));

    assertThat(now.of(world)).isEqualTo(world);
  }

  @Test
  void aWithdrawnSlipAndAClosedSessionStandInTheFile() {
    var session = rounds.anOpenSession(rounds.aRound());
    var slips = Stream.generate(() -> sent(session)).limit(3).toList();
    var world = world("planned", session.id().toString(), session.classCode(), slips);

    assertThat(states(world)).containsExactly("open", "usable", "usable", "usable");

    withdrawals.withdraw(slips.get(0));
    assertThat(states(world)).containsExactly("open", "withdrawn", "usable", "usable");

    marks.close(rounds.owner(), session.id(), 3);
    withdrawals.withdraw(slips.get(2));
    assertThat(states(world)).containsExactly("closed", "withdrawn", "usable", "withdrawn");
  }

  @Test
  void theFileHasTheFieldsThatWerePromisedAndNoOthers(@TempDir Path folder) {
    world("open", UUID.randomUUID().toString(), "ABCDEF", List.of("1111")).write(folder);

    WorldSchema.check(folder);
  }

  private List<String> states(WorldFile world) {
    var current = now.of(world);
    return Stream.concat(
            current.sessions().stream().map(SessionEntry::state),
            current.slips().stream().map(SlipEntry::state))
        .toList();
  }

  private String sent(Session session) {
    var code = ClassCode.read(session.classCode()).orElseThrow();
    var sheet = ((Staging.Door.Open) staging.behind(code)).sheet();
    var slip = SlipCode.random(RANDOM, session.tag());
    staging.send(Seat.take(code, RANDOM), sheet, new UnslippedMap(null, Map.of()), slip);
    return slip.printed();
  }

  private static WorldFile world(String state, String session, String code, List<String> slips) {
    return new WorldFile(
        true,
        "http://localhost:1",
        "http://localhost:2",
        List.of(new SignInEntry("Invented", "HEAD", "invented", "invented")),
        List.of(new SessionEntry(session, code, state)),
        slips.stream().map(slip -> new SlipEntry(session, slip, "usable")).toList());
  }
}
