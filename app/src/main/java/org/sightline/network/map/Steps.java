package org.sightline.network.map;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.sightline.kernel.UserId;

/// What one person can undo and redo on a map, from the log alone: it survives a lost page, and
/// nobody undoes what somebody else did.
///
/// @param undo their entries that hold, the last first
/// @param redo the entries by which they took something back, the last first; empty as soon as they
///     do something else
public record Steps(Deque<Entry> undo, Deque<Entry> redo) {

  public static Steps of(Collection<Entry> entries, UserId by) {
    var undo = new ArrayDeque<Entry>();
    var redo = new ArrayDeque<Entry>();
    for (var entry : entries) {
      if (!entry.by().equals(by)) {
        continue;
      }
      Long undoes = entry.undoes();
      if (undoes == null) {
        redo.clear();
        undo.push(entry);
      } else if (undo.removeIf(each -> each.number() == undoes)) {
        redo.push(entry);
      } else {
        redo.removeIf(each -> each.number() == undoes);
        undo.push(entry);
      }
    }
    return new Steps(undo, redo);
  }
}
