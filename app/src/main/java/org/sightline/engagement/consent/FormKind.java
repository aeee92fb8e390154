package org.sightline.engagement.consent;

import java.util.Arrays;
import java.util.Locale;
import org.sightline.kernel.NotThere;

/// The three forms of the consent form (A77).
public enum FormKind {
  STANDARD,
  /// The words of [#STANDARD] in large letters.
  LARGE_PRINT,
  EASY_READ;

  /// As in an address: `easy-read`.
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws NotThere when there is no such form
  public static FormKind of(String slug) {
    return Arrays.stream(values())
        .filter(kind -> kind.slug().equals(slug))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// Whose words it has.
  FormKind wordsOf() {
    return this == LARGE_PRINT ? STANDARD : this;
  }
}
