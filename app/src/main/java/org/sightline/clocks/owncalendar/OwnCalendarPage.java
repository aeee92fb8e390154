package org.sightline.clocks.owncalendar;

/// One's own calendar.
///
/// @param since when the address was made; empty when there is none
/// @param address shown once, on the answer that made it; empty otherwise
public record OwnCalendarPage(String since, String address) {}
