package org.sightline.access.auditing;

/// An entry of the audit in words.
///
/// @param who a name; empty for the application itself
/// @param roles what they were on that day
/// @param what the act in a sentence
/// @param more ids and counts that belong to it; may be empty
/// @param record the id of what it was done to; may be empty
public record EntryLine(
    long number,
    String when,
    String who,
    String roles,
    String what,
    String more,
    boolean denied,
    String record) {}
