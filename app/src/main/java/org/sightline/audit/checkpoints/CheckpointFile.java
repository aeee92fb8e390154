package org.sightline.audit.checkpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.store.KeyRing;
import org.sightline.store.SigningKey;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Holds the chain against the checkpoints that were delivered: a chain that was rewritten as a
/// whole, with every hash right, is found (AU-04).
@Component
public class CheckpointFile {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
  private static final String NONE = "%s holds no checkpoint";
  private static final String ALL_LATER =
      "all in %s are of after the backup, and say nothing of it";

  private final SystemStore store;
  private final SigningKey key;

  CheckpointFile(SystemStore store, KeyRing keys) {
    this.store = store;
    this.key = SigningKey.of(keys, Checkpoints.PURPOSE);
  }

  /// What the comparison gave.
  ///
  /// @param good checkpoints that hold, up to the first that does not
  /// @param later checkpoints of after a backup, which say nothing about it
  /// @param unreadable numbers of the lines that are no whole checkpoint
  /// @param fault the first checkpoint that does not hold, in a sentence; empty when all do
  public record Comparison(int good, int later, List<Integer> unreadable, String fault) {

    public Comparison {
      unreadable = List.copyOf(unreadable);
    }

    public boolean holds() {
      return fault.isEmpty();
    }
  }

  /// Compares the chain as it is now with the file.
  ///
  /// @throws IllegalStateException with a sentence when the file cannot be read
  public Comparison compare(Path file) {
    return compare(file, null);
  }

  /// Compares the chain of a backup with the file. What a checkpoint saw after the backup was taken
  /// cannot be in it and is passed over; what one saw before must be, and one at least must have.
  ///
  /// @param taken when the backup was, or `null` for the chain as it is now. The last minute before
  ///     counts as after: two clocks are compared
  /// @throws IllegalStateException with a sentence when the file cannot be read
  public Comparison compare(Path file, @Nullable Instant taken) {
    long end = taken == null ? Long.MAX_VALUE : end();
    int later = 0;
    var unreadable = new ArrayList<Integer>();
    var lines = new LinkedHashMap<Integer, Checkpoint>();
    var number = 0;
    for (String line : lines(file)) {
      number++;
      var read = Checkpoint.read(line, key);
      if (read.isEmpty()) {
        unreadable.add(number);
        continue;
      }
      var checkpoint = read.get().checkpoint();
      if (!checkpoint.installation().equals(key.fingerprint())) {
        return new Comparison(lines.size(), later, unreadable, strange(number));
      }
      if (!read.get().signed()) {
        return new Comparison(lines.size(), later, unreadable, forged(number));
      }
      if (taken != null
          && checkpoint.number() > end
          && checkpoint.at().isAfter(taken.minus(CLOCKS_DIFFER))) {
        later++;
      } else {
        lines.put(number, checkpoint);
      }
    }
    return lines.isEmpty()
        ? new Comparison(0, later, unreadable, (later == 0 ? NONE : ALL_LATER).formatted(file))
        : held(lines, later, unreadable);
  }

  private long end() {
    return store.jdbc().sql("select seq from audit.head").query(Long.class).single();
  }

  private Comparison held(Map<Integer, Checkpoint> lines, int later, List<Integer> unreadable) {
    var hashes = hashes(lines.values().stream().map(Checkpoint::number).distinct().toList());
    int good = 0;
    long goodNumber = 0;
    for (var line : lines.entrySet()) {
      var checkpoint = line.getValue();
      String hash = hashes.get(checkpoint.number());
      if (!checkpoint.hash().equals(hash)) {
        return new Comparison(
            good,
            later,
            unreadable,
            hash == null
                ? missing(line.getKey(), checkpoint)
                : different(line.getKey(), checkpoint, goodNumber));
      }
      good++;
      goodNumber = Math.max(goodNumber, checkpoint.number());
    }
    return new Comparison(good, later, unreadable, "");
  }

  private Map<Long, String> hashes(List<Long> numbers) {
    var found = new LinkedHashMap<Long, String>();
    store
        .jdbc()
        .sql(
            """
            select seq, encode(hash, 'hex') as hash
              from audit.entry
             where seq = any (cast(:numbers as bigint[]))
             union all
            select 0, encode(sha256('sightline'::bytea), 'hex')
            """)
        .param("numbers", numbers.toArray(Long[]::new))
        .query(
            (ResultSet row) -> {
              found.put(row.getLong("seq"), row.getString("hash"));
            });
    return found;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException("The file %s cannot be read".formatted(file), unreadable);
    }
  }

  private String strange(int line) {
    return "line %d was signed with another key than this installation's, which is %s"
        .formatted(line, key.fingerprint());
  }

  private static String forged(int line) {
    return "the signature of line %d is wrong: the line was changed after it was written"
        .formatted(line);
  }

  private static String missing(int line, Checkpoint checkpoint) {
    return "line %d, of %s, saw entry %d, and there is none: the audit was cut off"
        .formatted(line, checkpoint.at(), checkpoint.number());
  }

  private static String different(int line, Checkpoint checkpoint, long good) {
    return "line %d, of %s, saw another entry %d: something between entry %d and entry %d was rewritten"
        .formatted(line, checkpoint.at(), checkpoint.number(), good + 1, checkpoint.number());
  }
}
