package org.sightline.documents;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.StampedTables;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Tables of the modules below this one, as stamped CSV for the file.
@Component
class StampedCsv implements StampedTables {

  private final Copies copies;

  StampedCsv(Copies copies) {
    this.copies = copies;
  }

  @Override
  public byte[] take(
      SignedIn who,
      String kind,
      WorkspaceId workspace,
      UUID object,
      List<String> header,
      List<? extends List<? extends @Nullable Object>> rows) {
    return copies.take(
        who,
        new Copies.Original(kind, workspace, object),
        Purpose.RECORD,
        stamp -> SafeCsv.of(header, rows, stamp));
  }
}
