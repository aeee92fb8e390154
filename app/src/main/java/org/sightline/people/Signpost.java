package org.sightline.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What an asker learns of their question: whom to ask, and what those answered. Never who, what or
/// how many.
///
/// @param contacts one for each desk, by its words; empty when nothing is known or nothing may be
///     said
public record Signpost(UUID request, Instant at, List<Contact> contacts) {

  public Signpost {
    contacts = List.copyOf(contacts);
  }

  /// A desk to ask.
  public record Contact(String words, Answer answer) {}

  /// What the desk said.
  public enum Answer {
    WAITING,
    YES,
    NO
  }
}
