package org.sightline.kernel;

/// Says no to a person, in a sentence that says what is wrong and what to do next.
///
/// The message is shown as it stands, so it never holds a young person's name.
public class Refused extends RuntimeException {

  public Refused(String sentence) {
    super(sentence, null, false, false);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
