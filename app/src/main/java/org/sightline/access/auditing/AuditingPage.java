package org.sightline.access.auditing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.web.Answers;

/// The latest entries, and what can be asked.
///
/// @param next the address of the entries before these; empty when there are none
/// @param form with what was asked for, and what is wrong with it
/// @param opened records that were opened lately, by their ids, the last first
/// @param people everybody the reader looks after, by name
/// @param subjects what acts are about
/// @param acts those of the subject that was chosen, with their sentences
public record AuditingPage(
    List<EntryLine> entries,
    String next,
    Answers form,
    Map<String, String> opened,
    Map<String, String> people,
    Map<String, String> subjects,
    Map<String, String> acts) {

  public AuditingPage {
    entries = List.copyOf(entries);
    opened = ordered(opened);
    people = ordered(people);
    subjects = ordered(subjects);
    acts = ordered(acts);
  }

  private static Map<String, String> ordered(Map<String, String> options) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
