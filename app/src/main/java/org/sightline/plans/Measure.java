package org.sightline.plans;

/// An entry of a school's library of measures (A67).
///
/// @param id stays when words change
/// @param version 0 as shipped
/// @param hint helps to answer whether it moves the harm
/// @param retired whether it is no longer offered
public record Measure(
    String id, int version, String kind, String title, String text, String hint, boolean retired) {

  public Measure {
    if (title.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("A measure needs a title and a text: " + id);
    }
  }
}
