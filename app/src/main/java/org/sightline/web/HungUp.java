package org.sightline.web;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Tells a visitor who closed the page before it was there, which happens all day, from a fault of
/// ours.
final class HungUp {

  private HungUp() {}

  /// Whether this failure, or one that caused it, is the visitor's connection. Told by type and not
  /// by words such as "broken pipe": the database's connection breaks in the same words.
  static boolean isIn(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientAbortException
          || cause instanceof AsyncRequestNotUsableException) {
        return true;
      }
    }
    return false;
  }
}
