package org.sightline.store;

/// The application's own database cannot be used. The message is one or more plain sentences for
/// whoever started the application: what went wrong, where, and what to do.
public final class DatabaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(String sentences) {
    super(sentences);
  }

  DatabaseUnavailable(String sentences, Throwable cause) {
    super(sentences, cause);
  }
}
