package org.sightline.linkage.counting;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.clustering.Clustering;
import org.sightline.linkage.clustering.People;
import org.sightline.linkage.counting.Overlaps.OfList;
import org.sightline.linkage.counting.Overlaps.OfLists;
import org.sightline.linkage.counting.Overlaps.Range;
import org.sightline.linkage.reading.ByteDictionary;

/// Counts people over lists.
///
/// 1. Records that no doubtful link touches are counted once. 2. The others are counted with the
///    line drawn at twenty places between "hardly" and "surely"; a link of probability p is made in
///    p of them, so that the mean is the expected number. 3. [Spread] makes a range of these and of
///    the numbers with the line at "sure" and at "likely".
public final class Counting {

  private static final int MOST_LISTS_OF_ALL_INTERSECTIONS = 12;

  private final Records records;
  private final Clustering clustering;
  private final People people;

  public Counting(Records records, Clustering clustering, People people) {
    this.records = records;
    this.clustering = clustering;
    this.people = people;
  }

  public Overlaps count() {
    int[] doubtful = clustering.doubtfulRows();
    int[] links = clustering.linksOf(doubtful);
    var settled = settled(doubtful);
    double[] lines = Spread.lines();
    var counts = new ArrayList<Map<Long, Long>>(Collections.nCopies(lines.length, Map.of()));
    var workers = clustering.workers();
    workers.run(
        workers.threads(),
        thread -> {
          var redrawn = clustering.redrawn();
          var masks = new long[records.rows()];
          for (int line = thread; line < lines.length; line += workers.threads()) {
            int[] standsFor = redrawn.peopleAt(lines[line], doubtful, links);
            counts.set(line, plus(settled, standsFor, doubtful, masks));
          }
        });
    return overlaps(counts, exactJoin());
  }

  private Map<Long, Long> settled(int[] doubtful) {
    var isDoubtful = new boolean[people.count()];
    for (int row : doubtful) {
      isDoubtful[people.personOf()[row]] = true;
    }
    long[] masks = masks(people.personOf(), people.count());
    var tallies = new HashMap<Long, Tally>();
    for (int person = 0; person < masks.length; person++) {
      if (!isDoubtful[person]) {
        tallies.computeIfAbsent(masks[person], m -> new Tally()).count++;
      }
    }
    var settled = new HashMap<Long, Long>();
    tallies.forEach((mask, tally) -> settled.put(mask, tally.count));
    return settled;
  }

  private long[] masks(int[] personOf, int count) {
    var masks = new long[count];
    for (int list = 0; list < records.lists().size(); list++) {
      for (int row = records.listStarts()[list]; row < records.listStarts()[list + 1]; row++) {
        masks[personOf[row]] |= 1L << list;
      }
    }
    return masks;
  }

  /// @param masks a place for each row, all of them empty before and after
  private Map<Long, Long> plus(Map<Long, Long> settled, int[] standsFor, int[] rows, long[] masks) {
    for (int i = 0; i < rows.length; i++) {
      masks[standsFor[i]] |= 1L << records.listOf(rows[i]);
    }
    var counts = new HashMap<Long, Tally>();
    for (int person : standsFor) {
      if (masks[person] != 0) {
        counts.computeIfAbsent(masks[person], m -> new Tally()).count++;
        masks[person] = 0;
      }
    }
    var all = new HashMap<>(settled);
    counts.forEach((mask, tally) -> all.merge(mask, tally.count, Long::sum));
    return all;
  }

  private static final class Tally {
    private long count;
  }

  /// People as a join on equal forename, surname and birth date would tell them apart, or on all
  /// fields where these are not there; a record that lacks one of them is somebody new.
  private Map<Long, Long> exactJoin() {
    var key =
        records.fields().stream()
            .filter(f -> f == Field.FORENAME || f == Field.SURNAME || f == Field.BIRTH_DATE)
            .mapToInt(records::placeOf)
            .toArray();
    int[] places = key.length > 1 ? key : allPlaces();
    var known = new ByteDictionary();
    var values = ByteBuffer.allocate(Integer.BYTES * places.length);
    long[] masks = new long[1024];
    var counts = new HashMap<Long, Long>();
    for (int list = 0; list < records.lists().size(); list++) {
      long bit = 1L << list;
      for (int row = records.listStarts()[list]; row < records.listStarts()[list + 1]; row++) {
        if (!isComplete(row, places, values)) {
          counts.merge(bit, 1L, Long::sum);
          continue;
        }
        int code = known.codeOf(values.array(), 0, values.capacity());
        masks = code < masks.length ? masks : Arrays.copyOf(masks, code * 2);
        masks[code] |= bit;
      }
    }
    for (int code = 1; code < known.size(); code++) {
      counts.merge(masks[code], 1L, Long::sum);
    }
    return counts;
  }

  /// Puts the values of a row into a buffer, as numbers.
  ///
  /// @return whether it has all of them
  private boolean isComplete(int row, int[] places, ByteBuffer values) {
    values.clear();
    boolean complete = true;
    for (int place : places) {
      complete &= records.cell(row, place) != 0;
      values.putInt(records.cell(row, place));
    }
    return complete;
  }

  private int[] allPlaces() {
    var places = new int[records.width()];
    Arrays.setAll(places, p -> p);
    return places;
  }

  private Overlaps overlaps(List<Map<Long, Long>> counts, Map<Long, Long> exact) {
    var lists = new ArrayList<OfList>();
    for (int list = 0; list < records.lists().size(); list++) {
      long rows = records.listStarts()[list + 1] - (long) records.listStarts()[list];
      lists.add(
          new OfList(records.lists().get(list), rows, range(counts, exact, 1L << list, false)));
    }
    var within = new ArrayList<OfLists>();
    for (long mask : masksOfIntersections(counts, exact)) {
      within.add(new OfLists(names(mask), range(counts, exact, mask, false)));
    }
    var exactly = new ArrayList<OfLists>();
    for (long mask : seen(counts, exact)) {
      exactly.add(new OfLists(names(mask), range(counts, exact, mask, true)));
    }
    return new Overlaps(lists, range(counts, exact, 0, false), within, exactly);
  }

  /// Every set of at least two lists; with many lists only the sets that somebody is on.
  private List<Long> masksOfIntersections(List<Map<Long, Long>> counts, Map<Long, Long> exact) {
    int n = records.lists().size();
    if (n > MOST_LISTS_OF_ALL_INTERSECTIONS) {
      return seen(counts, exact).stream().filter(m -> Long.bitCount(m) > 1).toList();
    }
    var masks = new ArrayList<Long>();
    for (long mask = 1; mask < 1L << n; mask++) {
      if (Long.bitCount(mask) > 1) {
        masks.add(mask);
      }
    }
    masks.sort(
        (a, b) ->
            Long.bitCount(a) != Long.bitCount(b)
                ? Long.bitCount(a) - Long.bitCount(b)
                : Long.compare(a, b));
    return masks;
  }

  /// Sets of lists that somebody is on, if only by the exact join: so the sets add up to everybody.
  private static List<Long> seen(List<Map<Long, Long>> counts, Map<Long, Long> exact) {
    var seen = new TreeSet<>(exact.keySet());
    counts.forEach(c -> seen.addAll(c.keySet()));
    return List.copyOf(seen);
  }

  private List<String> names(long mask) {
    var names = new ArrayList<String>();
    for (int list = 0; list < records.lists().size(); list++) {
      if ((mask >>> list & 1) == 1) {
        names.add(records.lists().get(list));
      }
    }
    return names;
  }

  private static Range range(
      List<Map<Long, Long>> counts, Map<Long, Long> exact, long mask, boolean exactly) {
    long[] all = counts.stream().mapToLong(c -> people(c, mask, exactly)).toArray();
    return Spread.range(all, people(exact, mask, exactly));
  }

  private static long people(Map<Long, Long> counts, long mask, boolean exactly) {
    return counts.entrySet().stream()
        .filter(e -> exactly ? e.getKey() == mask : (e.getKey() & mask) == mask)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
