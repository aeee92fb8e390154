package org.sightline.access.auditing;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.audit.ActWords;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says in words what was written down with an act: ids of people by name, names of acts by their
/// sentence, what was chosen from a list by its words. Counts and days stay as they are.
@Component
class Codes {

  private static final Pattern CODE =
      Pattern.compile(
          "\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
              + "|\\b[a-z]+\\.[a-z]+(?:-[a-z]+)*"
              + "|\\b[A-Z][A-Z_]*[A-Z]\\b");

  private final ActWords acts;
  private final Words words;

  Codes(ActWords acts, Words words) {
    this.acts = acts;
    this.words = words;
  }

  /// @param name of a person the reader looks after, or of an agency; of anything else the id
  ///     itself
  String said(String detail, Function<UUID, String> name) {
    return CODE.matcher(detail).replaceAll(found -> quoted(said(found, name)));
  }

  private String said(MatchResult found, Function<UUID, String> name) {
    String code = found.group();
    if (code.indexOf('-') == 8) {
      return name.apply(UUID.fromString(code));
    }
    if (code.indexOf('.') > 0) {
      String two = code.replaceFirst("\\.", ".two.");
      return words.has(two) ? words.say(two) : acts.of(code);
    }
    return words.has("access.role." + code)
        ? words.say("access.role." + code)
        : code.toLowerCase(Locale.UK).replace('_', ' ');
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
