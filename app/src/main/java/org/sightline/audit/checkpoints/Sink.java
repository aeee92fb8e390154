package org.sightline.audit.checkpoints;

import java.io.IOException;

/// Where checkpoints go: somewhere the database's roles cannot write.
interface Sink {

  /// What it is, in one word of `audit.sink.…`.
  String kind();

  /// Delivers one line; when it returns, the line is there to stay.
  ///
  /// @throws IOException when it is not there; it is tried again
  void deliver(String line) throws IOException;
}
