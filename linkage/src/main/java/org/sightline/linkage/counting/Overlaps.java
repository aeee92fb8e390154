package org.sightline.linkage.counting;

import java.util.List;

/// How many people there are on all lists together, and on each set of lists, beside what joining
/// on equal values would have said.
///
/// @param intersections people on all the named lists, whatever other list they are on
/// @param exactly people on the named lists and on no other
public record Overlaps(
    List<OfList> lists, Range distinct, List<OfLists> intersections, List<OfLists> exactly) {

  public Overlaps {
    lists = List.copyOf(lists);
    intersections = List.copyOf(intersections);
    exactly = List.copyOf(exactly);
  }

  public record OfList(String name, long rows, Range people) {}

  public record OfLists(List<String> lists, Range people) {
    public OfLists {
      lists = List.copyOf(lists);
    }
  }

  /// @param expected the mean over every place where the line could be drawn
  /// @param low as few as the doubtful links allow
  /// @param high as many as they allow
  /// @param exactJoin what a join on equal values would say
  public record Range(double expected, long low, long high, long exactJoin) {}
}
