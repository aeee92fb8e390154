package org.sightline.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.reading.Refusal;

/// What a row says, as a short sign: by it a judgement knows its row again when the list has been
/// sorted, or has got rows before it. One part of it is of all that is compared, the other of name
/// and birth date alone, which stay when somebody moves house.
public final class RowChecks {

  private static final List<Field> OF_THE_PERSON =
      List.of(Field.FORENAME, Field.SURNAME, Field.BIRTH_DATE);
  private static final long START = 0xcbf29ce484222325L;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Records records;
  private final int[] all;
  private final int[] ofThePerson;
  private final Map<Integer, Map<Long, int[]>> wholeRows = new HashMap<>();
  private final Map<Integer, Map<Long, int[]>> people = new HashMap<>();

  public RowChecks(Records records) {
    this.records = records;
    all = new int[records.width()];
    Arrays.setAll(all, f -> f);
    ofThePerson =
        OF_THE_PERSON.stream().mapToInt(records::placeOf).filter(place -> place >= 0).toArray();
  }

  /// The sign of a row.
  public String of(int row) {
    return "c%016x-%016x".formatted(of(row, all), person(row));
  }

  /// The row of a list that a sign is of: the one at its old place if that still says the same, the
  /// one that says the same elsewhere, then the one of the same name and birth date.
  ///
  /// @param at where it stood, or -1 if there is no such row now
  /// @return -1 if there is none, or more than one it could be
  int find(int list, int at, String check) {
    long whole = part(check, 1, 17);
    long person = part(check, 18, 34);
    if (at >= 0 && of(at, all) == whole) {
      return at;
    }
    int[] same = wholeRows.computeIfAbsent(list, l -> index(l, true)).getOrDefault(whole, NOWHERE);
    if (same.length == 1) {
      return same[0];
    }
    if (same.length > 1 || person == 0) {
      return -1;
    }
    if (at >= 0 && person(at) == person) {
      return at;
    }
    int[] named = people.computeIfAbsent(list, l -> index(l, false)).getOrDefault(person, NOWHERE);
    return named.length == 1 ? named[0] : -1;
  }

  static boolean isOne(String check) {
    return check.matches("c[0-9a-f]{16}-[0-9a-f]{16}");
  }

  private static final int[] NOWHERE = {};

  private Map<Long, int[]> index(int list, boolean whole) {
    var index = new HashMap<Long, int[]>();
    for (int row = records.listStarts()[list]; row < records.listStarts()[list + 1]; row++) {
      int found = row;
      index.merge(
          whole ? of(row, all) : person(row),
          new int[] {found},
          (before, more) -> before.length > 1 ? before : new int[] {before[0], found});
    }
    return index;
  }

  /// 0 where too little of name and birth date is there to tell one person from others.
  private long person(int row) {
    long filled = Arrays.stream(ofThePerson).filter(f -> records.cell(row, f) != 0).count();
    return filled < 2 ? 0 : of(row, ofThePerson);
  }

  private long of(int row, int[] fields) {
    long hash = START;
    for (int field : fields) {
      if (records.cell(row, field) != 0) {
        hash = mixed(hash, records.fields().get(field).column());
        hash = mixed(hash, records.text(row, field));
      }
    }
    return hash;
  }

  private static long mixed(long hash, String text) {
    long h = hash;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xff)) * MIX;
      h ^= h >>> 29;
    }
    return (h ^ 0x1ff) * MIX;
  }

  private static long part(String check, int from, int to) {
    if (!isOne(check)) {
      throw new Refusal("A sign of a row is not one of ours.");
    }
    return Long.parseUnsignedLong(check.substring(from, to), 16);
  }
}
