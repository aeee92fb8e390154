package org.sightline.engagement.planning;

/// The form of the day by which students hear what the school did.
public record TellingPage(Round round, Filled filled) {}
