package org.sightline.access.auditing;

import java.util.List;

/// Who saw one record.
///
/// @param next the address of the entries before these; empty when there are none
/// @param around who could have seen a person on lists, maps and papers
public record RecordPage(
    String record, List<Person> people, List<Person> around, List<EntryLine> entries, String next) {

  public RecordPage {
    people = List.copyOf(people);
    around = List.copyOf(around);
    entries = List.copyOf(entries);
  }

  /// @param agencies they worked for then; says so when that was not recorded
  /// @param purposes they had the piece of work open for; empty when there were none to say
  /// @param onlyDenied whether they never got to see it
  public record Person(
      String name,
      String roles,
      String agencies,
      String purposes,
      int times,
      String first,
      String last,
      boolean onlyDenied) {}
}
