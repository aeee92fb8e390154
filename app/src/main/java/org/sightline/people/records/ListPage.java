package org.sightline.people.records;

import java.util.List;
import org.sightline.people.Released;

/// The people a piece of work holds.
///
/// @param released what it let go lately
public record ListPage(
    String workspace, String title, List<Row> rows, List<Released> released, boolean mayWrite) {

  /// @param notSafe whether it is not safe to tell a parent or carer
  public record Row(
      String id, String name, String aliases, String kind, String age, boolean notSafe) {}
}
