package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.contexts.floorplans.HostileFiles;
import org.sightline.testing.Visitor;

/// the disk is full. What was acknowledged is there, what was not is said not to be, nothing
/// is there without its audit entry, and it goes on by itself once there is room.
@Tag("long")
class FullDiskTest {

  private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsLostAndItGoesOnByItself() throws Exception {
    try (var disk = Tmpfs.of(folder.resolve("disk"), 600);
        var demo = DemoProcess.start(disk.folder().resolve("data"), 9)) {
      var facilitator = demo.signedIn("FACILITATOR");
      var acknowledged = new ArrayList<String>();
      for (int n = 0; n < 5; n++) {
        raise(facilitator, acknowledged);
      }
      assertThat(acknowledged).hasSize(5);

      Path filler = disk.fill();
      int refused = 0;
      for (int n = 0; n < 400 && refused < 5; n++) {
        var answer = raise(facilitator, acknowledged);
        if (answer.status() >= 500) {
          refused++;
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.heading()).isNotEmpty();
          assertThat(answer.page().text()).doesNotContain("Exception", "SQL", "No space");
        }
      }
      assertThat(refused).as("the disk did fill up").isPositive();

      Files.delete(filler);
      Pauses.until(
          "a concern to be taken again",
          BACK_WITHIN,
          () -> raise(facilitator, acknowledged).status() == 200);
      for (String id : acknowledged) {
        assertThat(facilitator.get("/concerns/raising/" + id).status()).as(id).isEqualTo(200);
      }
      assertThat(unaudited(demo)).isZero();
      assertThat(
              DemoProcess.command(
                  folder.resolve("commands"), "verify-audit", "--data-dir", "" + demo.directory()))
          .contains("The audit is whole");
    }
  }

  @Test
  void aBackupThatFindsNoRoomLeavesNothingAndSaysSo() throws Exception {
    Files.createDirectories(folder.resolve("commands"));
    try (var disk = Tmpfs.of(folder.resolve("small"), 1);
        var demo = DemoProcess.start(folder.resolve("data"), 9)) {
      String keys =
          DemoProcess.command(
              folder.resolve("commands"), "backup", "--make-key=" + folder.resolve("pair"));
      assertThat(keys).startsWith("0: ");
      Path filler = disk.fill();
      String said =
          DemoProcess.command(
              folder.resolve("commands"),
              "backup",
              disk.folder().resolve("a.backup").toString(),
              "--public-key=" + folder.resolve("pair/backup-public.key"),
              "--data-dir=" + demo.directory());

      assertThat(said).startsWith("1: ").contains("Nothing of it was left there");
      assertThat(disk.folder().toFile().list()).containsExactly(filler.getFileName().toString());
    }
  }

  @Test
  void workGoesOnWhereTheLogAndWhatIsTemporaryFindNoRoom() throws Exception {
    byte[] picture = HostileFiles.encoded(HostileFiles.quarters(600, 400), "png");
    byte[] paper = HostileFiles.pdfOfPages(1);
    Files.createDirectories(folder.resolve("kept"));
    try (var disk = Tmpfs.of(folder.resolve("temporary"), 400)) {
      Path data = Files.createSymbolicLink(disk.folder().resolve("data"), folder.resolve("kept"));
      Path elsewhere = Files.createDirectories(disk.folder().resolve("elsewhere"));
      try (var demo = DemoProcess.startFrom(elsewhere, data, 9)) {
        assertThat(DemoProcess.log(data)).as("its log").startsWith(disk.folder());
        var facilitator = demo.signedIn("FACILITATOR");
        var owner = demo.signedIn("ROUND_OWNER");
        var acknowledged = new ArrayList<String>();
        raise(facilitator, acknowledged);
        long said = Files.size(DemoProcess.log(data));

        Path filler = disk.fill();
        for (int n = 0; n < 5; n++) {
          assertThat(raise(facilitator, acknowledged).status()).isEqualTo(200);
        }
        for (var file : Map.of("full.png", picture, "full.pdf", paper).entrySet()) {
          var answer = upload(owner, file.getKey(), file.getValue());
          boolean taken = answer.path().matches("/contexts/plans/[0-9a-f-]{36}");
          assertThat(owner.get("/contexts/plans").page().text().contains(file.getKey()))
              .as("listed if it was taken, and only then")
              .isEqualTo(taken);
          assertThat(answer.heading()).isNotEmpty();
          assertThat(answer.page().text()).doesNotContain("Exception", "No space");
        }
        // Something that is written to the log, which takes no more.
        assertThat(facilitator.get("/concerns/raising/%00").status()).isBetween(400, 499);
        assertThat(Files.size(DemoProcess.log(data))).isLessThan(said + (1 << 16));

        Files.delete(filler);
        Pauses.until(
            "a plan to be taken again",
            BACK_WITHIN,
            () -> upload(owner, "room.pdf", paper).path().matches("/contexts/plans/[0-9a-f-]{36}"));
        for (String id : acknowledged) {
          assertThat(facilitator.get("/concerns/raising/" + id).status()).as(id).isEqualTo(200);
        }
        assertThat(unaudited(demo)).isZero();
        assertThat(
                DemoProcess.command(
                    folder.resolve("commands"), "verify-audit", "--data-dir", "" + data))
            .contains("The audit is whole");
      }
    }
  }

  private static Visitor.Arrived upload(Visitor owner, String name, byte[] file) {
    return owner.upload(
        "/contexts/plans/starting", "file", name, file, "name", name, "way", "upload", "page", "1");
  }

  private static Visitor.Arrived raise(Visitor facilitator, ArrayList<String> acknowledged) {
    String id = UUID.randomUUID().toString();
    var answer =
        facilitator.post(
            "/concerns/raising",
            "id",
            id,
            "immediate-risk",
            "no",
            "when-raised",
            "in-session",
            "what",
            "An invented worry, at length. ".repeat(200),
            "known",
            "no");
    if (answer.status() == 200 && answer.path().endsWith(id)) {
      acknowledged.add(id);
    }
    return answer;
  }

  private static int unaudited(DemoProcess demo) {
    return new DataDirectory(demo.directory())
        .asSuperuser(
            jdbc ->
                jdbc.queryForObject(
                    """
                    select count(*) from concerns.concern c
                     where not exists (select 1 from audit.entry e
                                        where e.object = c.id and e.act = 'concerns.concern-raised')
                    """,
                    Integer.class));
  }
}
