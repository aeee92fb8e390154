package org.sightline.engagement.consent;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sightline.web.Words;

/// A school's own translation of its standard form (practice.md, The room). It has every line of
/// the English, so that nobody agrees to less than they read.
///
/// @param language as in BCP 47, such as `uk`
/// @param madeFrom what the English was when it was translated, as a hash
public record Translation(String language, boolean rightToLeft, String madeFrom, FormWords words) {

  /// Spoken by families at schools, and not among the two-letter codes.
  private static final List<String> MORE = List.of("ckb", "prs", "rom", "syl", "tet", "yue");

  private static final List<String> ON_SCREEN = List.of("how", "typed", "mark", "button");

  public Translation {
    if (!languages().containsKey(language)) {
      throw new IllegalArgumentException("Not a language to translate into: " + language);
    }
  }

  /// Its name in English, such as "Ukrainian".
  public String name() {
    return nameOf(language);
  }

  public String direction() {
    return rightToLeft ? "rtl" : "ltr";
  }

  /// Whether it says what the English says now. An older one is not given to anybody.
  public boolean isCurrent(ConsentText text) {
    return madeFrom.equals(source(text));
  }

  /// Every line that needs translating, with its English.
  static Map<String, String> english(ConsentText text, Words words) {
    var lines = new LinkedHashMap<String, String>();
    text.standard().pieces().forEach(lines::put);
    lines.put("parentalRule", text.parentalRule());
    ON_SCREEN.forEach(
        name -> lines.put("screen." + name, words.say("engagement.consent.signing." + name)));
    lines.values().removeIf(String::isBlank);
    return lines;
  }

  static String source(ConsentText text) {
    var all = text.standard().with("parentalRule", text.parentalRule());
    return HexFormat.of().formatHex(all.hash());
  }

  /// Languages by code, sorted by their English names.
  public static Map<String, String> languages() {
    var byName = new TreeMap<String, String>();
    Stream.concat(Stream.of(Locale.getISOLanguages()).filter(c -> c.length() == 2), MORE.stream())
        .filter(code -> !code.equals("en") && !nameOf(code).equals(code))
        .forEach(code -> byName.put(nameOf(code), code));
    var byCode = new LinkedHashMap<String, String>();
    byName.forEach((name, code) -> byCode.put(code, name));
    return byCode;
  }

  static String nameOf(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.UK);
  }
}
