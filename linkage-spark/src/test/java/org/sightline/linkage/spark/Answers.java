package org.sightline.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.Linker;
import org.sightline.linkage.ListFile;
import org.sightline.linkage.Progress;
import org.sightline.linkage.Workers;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.weighing.Line;
import org.sightline.linkage.weighing.Pairing;
import org.sightline.linkage.writing.Results;

/// What came of linking the same lists here and there, side by side.
final class Answers {

  private Answers() {}

  static Linkage link(List<Path> files, Pairing pairing) {
    var linker =
        new Linker(
            Nicknames.shipped(),
            null,
            2026,
            new Workers(2),
            Progress.none(),
            pairing,
            Line.usual());
    return linker.link(
        List.of(ListFile.of(files.get(0)).withoutDuplicates(), ListFile.of(files.get(1))),
        List.of());
  }

  static void areTheSame(Linkage here, Linkage there) {
    assertThat(pairs(there)).isEqualTo(pairs(here)).hasSizeGreaterThan(1000);
    assertThat(there.compared().patterns().total()).isEqualTo(here.compared().patterns().total());
    assertThat(there.model()).isEqualTo(here.model());
    assertThat(there.people().personOf()).isEqualTo(here.people().personOf());
    assertThat(there.people().count()).isEqualTo(here.people().count());
    assertThat(there.overlaps()).isEqualTo(here.overlaps());
    assertThat(there.largeBlocks()).isEqualTo(here.largeBlocks()).isPositive();
    assertThat(there.rowsInLargeBlocks()).isEqualTo(here.rowsInLargeBlocks());
  }

  static void areTheSameFiles(Path here, Path there) throws Exception {
    for (var name : Results.names()) {
      assertThat(Files.readString(there.resolve(name)))
          .as(name)
          .isEqualTo(Files.readString(here.resolve(name)))
          .isNotEmpty();
    }
  }

  /// Each pair with its pattern and weight, in the order in which they were found.
  private static List<String> pairs(Linkage linkage) {
    var all = new ArrayList<String>();
    for (var pairs : linkage.compared().pairs()) {
      for (int i = 0; i < pairs.size(); i++) {
        all.add(
            "%d %d %x %s"
                .formatted(pairs.left(i), pairs.right(i), pairs.pattern(i), pairs.weight(i)));
      }
    }
    return all;
  }
}
