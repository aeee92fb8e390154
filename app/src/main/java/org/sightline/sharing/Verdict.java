package org.sightline.sharing;

import java.util.List;

/// Whether something can go.
public sealed interface Verdict {

  /// It can, under this agreement.
  record Covered(Agreement agreement, int version) implements Verdict {}

  /// No agreement covers it: it goes only by a recorded decision. The sentence says what is
  /// missing.
  record Uncovered(Sentence why) implements Verdict {}

  /// It cannot go as it stands, whoever decides. The sentences say what to do first, all of it, in
  /// the order of the form.
  record Blocked(List<Sentence> all) implements Verdict {

    public Blocked {
      all = List.copyOf(all);
      if (all.isEmpty()) {
        throw new IllegalArgumentException("Nothing stands in the way");
      }
    }

    Blocked(Sentence why) {
      this(List.of(why));
    }

    public Sentence why() {
      return all.getFirst();
    }
  }

  /// @param key of its words
  /// @param values names, days and words of our closed lists
  record Sentence(String key, List<Object> values) {

    static Sentence of(String key, Object... values) {
      return new Sentence(key, List.of(values));
    }
  }
}
