package org.sightline.demonstration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.sightline.access.SettingUp;
import org.sightline.demonstration.WorldFile.SignInEntry;
import org.sightline.engagement.planning.SessionId;
import org.sightline.web.Sites;
import org.springframework.stereotype.Component;

/// Makes the world on the first start and describes it on every start.
@Component
public class Demonstration {

  private final SettingUp settingUp;
  private final InventedSchool school;
  private final InventedRounds rounds;
  private final InventedResponse response;
  private final InventedSharing sharing;
  private final InventedCasework casework;
  private final InventedPile pile;
  private final WorldNow now;
  private final Sites sites;
  private final Clock clock;

  Demonstration(
      SettingUp settingUp,
      InventedSchool school,
      InventedRounds rounds,
      InventedResponse response,
      InventedSharing sharing,
      InventedCasework casework,
      InventedPile pile,
      WorldNow now,
      Sites sites,
      Clock clock) {
    this.settingUp = settingUp;
    this.school = school;
    this.rounds = rounds;
    this.response = response;
    this.sharing = sharing;
    this.casework = casework;
    this.pile = pile;
    this.now = now;
    this.sites = sites;
    this.clock = clock;
  }

  /// Prepares the world under this data directory and returns what to tell the person who started
  /// it.
  ///
  /// @throws IllegalStateException when an earlier start was broken off half-way
  public String prepare(long seed, Path directory) {
    if (settingUp.isEmpty()) {
      make(seed, directory).write(directory);
    } else if (!Files.exists(directory.resolve("demo.json"))) {
      throw new IllegalStateException(
          "The demonstration in %s was broken off while it was made. Delete the directory and start again."
              .formatted(directory));
    }
    var file =
        now.of(WorldFile.read(directory))
            .at(sites.staffUrl().toString(), sites.studentUrl().toString());
    file.write(directory);
    return file.summary();
  }

  private WorldFile make(long seed, Path directory) {
    var cast = Cast.read();
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    school.setUp(cast, today.minusDays(120));
    var made = rounds.make(seed, today);
    response.make(made.finished(), made.running(), today);
    sharing.make(made.finished(), today);
    casework.make(today);
    made.sessions().stream()
        .filter(session -> session.state().equals("open"))
        .findFirst()
        .ifPresent(open -> pile.write(rounds.owner(), SessionId.of(open.id()), seed, directory));
    var signIns =
        cast.staff().stream()
            .map(m -> new SignInEntry(m.name(), m.role().name(), m.username(), m.password()))
            .toList();
    return new WorldFile(
        true,
        sites.staffUrl().toString(),
        sites.studentUrl().toString(),
        signIns,
        made.sessions(),
        made.slips());
  }
}
