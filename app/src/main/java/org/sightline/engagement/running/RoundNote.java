package org.sightline.engagement.running;

/// A note with the number of the session it was taken in.
public record RoundNote(int session, Run.Note note) {}
