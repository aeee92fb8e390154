package org.sightline.engagement.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a young person answered on a form, as it is kept, sealed.
///
/// @param yes whether they want to take part; a no is as good an answer (A85)
/// @param ticked the statements they ticked
/// @param explainedBy who explained the form
/// @param signature a drawn path or a typed name; `null` on paper and for a mark
/// @param fills what stood in the places of the words they read
public record Given(
    boolean yes,
    List<String> ticked,
    String explainedBy,
    Signing signing,
    @Nullable String signature,
    LocalDate signedOn,
    Map<String, String> fills) {

  /// How it was signed (A86).
  public enum Signing {
    PAPER,
    DRAWN,
    TYPED,
    /// They made their mark another way, and an adult saw it.
    MARK
  }

  /// Possessive, because of a long signature: a group that may be given back is matched by
  /// recursion, once a point, and the stack ends before a slow hand does.
  private static final Pattern PATH =
      Pattern.compile("(?:M\\d{1,4} \\d{1,4}(?:L\\d{1,4} \\d{1,4})*+)++");
  private static final int LONGEST = 60_000;

  public Given {
    ticked = List.copyOf(ticked);
    fills = Map.copyOf(fills);
    if (signing == Signing.DRAWN && (signature == null || !isPath(signature))) {
      throw new IllegalArgumentException("A drawn signature is a path");
    }
  }

  /// Whether this is a path our own page drew: moves and lines in whole numbers.
  public static boolean isPath(String text) {
    return text.length() <= LONGEST && PATH.matcher(text).matches();
  }
}
