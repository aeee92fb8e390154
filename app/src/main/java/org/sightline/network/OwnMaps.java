package org.sightline.network;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.ClosedRecords;
import org.sightline.access.Users;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.KeptBack;
import org.sightline.network.map.Picture;
import org.sightline.network.ownmap.Drawn;
import org.sightline.network.ownmap.Join;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Someone;
import org.sightline.network.ownmap.Status;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The maps young people draw of the people around them (B72 to B74, B95 to B102). Each belongs to
/// its young person: it is a document of its own, open to those who work on the exercise and to
/// nobody else, filed on nobody's record, and thrown away when they say so (practice.md, Safety 3).
///
/// Nothing is added to them once the exercise is closed; they can be finished and thrown away.
///
/// Whoever on it is confirmed to be somebody whose record is closed to the reader is not on it for
/// them, nor is an answer that points at them.
@Component
public class OwnMaps {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Processes processes;
  private final Workspaces workspaces;
  private final ClosedRecords closed;
  private final OpenExercises exercises;
  private final JdbcPreparing preparing;
  private final JdbcMaps maps;
  private final JdbcOwnMaps own;
  private final Users users;
  private final Words words;
  private final Clock clock;

  OwnMaps(
      Processes processes,
      Workspaces workspaces,
      ClosedRecords closed,
      OpenExercises exercises,
      JdbcPreparing preparing,
      JdbcMaps maps,
      JdbcOwnMaps own,
      Users users,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.closed = closed;
    this.exercises = exercises;
    this.preparing = preparing;
    this.maps = maps;
    this.own = own;
    this.users = users;
    this.words = words;
    this.clock = clock;
  }

  /// A young person and how far their own map is.
  ///
  /// @param statuses the last first
  public record Standing(Subject subject, List<Status> statuses, boolean isDrawn) {

    public @Nullable Status now() {
      return statuses.isEmpty() ? null : statuses.getFirst();
    }
  }

  /// The same with the map, if there is one.
  public record Found(Standing standing, @Nullable Drawn drawn) {

    /// The young person, and whom they put around them.
    int people() {
      var all = drawn == null ? List.<Someone>of() : drawn.map().people();
      return 1 + (int) all.stream().filter(Someone::isPerson).count();
    }

    /// @throws NotThere when there is none
    public Drawn need() {
      if (drawn == null) {
        throw new NotThere();
      }
      return drawn;
    }
  }

  /// Every young person who is part of the exercise.
  ///
  /// @throws NotThere when the reader does not work on it
  public List<Standing> list(SignedIn who, WorkspaceId work) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.own-maps-listed", work.value()),
        () -> {
          require(who, work);
          var statuses = own.statuses(work);
          var drawn = own.drawn(work);
          return preparing.subjects(work).stream()
              .filter(one -> one.kind() == Subject.Kind.YOUNG_PERSON)
              .filter(one -> one.decision() == Subject.Decision.PART)
              .map(one -> standing(one, statuses, drawn))
              .toList();
        },
        List::size);
  }

  /// @throws NotThere when the reader does not work on it, or there is no such young person
  public Found find(SignedIn who, WorkspaceId work, UUID subject) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.own-map-read", subject),
        () -> {
          require(who, work);
          return new Found(
              standing(subject(work, subject), own.statuses(work), own.drawn(work)),
              own.find(work, subject).map(drawn -> seen(work, drawn)).orElse(null));
        },
        Found::people);
  }

  /// Says how far it is (B72), and who does it (B74). What was said before stays.
  public void say(
      SignedIn who,
      WorkspaceId work,
      UUID subject,
      Status.Said said,
      @Nullable LocalDate day,
      String worker,
      String why,
      boolean told) {
    change(
        who,
        work,
        "network.own-map-status-said",
        subject,
        () -> own.say(who, work, subject, said, day, new JdbcOwnMaps.Told(worker, why, told)));
  }

  /// Whether something can still be added to the maps of the exercise.
  public boolean isOpen(SignedIn who, WorkspaceId work) {
    return processes.look(who, () -> exercises.isOpen(work));
  }

  /// What is drawn, asked and planned on the tablet.
  ///
  /// @throws Refused when the exercise is closed, as a young person reads it
  public void requireOpen(SignedIn who, WorkspaceId work) {
    processes.look(
        who,
        () -> {
          require(who, work);
          exercises.requireForYoungPeople(work);
          return true;
        });
  }

  /// They were told what happens with it, and said yes. A map that is there already goes on.
  public void begin(SignedIn who, WorkspaceId work, UUID subject) {
    together(
        who,
        work,
        "network.own-map-told",
        subject,
        () -> {
          if (own.find(work, subject).isEmpty()) {
            own.begin(who, work, subject);
          }
        });
  }

  /// They were told, and said no. That is no answer to anything else.
  public void decline(SignedIn who, WorkspaceId work, UUID subject) {
    together(
        who,
        work,
        "network.own-map-declined",
        subject,
        () -> {
          if (own.find(work, subject).isEmpty()) {
            notPossible(who, work, subject, "network.own.status.said-no");
          }
        });
  }

  /// Draws, answers or plans: one step, which undo takes back.
  public void draw(SignedIn who, WorkspaceId work, UUID subject, UnaryOperator<OwnMap> how) {
    together(
        who,
        work,
        "network.own-map-drawn",
        subject,
        () -> {
          var drawn = held(work, subject);
          var after = how.apply(drawn.map());
          if (!after.equals(drawn.map())) {
            own.add(who, work, drawn.id(), after);
          }
        });
  }

  /// @param forward does again what was undone
  public void step(SignedIn who, WorkspaceId work, UUID subject, boolean forward) {
    together(
        who,
        work,
        "network.own-map-drawn",
        subject,
        () -> {
          var drawn = held(work, subject);
          if (!(forward ? own.redo(drawn.id()) : own.undo(drawn.id()))) {
            throw new Refused(words.say("network.own.nothing-to-undo"));
          }
        });
  }

  /// They say it is finished. What they took off before is not kept.
  public void finish(SignedIn who, WorkspaceId work, UUID subject) {
    end(
        who,
        work,
        "network.own-map-finished",
        subject,
        () -> {
          own.finish(held(work, subject).id());
          var told = new JdbcOwnMaps.Told(worker(who, work, subject), "", true);
          own.say(who, work, subject, Status.Said.DONE, today(), told);
        });
  }

  /// They want it gone, and it is, from every backup too. That there was one stays written down.
  public void throwAway(SignedIn who, WorkspaceId work, UUID subject) {
    end(
        who,
        work,
        "network.own-map-thrown-away",
        subject,
        () -> {
          var drawn = held(work, subject);
          notPossible(who, work, subject, "network.own.status.thrown-away");
          own.throwAway(drawn.id(), subject);
        });
  }

  /// Confirms that somebody on it is somebody on the map of the professionals.
  ///
  /// @param someone on it; the id of the map is "me"
  public void join(SignedIn who, WorkspaceId work, UUID subject, UUID someone, ElementId node) {
    change(
        who,
        work,
        "network.own-map-joined",
        subject,
        () -> {
          var drawn = seen(work, held(work, subject));
          boolean known = someone.equals(drawn.id()) || drawn.map().find(someone) != null;
          if (!known || Picture.of(maps.all(work), hidden(work)).find(node) == null) {
            throw new NotThere();
          }
          if (drawn.joins().stream()
              .anyMatch(one -> one.someone().equals(someone) || one.node().equals(node.value()))) {
            throw new Refused(words.say("network.own.joined-already"));
          }
          own.join(who, work, drawn.id(), new JdbcOwnMaps.Pair(someone, node.value()));
        });
  }

  /// Takes a join back.
  public void separate(SignedIn who, WorkspaceId work, UUID subject, UUID join) {
    change(
        who,
        work,
        "network.own-map-separated",
        subject,
        () -> {
          var drawn = seen(work, held(work, subject));
          if (drawn.joins().stream().noneMatch(one -> one.id().equals(join))) {
            throw new NotThere();
          }
          own.separate(who, join);
        });
  }

  private Drawn held(WorkspaceId work, UUID subject) {
    return own.hold(work, subject).orElseThrow(NotThere::new);
  }

  /// As the reader may see it.
  private Drawn seen(WorkspaceId work, Drawn drawn) {
    var hidden = hidden(work);
    if (hidden.isEmpty()) {
      return drawn;
    }
    var gone = new HashSet<UUID>();
    var joins = new ArrayList<Join>();
    for (var join : drawn.joins()) {
      if (hidden.contains(new ElementId(join.node()))) {
        gone.add(join.someone());
      } else {
        joins.add(join);
      }
    }
    return drawn.with(drawn.map().hiding(gone), joins);
  }

  private Set<ElementId> hidden(WorkspaceId work) {
    var records = closed.all();
    return records.isEmpty() ? Set.of() : KeptBack.from(maps.all(work), records);
  }

  private void notPossible(SignedIn who, WorkspaceId work, UUID subject, String key) {
    var told = new JdbcOwnMaps.Told(worker(who, work, subject), words.say(key), true);
    own.say(who, work, subject, Status.Said.NOT_POSSIBLE, null, told);
  }

  /// Whoever was named for it, or who is there now.
  private String worker(SignedIn who, WorkspaceId work, UUID subject) {
    var named = standing(subject(work, subject), own.statuses(work), List.of()).now();
    return named == null || named.worker().isEmpty() ? users.nameOf(who.user()) : named.worker();
  }

  private static Standing standing(
      Subject subject, List<JdbcOwnMaps.Of> statuses, List<UUID> drawn) {
    return new Standing(
        subject,
        statuses.stream()
            .filter(one -> one.subject().equals(subject.id()))
            .map(JdbcOwnMaps.Of::status)
            .toList()
            .reversed(),
        drawn.contains(subject.id()));
  }

  private Subject subject(WorkspaceId work, UUID subject) {
    return preparing.subjects(work).stream()
        .filter(one -> one.id().equals(subject) && one.kind() == Subject.Kind.YOUNG_PERSON)
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  private void require(SignedIn who, WorkspaceId work) {
    workspaces.require(who, work, Casework.WORKERS);
    exercises.find(work);
  }

  /// What workers add or change.
  private void change(SignedIn who, WorkspaceId work, String act, UUID subject, Runnable what) {
    end(who, work, act, subject, () -> first(exercises::require, work, what));
  }

  /// What is added or changed on the tablet.
  private void together(SignedIn who, WorkspaceId work, String act, UUID subject, Runnable what) {
    end(who, work, act, subject, () -> first(exercises::requireForYoungPeople, work, what));
  }

  private static void first(Consumer<WorkspaceId> condition, WorkspaceId work, Runnable what) {
    condition.accept(work);
    what.run();
  }

  /// What a young person may always do with what is theirs.
  private void end(SignedIn who, WorkspaceId work, String act, UUID subject, Runnable what) {
    processes.change(
        who,
        Act.in(work, act, subject),
        () -> {
          require(who, work);
          subject(work, subject);
          what.run();
        });
  }
}
