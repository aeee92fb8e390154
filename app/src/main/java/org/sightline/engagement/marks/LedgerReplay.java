package org.sightline.engagement.marks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.sightline.store.StudentStore;
import org.springframework.stereotype.Component;

/// Takes out of a backup that was put back what had been taken out since it was made (ST-07), by
/// the same functions as the first time. Doing it twice is harmless.
@Component
public class LedgerReplay {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final StudentStore store;
  private final Clock clock;

  LedgerReplay(StudentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// @return how many maps went
  public int replay(Set<UsedSlip> slips) {
    int gone = 0;
    for (UsedSlip slip : new TreeSet<>(slips)) {
      String result = slip.staged() == null ? "WRONG" : staged(slip);
      if (!result.equals("GONE")) {
        result = closed(slip);
      }
      gone += result.equals("GONE") ? 1 : 0;
    }
    return gone;
  }

  private String staged(UsedSlip slip) {
    return store
        .jdbc()
        .sql("select student.withdraw_staged(:session, :slip, :paper, :hash, :day)")
        .param("session", slip.session())
        .param("slip", HexFormat.of().parseHex(slip.staged() == null ? "" : slip.staged()))
        .param("paper", slip.paper())
        .param("hash", slip.hash())
        .param("day", today())
        .query(String.class)
        .single();
  }

  private String closed(UsedSlip slip) {
    return store
        .jdbc()
        .sql("select student.withdraw(:session, :hash, :day)")
        .param("session", slip.session())
        .param("hash", slip.hash())
        .param("day", today())
        .query(String.class)
        .single();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
