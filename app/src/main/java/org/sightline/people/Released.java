package org.sightline.people;

import java.time.Instant;

/// A record that a piece of work let go.
public record Released(PersonId id, Instant at) {}
