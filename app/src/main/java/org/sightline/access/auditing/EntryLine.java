package org.sightline.access.auditing;

import java.time.Instant;
import java.util.UUID;

/// An entry of the audit in words.
///
/// @param who a name; empty for the application itself
/// @param roles the role that let them in, else what they were on that day
/// @param agency they worked for; empty when it was not recorded
/// @param purpose they had the piece of work open for; empty when there was none to say
/// @param letIn what let them in; empty when nothing did or had to
/// @param what the act in a sentence
/// @param more ids and counts that belong to it; may be empty
/// @param record the id of what it was done to; may be empty
/// @param request correlates it with what the person was shown
public record EntryLine(
    long number,
    Instant at,
    String when,
    String who,
    String roles,
    String agency,
    String purpose,
    String letIn,
    String what,
    String more,
    boolean denied,
    String record,
    UUID request) {}
