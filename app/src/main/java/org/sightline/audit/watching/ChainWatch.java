package org.sightline.audit.watching;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Alerts;
import org.sightline.audit.AuditChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Checks what is new in the chain, and the rest of it in turn, a piece at a time: a million
/// entries take about a quarter of an hour, what is new no longer than until the next look.
@Component
class ChainWatch {

  private static final Logger log = LoggerFactory.getLogger(ChainWatch.class);

  /// 0.1 s of the database's time.
  private static final long PIECE = 20_000;

  private final AuditChain chain;
  private final Alerts alerts;
  private @Nullable Seen last;
  private long inTurn;

  ChainWatch(AuditChain chain, Alerts alerts) {
    this.chain = chain;
    this.alerts = alerts;
  }

  /// An entry that was found good.
  private record Seen(long number, String hash) {}

  synchronized void lookAround() {
    var bad = firstBad();
    if (bad.isPresent()) {
      log.error("The audit is broken at entry {}. Run bin/sightline verify-audit", bad.getAsLong());
      alerts.raiseOnce("chain-broken", null, null, "entry " + bad.getAsLong());
    }
  }

  private OptionalLong firstBad() {
    long length = chain.length();
    var known = last;
    if (known != null && !chain.hash(known.number()).filter(known.hash()::equals).isPresent()) {
      last = null;
      return OptionalLong.of(known.number());
    }
    long from = Math.max(known == null ? 0 : known.number(), length - PIECE);
    var bad = chain.firstBad(from, length);
    if (bad.isEmpty() && inTurn < from) {
      long to = Math.min(inTurn + PIECE, from);
      bad = chain.firstBad(inTurn, to);
      inTurn = to;
    } else {
      inTurn = 0;
    }
    if (bad.isEmpty() && !chain.endsWell()) {
      bad = OptionalLong.of(length + 1);
    }
    if (bad.isEmpty() && length > 0) {
      last = chain.hash(length).map(hash -> new Seen(length, hash)).orElse(null);
    }
    return bad;
  }
}
