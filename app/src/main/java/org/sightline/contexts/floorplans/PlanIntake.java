package org.sightline.contexts.floorplans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The door for uploaded plans: an untrusted file in, a safe picture or a refusal out (UP-01,
/// UP-02). Keeps nothing.
///
/// Size, kind and declared dimensions are checked here, from the first bytes, in milliseconds. Only
/// then is a process with capped memory and time started to decode the file.
public final class PlanIntake {

  private final PlanIntakeProcess process;

  public PlanIntake(PlanIntakeProcess process) {
    this.process = process;
  }

  /// Takes the first page.
  public Intake take(byte[] file, String claimedName) {
    return take(file, claimedName, 1);
  }

  /// @param claimedName as the browser sent it; believed for nothing
  /// @param page from 1; a picture has one
  public Intake take(byte[] file, String claimedName, int page) {
    try {
      checkWeight(file.length);
      var kind = FileKind.of(file);
      if (!kind.canBeAPlan()) {
        return new Intake.Refused(kind.refusal(claimedName));
      }
      checkHeader(file, kind, page);
      return process.read(file, kind, page);
    } catch (Flawed e) {
      return new Intake.Refused(e.flaw().sentence());
    }
  }

  /// The same for a file already on disk, read no further than the largest plan allowed.
  ///
  /// @throws IOException when the disk fails, which is not the sender's fault
  public Intake take(Path file, String claimedName, int page) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return take(bytes.readNBytes(PlanLimits.MAX_UPLOAD_BYTES + 1), claimedName, page);
    }
  }

  private static void checkWeight(int bytes) throws Flawed {
    if (bytes == 0) {
      throw new Flawed(Flaw.EMPTY);
    }
    if (bytes > PlanLimits.MAX_UPLOAD_BYTES) {
      throw new Flawed(Flaw.TOO_HEAVY);
    }
  }

  private static void checkHeader(byte[] file, FileKind kind, int page) throws Flawed {
    if (page < 1 || (page > 1 && kind != FileKind.PDF)) {
      throw new Flawed(Flaw.NO_SUCH_PAGE);
    }
    if (kind == FileKind.PNG) {
      PngHeader.read(file);
    } else if (kind == FileKind.JPEG) {
      JpegHeader.read(file);
    }
  }
}
