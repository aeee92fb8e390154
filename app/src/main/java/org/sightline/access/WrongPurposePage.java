package org.sightline.access;

/// That a piece of work cannot be open for this purpose.
public record WrongPurposePage(String piece, OpeningPurpose purpose) {}
