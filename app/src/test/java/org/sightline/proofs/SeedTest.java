package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.demonstration.WorldFile;
import org.sightline.demonstration.WorldFile.SessionEntry;
import org.sightline.demonstration.WorldFile.SlipEntry;
import org.sightline.demonstration.WorldSchema;

/// Issue 2, section 1: `demo --seed N` makes the same world for the same seed, writes it to
/// `demo.json`, and a later start says there what has become of it.
@Tag("long")
class SeedTest {

  private static final Duration FIRST_READY_WITHIN = Duration.ofSeconds(90);
  private static final Duration READY_WITHIN = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void theSameSeedMakesTheSameWorldAndAnotherSeedAnother() {
    WorldFile world;
    List<?> marks;
    var startedIn = new ArrayList<Duration>();
    try (var one = DemoProcess.start(folder.resolve("one"), 21)) {
      world = one.world();
      marks = marks(one);
      assertThat(marks).isNotEmpty();
      startedIn.add(one.startedIn());
    }
    try (var two = DemoProcess.start(folder.resolve("two"), 21)) {
      assertThat(two.world())
          .isEqualTo(at(world, two.world().staffUrl(), two.world().studentUrl()));
      assertThat(marks(two)).isEqualTo(marks);
      startedIn.add(two.startedIn());
    }
    try (var other = DemoProcess.startOnOnePort(folder.resolve("other"), 22)) {
      assertThat(java.net.URI.create(other.world().studentUrl()).getPort())
          .isEqualTo(java.net.URI.create(other.world().staffUrl()).getPort() + 1);
      assertThat(other.world().signIns()).isEqualTo(world.signIns());
      assertThat(other.world().sessions()).doesNotContainAnyElementsOf(world.sessions());
      assertThat(other.world().slips()).doesNotContainAnyElementsOf(world.slips());
      assertThat(marks(other)).isNotEqualTo(marks);
      startedIn.add(other.startedIn());
    }
    // The fastest of three: the machine may have been busy with something else.
    assertThat(startedIn)
        .as("an empty directory to both sites answering, with the invented world in it")
        .anySatisfy(time -> assertThat(time).isLessThanOrEqualTo(FIRST_READY_WITHIN));
  }

  @Test
  void aLaterStartIsReadyInTwentySecondsAndItsFileSaysWhatHasHappened() {
    SessionEntry open;
    SlipEntry counted;
    SlipEntry waiting;
    WorldFile before;
    var demo = DemoProcess.start(folder.resolve("data"), 4);
    try (demo) {
      before = demo.world();
      WorldSchema.check(demo.directory());
      open = session(before, "open");
      counted =
          before.slips().stream()
              .filter(s -> s.state().equals("usable") && !s.session().equals(open.id()))
              .findFirst()
              .orElseThrow();
      waiting =
          before.slips().stream()
              .filter(s -> s.session().equals(open.id()))
              .findFirst()
              .orElseThrow();
      for (SlipEntry slip : List.of(counted, waiting)) {
        assertThat(demo.student().post("/withdrawing", "code", slip.code()).status())
            .isEqualTo(200);
      }
    }

    var second = demo.startAgain();
    try (second) {
      assertThat(second.world().slips()).containsAll(withdrawn(counted, waiting));
      assertThat(second.world().sessions()).isEqualTo(before.sessions());
      second
          .signedIn("ROUND_OWNER")
          .post("/engagement/sessions/" + open.id() + "/closing", "out", "3");
    }

    var third = second.startAgain();
    try (third) {
      assertThat(third.world().sessions())
          .contains(new SessionEntry(open.id(), open.classCode(), "closed"))
          .hasSameSizeAs(before.sessions());
      var unchanged = before.slips().stream().filter(s -> s != counted && s != waiting).toList();
      assertThat(third.world().slips())
          .containsAll(withdrawn(counted, waiting))
          .containsAll(unchanged)
          .hasSameSizeAs(before.slips());
      WorldSchema.check(third.directory());
    }
    // The faster of two: the machine may have been busy with something else.
    assertThat(List.of(second.startedIn(), third.startedIn()))
        .anySatisfy(time -> assertThat(time).isLessThanOrEqualTo(READY_WITHIN));
  }

  @Test
  void whatItStoresLiesInItsDirectoryAndNowhereElse() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (var demo = DemoProcess.startFrom(elsewhere, folder.resolve("kept"), 4)) {
      var plan = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
      var png = new ByteArrayOutputStream();
      ImageIO.write(plan, "png", png);
      var made =
          demo.signedIn("ROUND_OWNER")
              .upload(
                  "/contexts/plans/starting",
                  "file",
                  "plan.png",
                  png.toByteArray(),
                  "name",
                  "Kept Where It Belongs",
                  "way",
                  "upload",
                  "page",
                  "1");
      assertThat(made.status()).isEqualTo(200);
      demo.interrupt();
    }
    try (var left = Files.walk(elsewhere)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private static List<SlipEntry> withdrawn(SlipEntry... slips) {
    return List.of(slips).stream()
        .map(slip -> new SlipEntry(slip.session(), slip.code(), "withdrawn"))
        .toList();
  }

  private static SessionEntry session(WorldFile world, String state) {
    return world.sessions().stream().filter(s -> s.state().equals(state)).findFirst().orElseThrow();
  }

  private static WorldFile at(WorldFile world, String staffUrl, String studentUrl) {
    return new WorldFile(
        true, staffUrl, studentUrl, world.signIns(), world.sessions(), world.slips());
  }

  /// How often each level was marked in each place by each year group of each session.
  private static List<?> marks(DemoProcess demo) {
    return new DataDirectory(demo.directory())
        .<List<?>>asSuperuser(
            jdbc ->
                jdbc.queryForList(
                    """
                    select s.id, m.year_group, z.name, k.level, count(*) as n
                      from engagement.mark k
                      join engagement.map m on m.id = k.map_id
                      join engagement.session s on s.id = m.session_id
                      join engagement.round r on r.workspace_id = s.workspace_id
                      join contexts.zone z on z.zone_key = k.zone_key and z.version_id = r.plan_version
                     group by 1, 2, 3, 4 order by 1, 2, 3, 4
                    """));
  }
}
