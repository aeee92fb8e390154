package org.sightline.engagement.marking;

/// What was sent is not what our page sends. Nothing is kept.
final class Unreadable extends RuntimeException {

  Unreadable() {
    super("Not from our page", null, false, false);
  }
}
