package org.sightline.testing;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether an address carries what somebody typed (WB-06). Our own query strings are codes, ids and
/// numbers: letters of one word, digits, hyphens, nothing with a space.
final class TypedWords {

  private static final Pattern CODES = Pattern.compile("[\\w.,:=&-]*");

  private TypedWords() {}

  static boolean in(URI address) {
    @Nullable String query = address.getQuery();
    return query != null && !CODES.matcher(query).matches();
  }
}
