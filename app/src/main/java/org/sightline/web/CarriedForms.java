package org.sightline.web;

/// Which forms an answer may carry back to whoever sent them. The access module knows.
public interface CarriedForms {

  /// @param path a form was sent to
  boolean has(String path);
}
