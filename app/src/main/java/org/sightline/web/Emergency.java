package org.sightline.web;

/// That somebody is where they came by break-glass: said on every page while it lasts (AC-09).
///
/// @param where the name of what is open
/// @param href where it lies
/// @param minutesLeft at least one
/// @param giveBack where the button leads
public record Emergency(String where, String href, long minutesLeft, String giveBack) {}
