package org.sightline.network.map;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// An edit that was taken.
///
/// @param number its place in the log of the map, from 1 without gaps
/// @param undoes the edit it takes back, or `null`
public record Entry(long number, Edit edit, UserId by, Instant at, @Nullable Long undoes) {}
