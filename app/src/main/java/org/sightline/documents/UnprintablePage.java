package org.sightline.documents;

/// A page that cannot be printed because it is not well-formed XHTML: a mistake in a template.
///
/// The message says where (line and column) and never quotes the page, which may hold names.
public final class UnprintablePage extends RuntimeException {

  UnprintablePage(String message) {
    super(message);
  }
}
