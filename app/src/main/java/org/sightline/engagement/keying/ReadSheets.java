package org.sightline.engagement.keying;

import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.UserId;
import org.springframework.stereotype.Component;

/// The door by which a sheet that was photographed comes to the keyed ones: as the first keying of
/// whoever dropped the picture. From there on it is a keyed sheet like any other: a second person
/// may key it too, its slip takes it out, the closing shuffles it. Inside the caller's process.
@Component
public class ReadSheets {

  /// Where a sheet stands before its picture counts.
  public enum Standing {
    FREE,
    /// Somebody has keyed it, or another picture of it counts.
    KEYED,
    TAKEN_OUT,
    UNKNOWN
  }

  private final JdbcKeying keying;
  private final JdbcSheets sheets;

  ReadSheets(JdbcKeying keying, JdbcSheets sheets) {
    this.keying = keying;
    this.sheets = sheets;
  }

  /// Keeps the session from closing until the transaction ends.
  public void holdOpen(Session session) {
    sheets.holdOpen(session.id());
  }

  public Standing of(Session session, OpenSheet sheet, SheetLabel label) {
    var printed = keying.printed(session.id(), label);
    if (printed.isEmpty()) {
      return Standing.UNKNOWN;
    }
    if (printed.get().takenOut()) {
      return Standing.TAKEN_OUT;
    }
    return keying.of(sheet, label).isEmpty() ? Standing.FREE : Standing.KEYED;
  }

  /// Writes what was read, or writes it anew as long as nobody else has changed it since.
  ///
  /// @param before the version that was written before, or `null`
  /// @return the version now, or `null` when somebody's keying stands there and is kept
  public @Nullable Integer write(
      Session session,
      OpenSheet sheet,
      SheetLabel label,
      UserId by,
      @Nullable Integer before,
      Reading reading) {
    if (before == null) {
      return keying.add(session, sheet, label, Pass.FIRST, by, reading) ? Integer.valueOf(1) : null;
    }
    return keying.save(sheet, label, Pass.FIRST, before, reading)
        ? Integer.valueOf(before + 1)
        : null;
  }

  /// Takes back what was written, as long as nobody else has changed it since.
  public boolean takeBack(Session session, SheetLabel label, UserId by, int version) {
    return keying.remove(session.id(), label, Pass.FIRST, by, version);
  }
}
