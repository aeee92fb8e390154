package org.sightline.engagement.marking;

/// A page of the student site was asked for without a seat, or the session has closed since.
final class NotJoined extends RuntimeException {

  private final boolean closed;

  NotJoined(boolean closed) {
    super("Not joined", null, false, false);
    this.closed = closed;
  }

  /// Whether there was a seat, in a session that has ended.
  boolean closed() {
    return closed;
  }
}
