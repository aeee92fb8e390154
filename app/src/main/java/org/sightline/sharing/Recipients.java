package org.sightline.sharing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who received what, for those who have to be told when it was wrong (RR-02).
@Component
public class Recipients {

  private final JdbcShares shares;
  private final Organisations organisations;
  private final Clock clock;

  Recipients(JdbcShares shares, Organisations organisations, Clock clock) {
    this.shares = shares;
    this.organisations = organisations;
    this.clock = clock;
  }

  /// Everybody this record went to, the first first, as far as the person who is acting may see the
  /// shares. What was taken back in time, or not shared, went to nobody. Runs inside a process.
  public List<Received> of(UUID record) {
    var names =
        organisations.read().stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name));
    return shares.with(record).stream()
        .filter(share -> share.state(clock.instant()) == Share.State.SHARED)
        .flatMap(share -> received(share, record).map(to -> said(share, to, name(names, to))))
        .toList();
  }

  private static @Nullable String name(Map<UUID, String> names, Recipient to) {
    return to.organisation() == null ? null : names.get(to.organisation());
  }

  private static Stream<Recipient> received(Share share, UUID record) {
    return share.versions().stream()
        .filter(version -> version.number() == share.decided().orElseThrow().version())
        .map(Share.Version::content)
        .filter(content -> content.items().stream().anyMatch(item -> item.record().equals(record)))
        .flatMap(content -> content.recipients().stream());
  }

  private static Received said(Share share, Recipient to, @Nullable String organisation) {
    var step = share.decided().orElseThrow();
    Instant end = step.finalAt();
    return new Received(
        share.id(),
        step.version(),
        organisation,
        to.person(),
        share.content().purpose(),
        share.content().route(),
        end == null ? step.at() : end,
        share.receipt().map(one -> one.kind() == Share.StepKind.ARRIVED).orElse(null));
  }
}
