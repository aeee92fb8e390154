package org.sightline.people.records;

import java.util.List;
import org.sightline.people.Released;

/// The people a piece of work holds.
///
/// @param released what it let go lately
/// @param waiting how many questions from outside wait for the reader
public record ListPage(
    String workspace,
    String title,
    List<Row> rows,
    List<Released> released,
    int waiting,
    boolean mayWrite) {

  /// @param notSafe whether it is not safe to tell a parent or carer
  public record Row(
      String id, String name, String aliases, String kind, String age, boolean notSafe) {}
}
