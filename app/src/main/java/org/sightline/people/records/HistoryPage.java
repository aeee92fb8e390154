package org.sightline.people.records;

import java.util.List;

/// What a record said before.
public record HistoryPage(String workspace, String person, List<Version> versions) {

  /// @param because why it was written, or that it was the first
  public record Version(
      int number,
      String name,
      String kind,
      String age,
      String aliases,
      String notSafe,
      String because,
      String author) {}
}
