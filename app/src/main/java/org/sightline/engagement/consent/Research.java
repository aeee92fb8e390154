package org.sightline.engagement.consent;

/// A round that is also research.
///
/// @param body who does it, as printed on the form
/// @param ethics its ethical approval: who gave it, and under which number
public record Research(String body, String ethics) {

  public Research {
    if (body.isBlank() || ethics.isBlank()) {
      throw new IllegalArgumentException("Research needs a body and its ethical approval");
    }
  }
}
