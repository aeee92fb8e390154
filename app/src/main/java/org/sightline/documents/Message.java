package org.sightline.documents;

import java.util.regex.Pattern;

/// A plain-text message to one address, which names nobody it is about: it says that something
/// waits and where to sign in.
///
/// Refused: an address that is not plain ASCII `name@place`, and a subject that is blank or over
/// 200 characters or has a line break, which could forge a header.
public record Message(String to, String subject, String text) {

  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^<>@,;:\"]]{1,64}@[A-Za-z0-9.-]{1,190}");

  public Message {
    if (!isAddress(to)) {
      throw new IllegalArgumentException("This is not an address we can write to");
    }
    if (subject.isBlank() || subject.length() > 200 || subject.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("A subject is one line of 1 to 200 characters");
    }
  }

  /// Whether mail can be sent to or from here.
  public static boolean isAddress(String address) {
    return ADDRESS.matcher(address).matches();
  }
}
