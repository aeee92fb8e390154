package org.sightline.contexts.floorplans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// The order zones are keyed in: floor by floor, and on each as one reads, rows from the top and
/// each from the left (issue 2, "Keyed from paper").
///
/// Label points drawn by hand are never quite level. A row takes in all that lie within 5% of the
/// plan's height below its topmost.
///
/// @param floor which floor an item is on, lowest number first
/// @param label the item's label point
public record PlanOrder<T>(ToIntFunction<T> floor, Function<T, Corner> label) {

  private static final double ROW_HEIGHT = 0.05;

  public List<T> sorted(List<T> items) {
    var downwards = new ArrayList<>(items);
    downwards.sort(
        Comparator.comparingInt(floor).thenComparing(byHeight()).thenComparing(byWidth()));
    var read = new ArrayList<T>();
    var row = new ArrayList<T>();
    for (var item : downwards) {
      if (!row.isEmpty() && startsNewRow(row.getFirst(), item)) {
        read.addAll(fromTheLeft(row));
        row.clear();
      }
      row.add(item);
    }
    read.addAll(fromTheLeft(row));
    return List.copyOf(read);
  }

  private Comparator<T> byHeight() {
    return Comparator.comparingDouble(item -> label.apply(item).y());
  }

  private Comparator<T> byWidth() {
    return Comparator.comparingDouble(item -> label.apply(item).x());
  }

  private boolean startsNewRow(T first, T item) {
    return floor.applyAsInt(first) != floor.applyAsInt(item)
        || label.apply(item).y() - label.apply(first).y() > ROW_HEIGHT;
  }

  private List<T> fromTheLeft(List<T> row) {
    return row.stream().sorted(byWidth()).toList();
  }
}
