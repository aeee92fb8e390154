package org.sightline.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Users;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.documents.Notices;
import org.sightline.kernel.InTheWay;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The register of information sharing agreements (H04, H05). Everybody who is signed in reads what
/// was ever in force; a governance officer writes; two persons bring a version into force (AC-12).
@Component
public class Agreements {

  /// How many days before its review day an agreement is on the list of those due.
  public static final int REVIEW_AHEAD = 30;

  private final Processes processes;
  private final Governing governing;
  private final JdbcAgreements agreements;
  private final Notices notices;
  private final Users users;
  private final Words words;
  private final Clock clock;

  Agreements(
      Processes processes,
      Governing governing,
      JdbcAgreements agreements,
      Notices notices,
      Users users,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.governing = governing;
    this.agreements = agreements;
    this.notices = notices;
    this.users = users;
    this.words = words;
    this.clock = clock;
  }

  /// All the reader may see, by title.
  public List<Agreement> all(SignedIn who) {
    return processes.look(who, this::sorted);
  }

  /// The same on paper: an export, and recorded as one.
  public List<Agreement> forPrint(SignedIn who) {
    return processes.read(
        who, Act.of("sharing.register-printed", who.user().value()), this::sorted);
  }

  /// @throws NotThere when there is none, or none the reader may see
  public Agreement find(SignedIn who, UUID id) {
    return processes.look(who, () -> one(id));
  }

  /// Those in force that are to be looked at again within [#REVIEW_AHEAD] days, the next first.
  public List<Agreement> dueForReview(SignedIn who) {
    return all(who).stream()
        .filter(agreement -> agreement.isDueForReview(today(), REVIEW_AHEAD))
        .sorted(Comparator.comparing(agreement -> agreement.terms().review()))
        .toList();
  }

  public boolean keeps(SignedIn who) {
    return processes.look(who, () -> governing.keeps(who));
  }

  public boolean mayActivate(SignedIn who) {
    return processes.look(who, () -> governing.mayActivate(who));
  }

  public String nameOf(SignedIn who, UserId user) {
    return processes.look(who, () -> users.nameOf(user));
  }

  public UUID add(SignedIn who, Terms terms) {
    UUID id = UUID.randomUUID();
    return processes.change(
        who,
        Act.of("sharing.agreement-added", id),
        () -> {
          governing.require(who);
          agreements.add(who, id);
          agreements.addVersion(who, id, 0, terms);
          return id;
        });
  }

  /// Writes another version. What is in force stays in force until this one is.
  ///
  /// @param before the version that was read
  /// @throws Stale when somebody else wrote one meanwhile
  public void change(SignedIn who, UUID id, int before, Terms terms) {
    processes.change(
        who,
        Act.of("sharing.agreement-changed", id),
        () -> {
          governing.require(who);
          one(id);
          if (!agreements.addVersion(who, id, before, terms)) {
            throw new Stale(words.say("sharing.refused.stale"));
          }
        });
  }

  /// Asks for the version that is being written, or that is suspended, to come into force. Somebody
  /// else has a week to say yes.
  public void ask(SignedIn who, UUID id) {
    processes.change(
        who,
        Act.of("sharing.activation-asked", id),
        () -> {
          governing.require(who);
          agreements.ask(who, id, startable(one(id)).number());
        });
  }

  /// Brings what somebody else asked for into force.
  ///
  /// @throws InTheWay when nobody asked, it was over a week ago, or it was the same person
  public void activate(SignedIn who, UUID id) {
    processes.change(
        who,
        Act.of("sharing.agreement-activated", id),
        () -> {
          if (!governing.mayActivate(who)) {
            throw new NotThere();
          }
          var agreement = one(id);
          var version = startable(agreement);
          var asked =
              agreement
                  .waiting(clock.instant())
                  .orElseThrow(() -> new InTheWay(words.say("sharing.refused.not-asked")));
          if (asked.by().equals(who.user())) {
            throw new InTheWay(words.say("sharing.refused.same-person"));
          }
          if (!governing.keeps(who) && !isHeadOfAParty(who, version)) {
            throw new NotThere();
          }
          agreements.step(who, id, version.number(), Agreement.StepKind.ACTIVATED, null);
          notices.settled(ReviewReminders.DUE, id);
        });
  }

  public void suspend(SignedIn who, UUID id, String reason) {
    stop(who, "sharing.agreement-suspended", id, Agreement.StepKind.SUSPENDED, reason);
  }

  public void end(SignedIn who, UUID id, String reason) {
    stop(who, "sharing.agreement-ended", id, Agreement.StepKind.ENDED, reason);
  }

  /// Takes back, within a day, that it ended.
  ///
  /// @throws InTheWay when it has not ended, or longer ago
  public void takeBack(SignedIn who, UUID id) {
    processes.change(
        who,
        Act.of("sharing.agreement-returned", id),
        () -> {
          governing.require(who);
          var agreement = one(id);
          if (agreement.returnableUntil(clock.instant()).isEmpty()) {
            throw new InTheWay(words.say("sharing.refused.not-returnable"));
          }
          var held = agreement.held().orElseThrow(NotThere::new);
          agreements.step(who, id, held.number(), Agreement.StepKind.RETURNED, null);
        });
  }

  private void stop(SignedIn who, String act, UUID id, Agreement.StepKind kind, String reason) {
    processes.change(
        who,
        Act.of(act, id),
        () -> {
          governing.require(who);
          var agreement = one(id);
          var held =
              agreement
                  .held()
                  .filter(
                      version ->
                          agreement.status() == Agreement.Status.IN_FORCE
                              || kind == Agreement.StepKind.ENDED
                                  && agreement.status() == Agreement.Status.SUSPENDED)
                  .orElseThrow(() -> new InTheWay(words.say("sharing.refused.not-in-force")));
          agreements.step(who, id, held.number(), kind, reason);
          notices.settled(ReviewReminders.DUE, id);
        });
  }

  private Agreement.Version startable(Agreement agreement) {
    return agreement
        .startable()
        .orElseThrow(() -> new InTheWay(words.say("sharing.refused.nothing-to-start")));
  }

  private boolean isHeadOfAParty(SignedIn who, Agreement.Version version) {
    return governing.headOf(who).stream().anyMatch(version.terms().parties()::contains);
  }

  private Agreement one(UUID id) {
    return agreements.all().stream()
        .filter(agreement -> agreement.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private List<Agreement> sorted() {
    return agreements.all().stream()
        .sorted(
            Comparator.comparing(
                (Agreement one) -> one.terms().title(), String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
