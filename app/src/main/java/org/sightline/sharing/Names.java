package org.sightline.sharing;

import java.text.Normalizer;
import java.util.Locale;

/// Whether two people wrote the same name: case, spaces and signs do not count.
final class Names {

  private Names() {}

  static boolean same(String one, String other) {
    String folded = fold(one);
    return !folded.isEmpty() && folded.equals(fold(other));
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
