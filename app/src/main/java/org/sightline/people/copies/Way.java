package org.sightline.people.copies;

/// How a copy leaves.
enum Way {
  /// On paper, from the page.
  PRINT,
  /// Picked up by a colleague who signs in here.
  PICK_UP,
  /// As an encrypted file, for somebody who does not.
  FILE
}
