package org.sightline.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A small disk of its own, where this machine lets us have one; otherwise the test is skipped and
/// says so.
record Tmpfs(Path folder) implements AutoCloseable {

  static Tmpfs of(Path folder, int megabytes) {
    try {
      Files.createDirectories(folder);
      boolean mounted =
          run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + folder) == 0;
      Assumptions.assumeTrue(mounted, "No small disk can be mounted here, so none can be filled");
      return new Tmpfs(folder);
    } catch (IOException noMount) {
      Assumptions.abort("No small disk can be mounted here, so none can be filled");
      throw new UncheckedIOException(noMount);
    }
  }

  /// Takes what room is left.
  ///
  /// @return the file that takes it
  Path fill() {
    Path filler = folder.resolve("filler");
    try (var out = Files.newOutputStream(filler)) {
      for (byte[] piece = new byte[1 << 16]; ; ) {
        out.write(piece);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  @Override
  public void close() {
    run("umount", "-l", folder.toString());
  }

  private static int run(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException noSuchCommand) {
      return -1;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
