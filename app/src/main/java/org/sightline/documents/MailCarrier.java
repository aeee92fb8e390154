package org.sightline.documents;

import java.time.Instant;
import java.util.UUID;

/// Takes a message to where it is read: a mail server, or a folder where there is none.
interface MailCarrier {

  /// Carries a message. The same id may come twice, when the application stopped between handing a
  /// message over and writing down that it had; then it is one message, not two.
  ///
  /// @throws NotTaken when it was not taken
  void carry(UUID id, Instant queuedAt, Message message) throws NotTaken;

  /// The message was not taken.
  final class NotTaken extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /// @param forGood whether the address itself was refused, so that trying again is no use
    NotTaken(boolean forGood, Throwable cause) {
      super(cause);
      this.forGood = forGood;
    }

    boolean isForGood() {
      return forGood;
    }
  }
}
