package org.sightline.engagement.marks;

/// The maps that came into a round between two publications.
///
/// @param publication number of the first publication that counted them, from 1
/// @param maps still there
/// @param gone taken out by their owners after they had been published
public record CohortMaps(int publication, int maps, int gone) {}
