package org.sightline.web;

import java.util.OptionalInt;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/// Tells a form that cannot be read from a fault of ours: an escape that is none, letters that are
/// no UTF-8, more fields than any page has (R-12, WB-12). The server only notices when somebody
/// first asks for a field, so it comes up anywhere.
final class Unreadable {

  private Unreadable() {}

  /// The status such a form is answered with; nothing when the failure is another.
  static OptionalInt statusOf(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidParameterException unreadable) {
        return OptionalInt.of(unreadable.getErrorCode());
      }
    }
    return OptionalInt.empty();
  }
}
