package org.sightline.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.ClosedRecords;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Entry;
import org.sightline.network.map.Field;
import org.sightline.network.map.KeptBack;
import org.sightline.network.map.Picture;
import org.sightline.network.map.Refusal;
import org.sightline.network.map.Refusal.Reason;
import org.sightline.network.map.Steps;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The maps of pieces of work about people. Reading needs the piece of work to be open to the
/// reader; drawing needs to work on it. A person whose record is closed to the reader is not on
/// their map, nor is any line to them.
@Component
public class Maps {

  private static final Set<Field> THINS = Set.of(Field.OFF, Field.SAME_AS, Field.RECORD);

  private final Processes processes;
  private final Workspaces workspaces;
  private final ClosedRecords closed;
  private final OpenExercises exercises;
  private final JdbcMaps maps;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Maps(
      Processes processes,
      Workspaces workspaces,
      ClosedRecords closed,
      OpenExercises exercises,
      JdbcMaps maps,
      ApplicationEventPublisher events,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.closed = closed;
    this.exercises = exercises;
    this.maps = maps;
    this.events = events;
    this.clock = clock;
  }

  /// A map as one reader sees it.
  ///
  /// @param member whether they work on it; everybody else is told of no young person as a source
  /// @param mayDraw whether they work on it today in a role that draws
  public record Sight(Picture picture, boolean member, boolean mayDraw) {}

  /// What happened on a map since.
  ///
  /// @param touched what something was said of; some may be off the map now
  public record News(Sight sight, Set<ElementId> touched) {}

  /// The map as it stands, to be read.
  ///
  /// @throws NotThere when the piece of work is not open to the reader
  public Picture open(SignedIn who, WorkspaceId workspace) {
    return see(who, workspace).picture();
  }

  /// The same, with what the reader may do.
  ///
  /// @throws NotThere when the piece of work is not open to the reader
  public Sight see(SignedIn who, WorkspaceId workspace) {
    return processes.readOfSeveral(
        who,
        Act.in(workspace, "network.map-read", workspace.value()),
        () -> sight(who, workspace),
        sight -> sight.picture().people());
  }

  /// The map, of which the reader looks at one element closely.
  ///
  /// @throws NotThere when it is not on the map, nor ever was, or is not theirs to see
  public Sight see(SignedIn who, WorkspaceId workspace, ElementId element) {
    return processes.read(
        who,
        Act.in(workspace, "network.map-element-read", element.value()),
        () -> {
          var sight = sight(who, workspace);
          if (sight.picture().find(element) == null) {
            throw new NotThere();
          }
          return sight;
        });
  }

  /// Whether the reader may draw on the map of this piece of work.
  ///
  /// @throws NotThere when it is not open to them
  public boolean mayDraw(SignedIn who, WorkspaceId workspace) {
    return processes.look(who, () -> mayDraw(workspaces.require(who, workspace)));
  }

  /// The reader is about to draw.
  ///
  /// @throws NotThere when they may not
  /// @throws Refused when the exercise is closed, with what to do
  public void requireDrawer(SignedIn who, WorkspaceId workspace) {
    processes.look(
        who,
        () -> {
          if (!mayDraw(workspaces.require(who, workspace))) {
            throw new NotThere();
          }
          exercises.require(workspace);
          return true;
        });
  }

  /// What was drawn since, for somebody who has the map open. That nothing was is no reading.
  ///
  /// @param seen the last entry they have
  /// @return `null` when nothing was
  public @Nullable News since(SignedIn who, WorkspaceId workspace, long seen) {
    long last =
        processes.look(
            who,
            () -> {
              workspaces.require(who, workspace);
              return maps.last(workspace);
            });
    if (last <= seen) {
      return null;
    }
    return processes.readOfSeveral(
        who,
        Act.in(workspace, "network.map-followed", workspace.value()),
        () -> {
          var sight = all(who, workspace);
          var touched = new HashSet<ElementId>();
          var entries = maps.all(workspace);
          entries
              .subList(Math.toIntExact(Math.max(0, Math.min(seen, entries.size()))), entries.size())
              .forEach(
                  entry -> entry.edit().changes().forEach(each -> touched.add(each.element())));
          touched.removeIf(id -> sight.picture().find(id) == null);
          return new News(sight, touched);
        },
        news -> news.sight().picture().people());
  }

  /// What was done to a map.
  ///
  /// @param entries the first first, without those that speak of somebody closed to the reader
  public record Log(Sight sight, List<Entry> entries) {}

  /// @throws NotThere when the piece of work is not open to the reader
  public Log log(SignedIn who, WorkspaceId workspace) {
    return processes.readOfSeveral(
        who,
        Act.in(workspace, "network.map-log-read", workspace.value()),
        () -> {
          var sight = sight(who, workspace);
          var entries = visible(maps.all(workspace));
          return new Log(sight, sight.mayDraw() ? entries : withoutGone(entries));
        },
        log -> log.sight().picture().people());
  }

  /// Writes down that files of another program were looked at, to be drawn from. Nothing of them is
  /// kept by that.
  ///
  /// @throws NotThere when the reader does not work on it
  public void brought(SignedIn who, WorkspaceId workspace, int files) {
    processes.read(
        who,
        Act.in(workspace, "network.file-brought", workspace.value()).with("files " + files),
        () -> workspaces.require(who, workspace, Casework.WORKERS));
  }

  /// Draws. The same edit sent twice is one.
  ///
  /// @param seen the last entry the author had seen
  /// @return the number of the entry it is now
  /// @throws NotDrawn when it does not fit what stands on the map
  /// @throws NotThere when the author does not work on it
  /// @throws Refused when the exercise is closed
  public long draw(SignedIn who, WorkspaceId workspace, Edit edit, long seen) {
    if (edit.changes().isEmpty()) {
      throw new IllegalArgumentException("An edit changes something");
    }
    return processes.change(
        who,
        Act.in(workspace, "network.map-drawn", edit.id()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          maps.hold(workspace);
          exercises.require(workspace);
          long number = maps.numberOf(workspace, edit.id());
          return number > 0 ? number : take(who, workspace, edit, seen);
        });
  }

  /// Answers questions about one element, as far as the answers differ from those the author had
  /// seen: what they left as it was says nothing.
  ///
  /// @param edit its id, made with the form
  /// @param values as [Field#accepts] has them
  /// @param seen the last entry the author had seen
  /// @return whether anything was said
  /// @throws NotDrawn when it does not fit what stands on the map
  /// @throws NotThere when there is no such element, or the author does not work on it
  public boolean answer(
      SignedIn who,
      WorkspaceId workspace,
      UUID edit,
      ElementId element,
      Map<Field, String> values,
      long seen) {
    var before =
        processes.look(
            who,
            () -> {
              workspaces.require(who, workspace, Casework.WORKERS);
              var entries = maps.all(workspace);
              int last = Math.clamp(seen, 0, entries.size());
              var hidden = KeptBack.from(entries, closed.all());
              return Picture.of(entries.subList(0, last), hidden).find(element);
            });
    if (before == null) {
      throw new NotThere();
    }
    var changes = new ArrayList<Change>();
    values.forEach(
        (field, value) -> {
          if (!value.equals(before.value(field))) {
            changes.add(new Change(element, field, value));
          }
        });
    if (changes.isEmpty()) {
      return false;
    }
    draw(who, workspace, new Edit(edit, changes), seen);
    return true;
  }

  /// Takes an entry back; taking that back says it again.
  ///
  /// @param number of the entry
  /// @param because why what it drew is taken off
  /// @return the number of the new entry
  /// @throws NotDrawn when somebody has said something else since
  /// @throws NotThere when there is no such entry, or the author does not work on it
  public long takeBack(SignedIn who, WorkspaceId workspace, long number, String because) {
    return takenBack(
        who,
        workspace,
        entries -> {
          var entry = entries.stream().filter(each -> each.number() == number).toList();
          if (entry.isEmpty()) {
            throw new NotThere();
          }
          return entry;
        },
        because);
  }

  /// Takes back what the author did last and can still be taken back; what somebody has changed
  /// since stays.
  ///
  /// @throws NotDrawn when there is nothing to take back
  /// @throws NotThere when the author does not work on it
  public long undo(SignedIn who, WorkspaceId workspace, String because) {
    return takenBack(who, workspace, entries -> Steps.of(entries, who.user()).undo(), because);
  }

  /// Does again what the author undid last.
  ///
  /// @throws NotDrawn when there is nothing to do again
  /// @throws NotThere when the author does not work on it
  public long redo(SignedIn who, WorkspaceId workspace, String because) {
    return takenBack(who, workspace, entries -> Steps.of(entries, who.user()).redo(), because);
  }

  private long takenBack(
      SignedIn who,
      WorkspaceId workspace,
      Function<List<Entry>, Collection<Entry>> which,
      String because) {
    return processes.change(
        who,
        Act.in(workspace, "network.map-taken-back", workspace.value()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          maps.hold(workspace);
          exercises.require(workspace);
          var entries = maps.all(workspace);
          var candidates = which.apply(visible(entries));
          var picture = Picture.of(entries);
          for (var entry : candidates) {
            var edit = picture.takingBack(entry, because);
            if (edit != null && picture.refusal(edit, picture.last()) == null) {
              return add(who, workspace, picture, edit, entry.number());
            }
          }
          var reason = candidates.isEmpty() ? Reason.NOTHING_TO_UNDO : Reason.CHANGED_MEANWHILE;
          throw new NotDrawn(new Refusal(reason, null, null, picture.last()));
        });
  }

  /// The map as it stood when an entry was the last, under today's rules: who is closed to the
  /// reader now is not on it. Only for those who work on it (AC-08). Works inside a process.
  ///
  /// @param entry the number of an entry, or more for the map as it stands
  /// @throws NotThere when the reader does not work on it
  Sight then(SignedIn who, WorkspaceId workspace, long entry) {
    workspaces.require(who, workspace, Casework.WORKERS);
    var entries = maps.all(workspace);
    var hidden = KeptBack.from(entries, closed.all());
    int last = Math.clamp(entry, 0, entries.size());
    return new Sight(Picture.of(entries.subList(0, last), hidden), true, last == entries.size());
  }

  /// For those who only read, nobody who is off the map now is in it (AC-08).
  private Sight sight(SignedIn who, WorkspaceId workspace) {
    var sight = all(who, workspace);
    if (sight.mayDraw()) {
      return sight;
    }
    var entries = maps.all(workspace);
    var hidden = new HashSet<>(KeptBack.from(entries, closed.all()));
    hidden.addAll(KeptBack.gone(entries));
    return new Sight(Picture.of(entries, hidden), sight.member(), false);
  }

  private Sight all(SignedIn who, WorkspaceId workspace) {
    var held = workspaces.require(who, workspace);
    var entries = maps.all(workspace);
    var hidden = KeptBack.from(entries, closed.all());
    return new Sight(Picture.of(entries, hidden), !held.isEmpty(), mayDraw(held));
  }

  private static boolean mayDraw(Set<Role> held) {
    return List.of(Casework.WORKERS).stream().anyMatch(held::contains);
  }

  /// Without what speaks of somebody who is closed to the reader.
  private List<Entry> visible(List<Entry> entries) {
    var hidden = KeptBack.from(entries, closed.all());
    return entries.stream()
        .filter(
            entry ->
                entry.edit().changes().stream()
                    .noneMatch(change -> hidden.contains(change.element())))
        .toList();
  }

  private static List<Entry> withoutGone(List<Entry> entries) {
    var gone = KeptBack.gone(entries);
    return entries.stream()
        .filter(entry -> entry.edit().changes().stream().noneMatch(c -> gone.contains(c.element())))
        .toList();
  }

  private long take(SignedIn who, WorkspaceId workspace, Edit edit, long seen) {
    var picture = Picture.of(maps.all(workspace));
    var refusal = picture.refusal(edit, seen);
    if (refusal != null) {
      throw new NotDrawn(refusal);
    }
    return add(who, workspace, picture, edit, null);
  }

  private long add(
      SignedIn who, WorkspaceId workspace, Picture picture, Edit edit, @Nullable Long undoes) {
    var entry = new Entry(picture.last() + 1, edit, who.user(), clock.instant(), undoes);
    maps.add(workspace, entry);
    if (edit.changes().stream().anyMatch(change -> THINS.contains(change.field()))) {
      events.publishEvent(new Thinned(who, workspace));
    }
    return entry.number();
  }
}
