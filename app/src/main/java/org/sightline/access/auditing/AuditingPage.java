package org.sightline.access.auditing;

import java.util.List;
import java.util.Map;
import org.sightline.kernel.UserId;

/// The latest entries, and what can be asked.
///
/// @param next the address of the entries before these; empty when there are none
/// @param people everybody the reader looks after, by name
/// @param acts every act there is, with its sentence
public record AuditingPage(
    List<EntryLine> entries,
    String next,
    Filter filter,
    Map<String, UserId> people,
    Map<String, String> acts,
    boolean badRecord) {

  public AuditingPage {
    entries = List.copyOf(entries);
  }
}
