package org.sightline.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.TwoPeople;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.InTheWay;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Share.Kind;
import org.sightline.sharing.Share.State;
import org.sightline.sharing.Share.StepKind;
import org.sightline.sharing.Share.Way;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The sharing desk: what is prepared, checked, sent, taken back and confirmed. [Passing] is for
/// what goes without any of it, and [SharedReading] reads.
@Component
public class Shares {

  private final Processes processes;
  private final Desks desks;
  private final JdbcShares shares;
  private final ShareWriting writing;
  private final JdbcAgreements agreements;
  private final Organisations organisations;
  private final TwoPeople two;
  private final Saying saying;
  private final Words words;
  private final Clock clock;

  Shares(
      Processes processes,
      Desks desks,
      JdbcShares shares,
      ShareWriting writing,
      JdbcAgreements agreements,
      Organisations organisations,
      TwoPeople two,
      Saying saying,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.desks = desks;
    this.shares = shares;
    this.writing = writing;
    this.agreements = agreements;
    this.organisations = organisations;
    this.two = two;
    this.saying = saying;
    this.words = words;
    this.clock = clock;
  }

  /// A decision to share although no agreement covers it.
  public record Decision(Basis basis, String reason) {}

  /// What of this workspace can go along.
  public List<Shareable> offered(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          desks.requireSharer(who, workspace);
          return desks.shareables(who, workspace);
        });
  }

  /// The school a workspace belongs to.
  public WorkspaceId schoolOf(SignedIn who, WorkspaceId workspace) {
    return processes.look(who, () -> desks.schoolOf(workspace));
  }

  /// Who owns what is shared from here, unless somebody says otherwise.
  public String ownerOf(SignedIn who, WorkspaceId workspace) {
    return processes.look(who, () -> desks.ownerOf(workspace));
  }

  /// Starts a share. Nothing leaves.
  public UUID prepare(SignedIn who, WorkspaceId workspace, Content content) {
    UUID id = UUID.randomUUID();
    return processes.change(
        who,
        Act.in(workspace, "sharing.share-prepared", id),
        () -> {
          desks.requireSharer(who, workspace);
          var share = started(who, id, workspace, Kind.SHARE, false);
          writing.add(who, share);
          writing.addVersion(who, share, 0, counted(who, workspace, content));
          return id;
        });
  }

  /// Writes another version of what is prepared.
  ///
  /// @param before the version that was read
  /// @throws Stale when somebody else wrote one meanwhile
  public void change(SignedIn who, UUID id, int before, Content content) {
    processes.change(
        who,
        Act.of("sharing.share-changed", id),
        () -> {
          var share = prepared(who, id);
          var counted = counted(who, share.workspace(), content);
          if (!writing.addVersion(who, share, before, counted)) {
            throw new Stale(words.say("sharing.refused.stale"));
          }
        });
  }

  /// Whether it can go now.
  public Verdict check(SignedIn who, UUID id) {
    return processes.look(who, () -> judge(who, prepared(who, id)));
  }

  /// Sends what is prepared: under the agreement that covers it, else by this decision. For
  /// [Share#UNDO] nothing leaves and it can be taken back.
  ///
  /// @param version the one that was checked
  /// @param typed for each recipient what was typed to confirm it
  /// @throws Refused when it cannot go, with the sentence that says why
  public void send(
      SignedIn who, UUID id, int version, Map<UUID, String> typed, @Nullable Decision decision) {
    processes.change(
        who,
        Act.of("sharing.share-sent", id),
        () -> {
          var share = prepared(who, id);
          if (share.latest().number() != version) {
            throw new Stale(words.say("sharing.refused.stale"));
          }
          Verdict verdict = judge(who, share);
          if (!unconfirmed(share, typed).isEmpty()) {
            throw new Refused(words.say("sharing.refused.recipient"));
          }
          if (!(verdict instanceof Verdict.Blocked) && share.content().takesTwo()) {
            two.require(who, matter(share));
          }
          add(
              who,
              share,
              switch (verdict) {
                case Verdict.Covered covered ->
                    sent(
                        who,
                        share,
                        Way.AGREEMENT,
                        covered.agreement().id(),
                        covered.version(),
                        null);
                case Verdict.Uncovered uncovered -> {
                  if (decision == null) {
                    throw new InTheWay(saying.sentence(uncovered.why()));
                  }
                  yield sent(who, share, Way.DECISION, null, null, decision);
                }
                case Verdict.Blocked blocked -> throw new InTheWay(saying.sentence(blocked.why()));
              });
        });
  }

  /// Asks for the second person that a share about many people takes (AC-12).
  public void askSecondPerson(SignedIn who, UUID id, String reason) {
    var share = processes.look(who, () -> prepared(who, id));
    two.ask(who, matter(share), "/sharing/shares/" + id, reason, null);
  }

  /// What was asked of a second person about a share as it stands.
  public Optional<TwoPeople.Asked> secondPerson(SignedIn who, Share share) {
    return two.of(who, matter(share));
  }

  private static TwoPeople.Matter matter(Share share) {
    return new TwoPeople.Matter(
        "sharing.many-people", share.workspace(), share.id(), share.latest().number());
  }

  /// What goes along counts, whatever was said.
  private Content counted(SignedIn who, WorkspaceId workspace, Content content) {
    int named =
        desks.shareables(who, workspace).stream()
            .filter(one -> content.items().stream().anyMatch(i -> i.record().equals(one.record())))
            .mapToInt(Shareable::people)
            .sum();
    Integer said = content.people();
    return named > (said == null ? 0 : said) ? content.withPeople(named) : content;
  }

  /// The recipients whose name was not typed as it stands.
  public List<UUID> unconfirmed(SignedIn who, UUID id, Map<UUID, String> typed) {
    return processes.look(who, () -> unconfirmed(prepared(who, id), typed));
  }

  /// Takes back what was sent less than [Share#UNDO] ago: nothing has left.
  public void undo(SignedIn who, UUID id) {
    processes.change(
        who,
        Act.of("sharing.share-undone", id),
        () -> {
          var share = mine(who, id);
          if (share.state(clock.instant()) != State.LEAVING) {
            throw new InTheWay(words.say("sharing.refused.gone"));
          }
          add(who, share, step(who, share, StepKind.UNDONE, null, null));
        });
  }

  /// Decides not to send what is prepared.
  public void withhold(SignedIn who, UUID id, Withheld why, String reason) {
    processes.change(
        who,
        Act.of("sharing.share-withheld", id),
        () -> {
          var share = prepared(who, id);
          add(who, share, step(who, share, StepKind.NOT_SHARED, why, reason));
        });
  }

  /// Records whether it arrived.
  ///
  /// @param note what came back, if anything
  public void receipt(SignedIn who, UUID id, boolean arrived, @Nullable String note) {
    processes.change(
        who,
        Act.of("sharing.receipt-recorded", id).with("arrived=" + arrived),
        () -> {
          var share = mine(who, id);
          if (share.state(clock.instant()) != State.SHARED) {
            throw new InTheWay(words.say("sharing.refused.not-gone"));
          }
          var kind = arrived ? StepKind.ARRIVED : StepKind.NOT_ARRIVED;
          add(who, share, step(who, share, kind, null, note));
        });
  }

  private List<UUID> unconfirmed(Share share, Map<UUID, String> typed) {
    var all = organisations.read();
    return share.content().recipients().stream()
        .filter(to -> !Names.same(typed.getOrDefault(to.id(), ""), nameOf(to, all)))
        .map(Recipient::id)
        .toList();
  }

  /// What is typed to confirm somebody: the organisation, or the family member.
  static String nameOf(Recipient to, List<Organisation> all) {
    return all.stream()
        .filter(one -> one.id().equals(to.organisation()))
        .map(Organisation::name)
        .findFirst()
        .orElse(String.valueOf(to.person()));
  }

  private Verdict judge(SignedIn who, Share share) {
    return new Check(
            agreements.all(),
            organisations.read(),
            desks.shareables(who, share.workspace()),
            share.school(),
            today())
        .judge(share.content());
  }

  /// @throws Refused when it is no longer only prepared
  private Share prepared(SignedIn who, UUID id) {
    var share = mine(who, id);
    if (share.kind() != Kind.SHARE || share.state(clock.instant()) != State.PREPARED) {
      throw new InTheWay(words.say("sharing.refused.settled"));
    }
    return share;
  }

  /// One the person shares, or its author.
  private Share mine(SignedIn who, UUID id) {
    var share = shares.held(id).stream().findFirst().orElseThrow(NotThere::new);
    if (share.kind() == Kind.SHARE || !share.by().equals(who.user())) {
      desks.requireSharer(who, share.workspace());
    }
    return share;
  }

  private void add(SignedIn who, Share share, Share.Step step) {
    if (!writing.step(who, share, step)) {
      throw new Stale(words.say("sharing.refused.stale"));
    }
  }

  private Share started(
      SignedIn who, UUID id, WorkspaceId workspace, Kind kind, boolean aboutStaff) {
    return new Share(
        id,
        workspace,
        desks.schoolOf(workspace),
        kind,
        aboutStaff,
        who.user(),
        clock.instant(),
        List.of(),
        List.of());
  }

  private Share.Step sent(
      SignedIn who,
      Share share,
      Way way,
      @Nullable UUID agreement,
      @Nullable Integer agreementVersion,
      @Nullable Decision decision) {
    Instant now = clock.instant();
    return new Share.Step(
        share.lastStep() + 1,
        share.latest().number(),
        StepKind.SENT,
        way,
        agreement,
        agreementVersion,
        decision == null ? null : decision.basis(),
        null,
        decision == null ? null : decision.reason(),
        now.plus(Share.UNDO),
        who.user(),
        now);
  }

  private Share.Step step(
      SignedIn who,
      Share share,
      StepKind kind,
      @Nullable Withheld withheld,
      @Nullable String reason) {
    return new Share.Step(
        share.lastStep() + 1,
        share.latest().number(),
        kind,
        null,
        null,
        null,
        null,
        withheld,
        reason,
        null,
        who.user(),
        clock.instant());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
