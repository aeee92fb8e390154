package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;

/// Issue 2, section 5: names are planted in every field of every page where a person can type, a
/// round is run from its plan to its end, and then the whole data directory is read, byte by byte.
class PlantedNamesTest {

  @Test
  void noNameThatAnybodyTypedStandsInClearAnywhereInTheDataDirectory(@TempDir Path folder) {
    try (var demo = DemoProcess.start(folder.resolve("data"), 3)) {
      var job =
          new WholeJob(demo::signedIn, demo::student, Planted::into, (m, p, sent) -> sent.get());
      job.run();
      var casework =
          new PeopleJob(
              demo::signedIn,
              Cast.read().the(Role.ANALYST).username(),
              Planted::into,
              (m, p, sent) -> sent.get());
      casework.run();
      var drawing = new MapJob(demo.signedIn("CHAIR"), Planted::into, (m, p, sent) -> sent.get());
      drawing.run();
      var ownMaps =
          new OwnMapsJob(demo.signedIn("CHAIR"), Planted::into, (m, p, sent) -> sent.get());
      ownMaps.run();
      var data = new DataDirectory(demo.directory());
      var columns = data.columns(names());
      data.asSuperuser(
          jdbc -> {
            jdbc.execute("checkpoint");
            return true;
          });
      var places = new ArrayList<>(data.places(names(), PlantedNamesTest::isHeld));
      demo.close();
      places.addAll(data.places(names(), PlantedNamesTest::isHeld));

      assertThat(job.refused()).as("every form was filled in and taken").isEmpty();
      assertThat(casework.refused()).isEmpty();
      assertThat(drawing.refused()).isEmpty();
      assertThat(ownMaps.refused()).isEmpty();
      assertThat(data.places(List.of("Old pavilion"), PlantedNamesTest::isHeld))
          .as("the search finds what may stand in clear: the name of a place")
          .anyMatch(place -> place.contains("/base/"))
          .anyMatch(place -> place.contains("/pg_wal/"));
      assertThat(columns).isEmpty();
      assertThat(places).isEmpty();
      assertThat(Stream.of(demo.said().split("\n")).filter(PlantedNamesTest::names)).isEmpty();
    }
  }

  /// Surnames of everybody invented, and what was planted.
  private static List<String> names() {
    var cast = Cast.read();
    var names = new ArrayList<>(Planted.SURNAMES);
    cast.staff().forEach(member -> names.add(surname(member.name())));
    cast.students().forEach(student -> names.add(surname(student.name())));
    return names.stream().distinct().toList();
  }

  /// All but the file that tells whoever tries the demonstration how to sign in.
  private static boolean isHeld(Path file) {
    return !file.endsWith("demo.json");
  }

  private static boolean names(String line) {
    return Planted.SURNAMES.stream().anyMatch(line::contains);
  }

  private static String surname(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
