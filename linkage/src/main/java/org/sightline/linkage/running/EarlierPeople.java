package org.sightline.linkage.running;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sightline.linkage.JudgedRows;
import org.sightline.linkage.PersonIds;
import org.sightline.linkage.PersonIds.RecordKey;
import org.sightline.linkage.ReadFiles.OurTable;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Table;

/// The people of an earlier run, found again in the lists as they are now. Rows are known by what
/// the columns say that are in both: 1. at the same place, 2. elsewhere in the same list, 3. at the
/// same place with at least half of it unchanged. A row that is none of these is a new one, and the
/// person who stood in its place keeps the id to themselves.
///
/// @param ids by the rows as they are now
/// @param changed rows of now in whose place another row stood before
/// @param moved how many rows stand elsewhere than before
/// @param highest the highest number of a person that was given before
/// @param renamed lists that had another name before, with that name
record EarlierPeople(
    Map<RecordKey, String> ids,
    Set<RecordKey> changed,
    int moved,
    long highest,
    SortedMap<String, String> renamed) {

  static EarlierPeople none() {
    return new EarlierPeople(PersonIds.none(), Set.of(), 0, 0, new TreeMap<>());
  }

  /// @param file a `people.csv`
  static EarlierPeople in(Path file, List<Table> tables) {
    try (var earlier = new OurTable("the people.csv of the run before", file)) {
      return new FoundAgain(earlier, tables).people();
    }
  }

  /// A judgement that knows its row only by its number must not pass to whoever stands there now.
  void refuseMoved(List<JudgedRows> judged) {
    for (var j : judged) {
      refuse(j, j.leftCheck(), new RecordKey(j.leftList(), (int) j.leftRow()));
      refuse(j, j.rightCheck(), new RecordKey(j.rightList(), (int) j.rightRow()));
    }
  }

  private void refuse(JudgedRows j, String check, RecordKey row) {
    if (check.isEmpty() && changed.contains(row)) {
      throw new Refusal(
          "%s%s is about row %d of %s, and another row stood there in the run before. Give the judgements.csv of that run instead, which knows its rows again; or, if the judgement is about the row as it is now, write \"now\" into columns check_l and check_r."
              .formatted(
                  Character.toUpperCase(j.where().charAt(0)),
                  j.where().substring(1),
                  row.row(),
                  row.list()));
    }
  }
}
