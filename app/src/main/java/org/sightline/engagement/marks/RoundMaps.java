package org.sightline.engagement.marks;

/// How many maps a round holds at this moment. For the rules of publishing; never shown to a person
/// before they have allowed it.
///
/// @param maps of all closed sessions
/// @param sessions closed sessions that have brought in at least one map
/// @param unpublished maps that are in no publication yet
public record RoundMaps(int maps, int sessions, int unpublished) {}
