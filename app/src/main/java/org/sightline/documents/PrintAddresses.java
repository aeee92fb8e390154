package org.sightline.documents;

import java.util.Locale;

/// Which addresses a printed page may use: places in itself, and pictures it carries with it.
final class PrintAddresses {

  private PrintAddresses() {}

  static boolean allowed(String uri) {
    var address = uri.strip().toLowerCase(Locale.ROOT);
    return address.startsWith("#")
        || address.startsWith("data:image/png;base64,")
        || address.startsWith("data:image/jpeg;base64,");
  }
}
