package org.sightline.people;

import java.time.Instant;
import org.sightline.kernel.UserId;

/// That somebody opened a protected address by itself, and why.
public record AddressOpening(UserId by, Instant at, String reason) {}
