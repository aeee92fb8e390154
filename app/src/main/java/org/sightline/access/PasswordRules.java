package org.sightline.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a password must be (AN-04): twelve characters or more, any characters, nothing that is
/// among the first to be guessed. No rules on capitals or figures, and it never runs out.
@Component
class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  /// Of 0 to 4: from 3 on, some 10^8 guesses are not enough.
  private static final int STRONG = 3;

  private static final List<String> CONTEXT =
      List.of("sightline", "safeguarding", "contextual", "school", "hotspot", "council");

  private final Zxcvbn strength = new Zxcvbn();

  /// Why a password is not taken.
  enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    EASILY_GUESSED
  }

  /// @param own words an attacker would try first, such as the person's name
  Optional<Weakness> weakness(String password, List<String> own) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Weakness.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Weakness.TOO_LONG);
    }
    var words = new java.util.ArrayList<>(CONTEXT);
    words.addAll(own);
    return strength.measure(password, words).getScore() < STRONG
        ? Optional.of(Weakness.EASILY_GUESSED)
        : Optional.empty();
  }
}
