package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFilesTest {

  @TempDir private Path data;

  @Test
  void whatAnEndedProcessLeftBehindIsGoneAtTheNextStart() throws IOException {
    var left = new WorkingFiles(data).folder();
    Files.writeString(left.file("picture"), "of a sheet");

    new WorkingFiles(data);

    assertThat(data.resolve("working")).isEmptyDirectory();
  }

  @Test
  void aFolderGoesWithAllInIt() throws IOException {
    var files = new WorkingFiles(data);
    try (var folder = files.folder()) {
      Files.writeString(folder.file("picture"), "of a sheet");
      assertThat(folder.file("picture")).exists();
    }

    assertThat(data.resolve("working")).isEmptyDirectory();
  }

  @Test
  void nobodyElseMayLook() throws IOException {
    try (var folder = new WorkingFiles(data).folder()) {
      assertThat(Files.getPosixFilePermissions(folder.path()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }
}
