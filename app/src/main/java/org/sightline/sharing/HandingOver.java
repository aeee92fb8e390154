package org.sightline.sharing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.documents.Copies.Occasion;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.PickUps;
import org.sightline.documents.Purpose;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Makes the copy of a record that was shared: once the share has gone, for those it went to, from
/// what its feature gives out.
@Component
public class HandingOver {

  private final Processes processes;
  private final Desks desks;
  private final JdbcShares shares;
  private final Organisations organisations;
  private final PickUps pickUps;
  private final Words words;
  private final Clock clock;

  HandingOver(
      Processes processes,
      Desks desks,
      JdbcShares shares,
      Organisations organisations,
      PickUps pickUps,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.desks = desks;
    this.shares = shares;
    this.organisations = organisations;
    this.pickUps = pickUps;
    this.words = words;
    this.clock = clock;
  }

  /// The records of a share that are handed over as a file.
  public List<Content.Item> files(Share share) {
    return share.state(clock.instant()) == Share.State.SHARED
        ? share.content().items().stream().filter(item -> desks.hasPaper(item.kind())).toList()
        : List.of();
  }

  /// Makes an encrypted file of a record for those who receive the share.
  ///
  /// @throws Refused while it can be taken back, or when it did not go
  public PickUps.Locked lock(SignedIn who, UUID id, UUID record) {
    return processes.change(
        who,
        Act.of("sharing.copy-made", id),
        () -> {
          var share = shares.one(id).stream().findFirst().orElseThrow(NotThere::new);
          desks.requireSharer(who, share.workspace());
          if (share.state(clock.instant()) != Share.State.SHARED) {
            throw new Refused(words.say("sharing.refused.not-gone"));
          }
          var item =
              share.content().items().stream()
                  .filter(one -> one.record().equals(record))
                  .findFirst()
                  .orElseThrow(NotThere::new);
          String toWhom = recipients(share);
          var document =
              desks
                  .document(who, share.workspace(), record, toWhom, toFamily(share))
                  .orElseThrow(NotThere::new);
          return pickUps.lock(
              who,
              new Original(item.kind() + "-shared", share.workspace(), record),
              new Occasion(Purpose.PARTNERS, toWhom),
              document);
        });
  }

  private static boolean toFamily(Share share) {
    return share.content().recipients().stream().anyMatch(to -> to.organisation() == null);
  }

  private String recipients(Share share) {
    Map<UUID, String> names =
        organisations.read().stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name));
    Function<Recipient, String> said =
        to -> {
          String name = to.organisation() == null ? "" : names.getOrDefault(to.organisation(), "");
          String person = to.person() == null ? "" : to.person();
          return name.isEmpty() || person.isEmpty() ? name + person : name + ": " + person;
        };
    return share.content().recipients().stream().map(said).collect(Collectors.joining(", "));
  }
}
