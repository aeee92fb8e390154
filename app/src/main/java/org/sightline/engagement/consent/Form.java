package org.sightline.engagement.consent;

import org.sightline.kernel.NotThere;
import org.sightline.web.Words;

/// Which form a young person reads: its kind, and the language it is in (A77).
///
/// @param language as in BCP 47: `en-GB`, or that of a school's own translation, such as `uk`
public record Form(FormKind kind, String language) {

  private static final String IN = "-in-";

  public static Form english(FormKind kind) {
    return new Form(kind, ConsentText.LANGUAGE);
  }

  public boolean isTranslated() {
    return !language.equals(ConsentText.LANGUAGE);
  }

  /// "Large print", "Standard in Ukrainian".
  public String named(Words words) {
    String name = words.say("engagement.consent.form." + kind);
    return isTranslated()
        ? words.say("engagement.consent.form-in", name, Translation.nameOf(language))
        : name;
  }

  /// As in an address: `easy-read`, `standard-in-uk`.
  public String slug() {
    return kind.slug() + (isTranslated() ? IN + language : "");
  }

  /// @throws NotThere when there is no such kind
  public static Form of(String slug) {
    int at = slug.indexOf(IN);
    return at < 0
        ? english(FormKind.of(slug))
        : new Form(FormKind.of(slug.substring(0, at)), slug.substring(at + IN.length()));
  }
}
