package org.sightline.engagement.pile;

/// A colleague's pile that waits.
///
/// @param files not read yet
/// @param pages read, with something to decide or a page missing
public record WaitingPile(String name, int files, int pages) {}
