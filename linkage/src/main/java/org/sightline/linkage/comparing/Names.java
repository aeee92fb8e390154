package org.sightline.linkage.comparing;

import java.io.Serializable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;

/// The names of some records in the table of nicknames, looked up once for all threads.
///
/// @param groups for each number of a name its groups
public record Names(int[][] groups) implements Serializable {

  /// Forenames and surnames share their numbers, so that one table serves both.
  public static Names of(Records records, Nicknames nicknames) {
    int place = Math.max(records.placeOf(Field.FORENAME), records.placeOf(Field.SURNAME));
    return new Names(place < 0 ? new int[0][] : nicknames.groups(records.values().get(place)));
  }
}
