package org.sightline.kernel;

/// The one answer to "does not exist" and to "is not yours": nobody can tell them apart.
public class NotThere extends RuntimeException {

  public NotThere() {
    super("Not there", null, false, false);
  }
}
