package org.sightline.network;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Entry;
import org.sightline.network.map.Picture;
import org.sightline.network.map.Refusal;
import org.sightline.network.map.Refusal.Reason;
import org.springframework.stereotype.Component;

/// The maps of pieces of work about people. Reading needs the piece of work to be open to the
/// reader; drawing needs to work on it.
@Component
public class Maps {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcMaps maps;
  private final Clock clock;

  Maps(Processes processes, Workspaces workspaces, JdbcMaps maps, Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.maps = maps;
    this.clock = clock;
  }

  /// The map as it stands, to be read.
  ///
  /// @throws NotThere when the piece of work is not open to the reader
  public Picture open(SignedIn who, WorkspaceId workspace) {
    return processes.read(
        who,
        Act.in(workspace, "network.map-read", workspace.value()),
        () -> {
          workspaces.require(who, workspace);
          return Picture.of(maps.after(workspace, 0));
        });
  }

  /// What was drawn since, for somebody who has the map open. That nothing was is no reading.
  ///
  /// @param seen the last entry they have
  public List<Entry> since(SignedIn who, WorkspaceId workspace, long seen) {
    long last =
        processes.look(
            who,
            () -> {
              workspaces.require(who, workspace);
              return maps.last(workspace);
            });
    if (last <= seen) {
      return List.of();
    }
    return processes.read(
        who,
        Act.in(workspace, "network.map-followed", workspace.value()),
        () -> {
          workspaces.require(who, workspace);
          return maps.after(workspace, seen);
        });
  }

  /// Draws. The same edit sent twice is one.
  ///
  /// @param seen the last entry the author had seen
  /// @return the number of the entry it is now
  /// @throws NotDrawn when it does not fit what stands on the map
  /// @throws NotThere when the author does not work on it
  public long draw(SignedIn who, WorkspaceId workspace, Edit edit, long seen) {
    return processes.change(
        who,
        Act.in(workspace, "network.map-drawn", edit.id()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          maps.hold(workspace);
          long number = maps.numberOf(workspace, edit.id());
          return number > 0 ? number : take(who, workspace, edit, seen);
        });
  }

  /// Takes an entry back; taking that back says it again.
  ///
  /// @param number of the entry
  /// @param because why what it drew is taken off
  /// @return the number of the new entry
  /// @throws NotDrawn when somebody has said something else since
  /// @throws NotThere when there is no such entry, or the author does not work on it
  public long takeBack(SignedIn who, WorkspaceId workspace, long number, String because) {
    return processes.change(
        who,
        Act.in(workspace, "network.map-taken-back", workspace.value()),
        () -> {
          workspaces.require(who, workspace, Casework.WORKERS);
          maps.hold(workspace);
          var entries = maps.after(workspace, 0);
          if (number < 1 || number > entries.size()) {
            throw new NotThere();
          }
          var picture = Picture.of(entries);
          var edit = picture.takingBack(entries.get(Math.toIntExact(number - 1)), because);
          if (edit == null) {
            throw new NotDrawn(new Refusal(Reason.CHANGED_MEANWHILE, null, null, picture.last()));
          }
          return add(who, workspace, picture, edit, number);
        });
  }

  private long take(SignedIn who, WorkspaceId workspace, Edit edit, long seen) {
    var picture = Picture.of(maps.after(workspace, 0));
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
    return entry.number();
  }
}
