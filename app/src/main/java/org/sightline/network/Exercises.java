package org.sightline.network;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.PieceOfWork;
import org.sightline.access.Purpose;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.clocks.DueDate;
import org.sightline.clocks.DueDates;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Reliances;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Mapping exercises: each is a piece of work of its own, with an objective, a map and dates to
/// keep. Reading needs the piece of work to be open to the reader; its chair says what it is for
/// and closes it.
@Component
public class Exercises {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Processes processes;
  private final Workspaces workspaces;
  private final Casework casework;
  private final Reliances reliances;
  private final JdbcExercises exercises;
  private final OpenExercises open;
  private final JdbcMaps maps;
  private final DueDates dueDates;
  private final ExerciseClocks clocks;
  private final Words words;
  private final Clock clock;

  Exercises(
      Processes processes,
      Workspaces workspaces,
      Casework casework,
      Reliances reliances,
      JdbcExercises exercises,
      OpenExercises open,
      JdbcMaps maps,
      DueDates dueDates,
      ExerciseClocks clocks,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.casework = casework;
    this.reliances = reliances;
    this.exercises = exercises;
    this.open = open;
    this.maps = maps;
    this.dueDates = dueDates;
    this.clocks = clocks;
    this.words = words;
    this.clock = clock;
  }

  /// What is said when an exercise is opened.
  ///
  /// @param relied the agreement in force it relies on, or `null`
  public record Opening(
      boolean isPractice,
      String framework,
      String unit,
      LocalDate identified,
      String source,
      Exercise.Standing agreement,
      @Nullable UUID relied,
      ExerciseText text) {}

  /// An exercise on a list.
  ///
  /// @param isDue whether one of its dates comes near, or has passed
  public record Listed(
      WorkspaceId id, String title, boolean isPractice, boolean isOpen, boolean isDue) {}

  /// An exercise with its dates.
  ///
  /// @param dates by their day; none for practice
  /// @param conflicts what cannot all be kept
  /// @param roles what the reader does there
  public record Standing(
      Exercise exercise,
      List<DueDate> dates,
      List<DateConflicts.Conflict> conflicts,
      List<Exercise.Event> events,
      boolean isChair,
      boolean isWorker) {}

  /// Opens an exercise with its workspace, its map and all its dates, or nothing of it.
  ///
  /// @throws NotThere when the place is not one where they may
  public WorkspaceId open(SignedIn who, WorkspaceId place, Purpose purpose, Opening opening) {
    return processes.look(
        who,
        () -> {
          var id = casework.open(who, place, purpose);
          processes.change(
              who,
              Act.in(id, "network.exercise-opened", id.value()),
              () -> {
                exercises.add(
                    who,
                    new JdbcExercises.Head(
                        id,
                        opening.isPractice(),
                        opening.framework(),
                        opening.unit(),
                        opening.identified(),
                        opening.source(),
                        opening.agreement(),
                        clock.instant().atOffset(ZoneOffset.UTC)));
                exercises.write(who, id, 1, opening.text(), null);
                maps.hold(id);
                clocks.compute(who, head(id));
              });
          if (opening.relied() != null) {
            reliances.rely(who, id, opening.relied());
          }
          return id;
        });
  }

  /// The reader's exercises: those that are open first, then by title.
  public List<Listed> mine(SignedIn who) {
    Map<WorkspaceId, String> titles =
        casework.mine(who).stream()
            .collect(Collectors.toMap(PieceOfWork::id, piece -> piece.purpose().title()));
    return processes.look(
        who,
        () ->
            exercises.heads().stream()
                .map(head -> listed(head.id(), titles.getOrDefault(head.id(), ""), head))
                .sorted(
                    java.util.Comparator.comparing((Listed one) -> !one.isOpen())
                        .thenComparing(Listed::title)
                        .thenComparing(one -> one.id().toString()))
                .toList());
  }

  private Listed listed(WorkspaceId id, String title, JdbcExercises.Head head) {
    boolean isOpen = exercises.ended(id).isEmpty();
    boolean isDue =
        isOpen
            && dueDates.of(id).stream()
                .map(date -> date.light(today()))
                .anyMatch(
                    light -> light == DueDate.Light.AT_RISK || light == DueDate.Light.OVERDUE);
    return new Listed(id, title, head.isPractice(), isOpen, isDue);
  }

  /// What every page of an exercise shows on top. It may name somebody, so that it is recorded.
  ///
  /// @throws NotThere when it is not open to the reader
  public Exercise find(SignedIn who, WorkspaceId id) {
    return processes.read(
        who,
        Act.in(id, "network.exercise-read", id.value()),
        () -> {
          workspaces.require(who, id);
          return exercise(id);
        });
  }

  /// The same, where a piece of work may be something else.
  public Optional<Exercise> findIfAny(SignedIn who, WorkspaceId id) {
    return processes.look(who, () -> exercises.head(id).isPresent())
        ? Optional.of(find(who, id))
        : Optional.empty();
  }

  /// @throws NotThere when it is not open to the reader
  public Standing read(SignedIn who, WorkspaceId id) {
    return processes.read(
        who,
        Act.in(id, "network.exercise-read", id.value()),
        () -> {
          var roles = workspaces.require(who, id);
          var exercise = exercise(id);
          var dates = dueDates.of(id);
          var opened = head(id).at().atZoneSameInstant(LONDON).toLocalDate();
          return new Standing(
              exercise,
              dates,
              exercise.isOpen()
                  ? DateConflicts.of(dates, exercise.identified(), opened, today())
                  : List.of(),
              exercises.events(id),
              roles.contains(Role.CHAIR),
              List.of(Casework.WORKERS).stream().anyMatch(roles::contains));
        });
  }

  public boolean isChair(SignedIn who, WorkspaceId id) {
    return casework.isChair(who, id);
  }

  /// Every text it had, the first first.
  public List<Exercise.Version> history(SignedIn who, WorkspaceId id) {
    return processes.read(
        who,
        Act.in(id, "network.exercise-history-read", id.value()),
        () -> {
          workspaces.require(who, id);
          head(id);
          return exercises.versions(id);
        });
  }

  /// @param version that was on the page
  public void change(SignedIn who, WorkspaceId id, int version, ExerciseText text, String because) {
    processes.change(
        who,
        Act.in(id, "network.exercise-changed", id.value()),
        () -> {
          workspaces.require(who, id, Role.CHAIR);
          head(id);
          open.require(id);
          if (!exercises.write(who, id, version + 1, text, because)) {
            throw new Stale(words.say("network.exercise.stale"));
          }
        });
  }

  /// One date with its earlier days and everything that was said of it.
  public record Dated(
      DueDate date, List<DueDates.Earlier> earlier, List<DueDate.Said> said, boolean mayWrite) {}

  /// @throws NotThere when the exercise has no such date
  public Dated date(SignedIn who, WorkspaceId id, String slot) {
    return processes.look(
        who,
        () -> {
          var roles = workspaces.require(who, id);
          var date = date(id, slot);
          return new Dated(
              date,
              dueDates.earlier(id, slot),
              dueDates.saidOf(id, slot),
              List.of(Casework.WORKERS).stream().anyMatch(roles::contains));
        });
  }

  /// Says when something was done or is planned, or why its date does not apply; what hangs on it
  /// is computed anew. Missed stays missed, also after closing.
  public void say(
      SignedIn who,
      WorkspaceId id,
      String slot,
      DueDate.Kind kind,
      @Nullable LocalDate day,
      @Nullable String because) {
    processes.change(
        who,
        Act.in(id, "network.date-said", id.value()).with(slot + " " + kind),
        () -> {
          workspaces.require(who, id, Casework.WORKERS);
          date(id, slot);
          dueDates.say(who, id, slot, kind, day, because);
          clocks.compute(who, head(id));
        });
  }

  /// Something happened that brings the review forward.
  public UUID happened(
      SignedIn who, WorkspaceId id, Exercise.EventKind kind, LocalDate day, String what) {
    UUID event = UUID.randomUUID();
    processes.change(
        who,
        Act.in(id, "network.review-event-added", event).with(kind.name()),
        () -> {
          workspaces.require(who, id, Casework.WORKERS);
          open.require(id);
          var head = head(id);
          exercises.addEvent(who, id, event, kind, day, what);
          clocks.compute(who, head);
        });
    return event;
  }

  /// Takes such an event back: the review is due as if it had not been written.
  public void takeBack(SignedIn who, WorkspaceId id, UUID event) {
    processes.change(
        who,
        Act.in(id, "network.review-event-taken-back", event),
        () -> {
          workspaces.require(who, id, Casework.WORKERS);
          open.require(id);
          var head = head(id);
          if (!exercises.takeBackEvent(who, id, event)) {
            throw new NotThere();
          }
          clocks.compute(who, head);
        });
  }

  /// Closes it with the recorded agreement that risk has reduced (B56, B57, B71).
  public void close(SignedIn who, WorkspaceId id, LocalDate agreedOn, String why, String agreedBy) {
    processes.change(
        who,
        Act.in(id, "network.exercise-closed", id.value()),
        () -> {
          workspaces.require(who, id, Role.CHAIR);
          head(id);
          if (exercises.ended(id).isPresent()) {
            throw new Refused(words.say("network.exercise.closed-already"));
          }
          exercises.end(who, id, agreedOn, why, agreedBy);
          dueDates.stop(who, id, today());
        });
  }

  /// Opens it again: the undo of closing.
  public void reopen(SignedIn who, WorkspaceId id) {
    processes.change(
        who,
        Act.in(id, "network.exercise-reopened", id.value()),
        () -> {
          workspaces.require(who, id, Role.CHAIR);
          head(id);
          if (exercises.ended(id).isEmpty()) {
            throw new Refused(words.say("network.exercise.open-already"));
          }
          exercises.end(who, id, null, null, null);
          dueDates.stop(who, id, null);
        });
  }

  private DueDate date(WorkspaceId id, String slot) {
    return dueDates.of(id).stream()
        .filter(one -> one.slot().equals(slot))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private JdbcExercises.Head head(WorkspaceId id) {
    return exercises.head(id).orElseThrow(NotThere::new);
  }

  private Exercise exercise(WorkspaceId id) {
    var head = head(id);
    var versions = exercises.versions(id);
    return new Exercise(
        id,
        casework.named(id).orElseThrow(NotThere::new).name(),
        head.isPractice(),
        head.framework(),
        head.unit(),
        head.identified(),
        head.source(),
        head.agreement(),
        versions.getLast().number(),
        versions.getLast().text(),
        exercises.ended(id).orElse(null));
  }

  /// Whether it has such a date now; one for practice has none. Runs inside a process.
  boolean hasDate(WorkspaceId id, String slot) {
    return dueDates.of(id).stream().anyMatch(one -> one.slot().equals(slot));
  }

  /// Whether that date was kept. Runs inside a process.
  boolean isDone(WorkspaceId id, String slot) {
    return date(id, slot).isDone();
  }

  /// The day in London.
  public LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
