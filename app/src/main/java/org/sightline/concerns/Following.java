package org.sightline.concerns;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Inside the wall: what the safeguarding lead, the deputy and the head do with the concerns that
/// are theirs to read. Everything here answers "not there" to everybody else.
@Component
public class Following {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcConcerns concerns;
  private final ConcernRules rules;
  private final Clock clock;

  Following(
      Processes processes,
      Workspaces workspaces,
      JdbcConcerns concerns,
      ConcernRules rules,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.concerns = concerns;
    this.rules = rules;
    this.clock = clock;
  }

  /// A concern in the queue. In order: danger that nobody has looked at, then the oldest duty, then
  /// what is decided, and at the end what is closed.
  public record Queued(Concern concern, Duty duty) implements Comparable<Queued> {

    private static final Comparator<Queued> ORDER =
        Comparator.comparing((Queued queued) -> queued.concern.state() == ConcernState.ENDED)
            .thenComparing(queued -> !queued.concern.isUnseenDanger())
            .thenComparing(queued -> queued.duty.endsAt())
            .thenComparing(queued -> queued.concern.raisedAt())
            .thenComparing(queued -> queued.concern.id().value());

    @Override
    public int compareTo(Queued other) {
      return ORDER.compare(this, other);
    }
  }

  /// A concern that is open before its reader.
  ///
  /// @param answers by the ids of the questions of the form
  public record Opened(Concern concern, Duty duty, Map<String, String> answers) {

    public Opened {
      answers = Map.copyOf(answers);
    }
  }

  /// What is decided.
  ///
  /// @param outcome of the list in `concern-form.yaml`
  /// @param told whether the young person was told, and if not why; `null` where it was left out
  /// @param ends whether nothing more is to be done
  public record Decision(
      ConcernForm.Outcome outcome, String reason, @Nullable String told, boolean ends) {

    public Decision {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("A decision without a reason");
      }
    }
  }

  /// The reader's queue: danger that nobody has looked at, then the oldest duty; at the end what is
  /// closed.
  public List<Queued> queue(SignedIn who) {
    return processes.read(
        who,
        new Act("concerns.queue-read", null, null, null),
        () ->
            concerns.readable().stream()
                .filter(concern -> isOpenTo(who, concern))
                .map(concern -> new Queued(concern, duty(concern)))
                .sorted()
                .toList());
  }

  /// Opens a concern. The first opening is the moment it was seen, and says by whom.
  ///
  /// @throws NotThere when it is not theirs to read
  public Opened open(SignedIn who, ConcernId id) {
    var opened = read(who, id);
    if (opened.concern().state() != ConcernState.WAITING) {
      return opened;
    }
    try {
      append(who, id, StepKind.SEEN, opened.concern().version(), null, null, null);
    } catch (Stale anotherReaderWasFirst) {
      return read(who, id);
    }
    return read(who, id);
  }

  /// Writes down what happened. Nothing that is written is ever edited.
  public void note(SignedIn who, ConcernId id, String text) {
    append(who, id, StepKind.NOTED, null, null, text, null);
  }

  /// Decides, and closes where nothing more is to be done.
  ///
  /// @param version the last step the reader has seen
  /// @throws Stale when more has happened since
  public void decide(SignedIn who, ConcernId id, int version, Decision decision) {
    append(
        who,
        id,
        decision.ends() ? StepKind.CLOSED : StepKind.DECIDED,
        version,
        decision.outcome().id(),
        decision.reason(),
        decision.told());
  }

  /// Opens a closed concern again; its time starts anew, and what was missed before stays missed.
  public void reopen(SignedIn who, ConcernId id, int version, String reason) {
    append(who, id, StepKind.REOPENED, version, null, reason, null);
  }

  private Opened read(SignedIn who, ConcernId id) {
    return processes.read(
        who,
        Act.of("concerns.concern-read", id.value()),
        () -> {
          var concern = readable(who, id);
          workspaces.showing(concern.school(), id.value());
          return new Opened(concern, duty(concern), concerns.answers(id));
        });
  }

  private void append(
      SignedIn who,
      ConcernId id,
      StepKind kind,
      @Nullable Integer version,
      @Nullable String outcome,
      @Nullable String words,
      @Nullable String told) {
    Function<Concern, Step> step =
        concern ->
            new Step(
                UUID.randomUUID(),
                concern.version() + 1,
                concern.cycle() + (kind == StepKind.REOPENED ? 1 : 0),
                kind,
                clock.instant(),
                who.user(),
                outcome,
                words,
                told);
    try {
      processes.change(
          who,
          Act.of(kind.act(), id.value()),
          () -> {
            var concern = readable(who, id);
            if (version != null && version != concern.version()) {
              throw stale();
            }
            if (concern.state().after(kind).isEmpty()) {
              throw new Refused(concern.state().refusal());
            }
            concerns.append(id, step.apply(concern));
          });
    } catch (DuplicateKeyException somebodyElseFirst) {
      throw stale();
    }
  }

  private Concern readable(SignedIn who, ConcernId id) {
    var concern = concerns.readable(id);
    if (!isOpenTo(who, concern)) {
      throw new NotThere();
    }
    return concern;
  }

  /// Repeats in code what row-level security decides (architecture.md, Workspace).
  private boolean isOpenTo(SignedIn who, Concern concern) {
    return concern.isOpenTo(who.user(), workspaces.roles(who, concern.school()));
  }

  private Duty duty(Concern concern) {
    return rules.duty(concern.route(), concern.cycles(), clock.instant());
  }

  private static Stale stale() {
    return new Stale(
        "Something was added to this concern since you opened it. Nothing was overwritten. Read"
            + " what was added, then send yours again.");
  }
}
