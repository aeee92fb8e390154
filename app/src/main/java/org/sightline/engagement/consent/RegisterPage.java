package org.sightline.engagement.consent;

import java.util.List;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Session;

/// The list of invited young people of a session.
public record RegisterPage(
    Round round, Session session, List<Entry> entries, TextVersion text, Filled filled) {

  public RegisterPage {
    entries = List.copyOf(entries);
  }

  /// Who has not returned a form (A21).
  public List<Entry> outstanding() {
    return entries.stream().filter(entry -> entry.returned() == null).toList();
  }

  public long takingPart() {
    return entries.stream().filter(Entry::takesPart).count();
  }

  public long withoutForm() {
    return entries.stream().filter(entry -> entry.issued() == null).count();
  }

  public String here() {
    return "/engagement/sessions/" + session.id() + "/consent";
  }
}
