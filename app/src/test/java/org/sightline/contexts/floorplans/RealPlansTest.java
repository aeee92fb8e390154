package org.sightline.contexts.floorplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Public plans beside the repository; each result is kept under `target/plans` to be looked at.
class RealPlansTest {

  private final PlanIntake intake = new PlanIntake(new PlanIntakeProcess());

  @Test
  void aSchoolDrawnAsSvgIsRefused() throws IOException {
    assertThat(take("japan_high_school/map.svg"))
        .isInstanceOfSatisfying(
            Intake.Refused.class, r -> assertThat(r.sentence()).contains("an SVG drawing"));
  }

  @ParameterizedTest
  @CsvSource({
    "japan_high_school/floor_1.png",
    "marked_map_pair/omaha_blank.png",
    "marked_map_pair/omaha_marked.png",
    "office_floor_overlay.pdf"
  })
  void aRealPlanIsTaken(String name) throws IOException {
    var outcome = take(name);

    assertThat(outcome).isInstanceOf(Intake.Taken.class);
    var kept = Files.createDirectories(Path.of("target", "plans"));
    var file = kept.resolve(Path.of(name).getFileName() + ".png");
    Files.write(file, ((Intake.Taken) outcome).picture().png());
  }

  private Intake take(String name) throws IOException {
    var file =
        Stream.iterate(Path.of("").toAbsolutePath(), f -> f != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data/floorplans").resolve(name))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(file.isPresent(), "shared/data/floorplans is not beside this repository");
    return intake.take(file.get(), name, 1);
  }
}
