package org.sightline.sharing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.access.ClosedRecords;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.documents.Copies.Occasion;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.PickUps;
import org.sightline.documents.Purpose;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
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
  private final ClosedRecords closedRecords;
  private final Words words;
  private final Clock clock;

  HandingOver(
      Processes processes,
      Desks desks,
      JdbcShares shares,
      Organisations organisations,
      PickUps pickUps,
      ClosedRecords closedRecords,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.desks = desks;
    this.shares = shares;
    this.organisations = organisations;
    this.pickUps = pickUps;
    this.closedRecords = closedRecords;
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
          var going = going(who, id, record);
          return pickUps.lock(
              who,
              going.original(),
              new Occasion(Purpose.PARTNERS, going.toWhom()),
              document(who, going));
        });
  }

  /// Leaves it for a colleague who signs in here: picked up once, within seven days (EX-06).
  ///
  /// @throws Refused as [#lock] does, or when they must not see somebody it names
  public void leave(SignedIn who, UUID id, UUID record, UserId receiver) {
    var closed = processes.look(SignedIn.as(receiver), closedRecords::all);
    processes.change(
        who,
        Act.of("sharing.copy-left", id),
        () -> {
          var going = going(who, id, record);
          if (desks.named(who, going.share().workspace(), going.item()).stream()
              .anyMatch(closed::contains)) {
            throw new Refused(words.say("sharing.refused.not-for-them"));
          }
          pickUps.leave(
              who,
              going.original(),
              new Occasion(Purpose.PARTNERS, going.toWhom()),
              receiver,
              document(who, going));
          return true;
        });
  }

  /// A record of a share that has gone, and whom it is for.
  private record Going(Share share, Content.Item item, String toWhom) {

    Original original() {
      return new Original(item.kind() + "-shared", share.workspace(), item.record());
    }
  }

  private Going going(SignedIn who, UUID id, UUID record) {
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
    return new Going(share, item, recipients(share));
  }

  private PickUps.Document document(SignedIn who, Going going) {
    var share = going.share();
    return desks
        .document(who, share.workspace(), going.item().record(), going.toWhom(), toFamily(share))
        .orElseThrow(NotThere::new);
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
