package org.sightline.engagement.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Words;

/// The words of one form, piece by piece in the order in which they are read. Keys are such as
/// `title`, `introduction.0` and `statements.about.text`, and stay when words change.
public record FormWords(Map<String, String> pieces) {

  /// One of several lines under a heading.
  ///
  /// @param piece its key
  public record Line(String piece, String text) {}

  /// One of the seven statements.
  ///
  /// @param help a harder word explained, or `null`
  public record Statement(String id, String text, @Nullable String help) {}

  /// The promises are in one wording everywhere (practice.md 5): no school changes them.
  private static final Set<String> FIXED =
      Set.of("statements.pass-on.text", "statements.stays-here.text", "keptApart");

  public FormWords {
    pieces = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pieces));
  }

  /// @throws IllegalArgumentException when there is no such piece
  public String say(String key) {
    var piece = pieces.get(key);
    if (piece == null) {
      throw new IllegalArgumentException("The form has no " + key);
    }
    return piece;
  }

  public boolean has(String key) {
    return pieces.containsKey(key);
  }

  /// The lines under a heading; a line a school has emptied is left out.
  public List<Line> lines(String key) {
    return pieces.entrySet().stream()
        .filter(piece -> piece.getKey().startsWith(key + "."))
        .map(piece -> new Line(piece.getKey(), piece.getValue()))
        .filter(line -> !line.text().isBlank())
        .toList();
  }

  /// The same lines, words only.
  public List<String> list(String key) {
    return lines(key).stream().map(Line::text).toList();
  }

  public List<Statement> statements() {
    var found = new ArrayList<Statement>();
    pieces.forEach(
        (key, text) -> {
          if (key.startsWith("statements.") && key.endsWith(".text")) {
            var id = key.substring("statements.".length(), key.length() - ".text".length());
            var help = pieces.get("statements." + id + ".help");
            found.add(new Statement(id, text, help == null || help.isBlank() ? null : help));
          }
        });
    return found;
  }

  public static boolean isFixed(String key) {
    return FIXED.contains(key);
  }

  /// Pieces without which it is no consent form.
  public static boolean isNeeded(String key) {
    return key.equals("title")
        || key.equals("finalQuestion")
        || key.startsWith("answers.")
        || key.startsWith("fields.")
        || (key.startsWith("statements.") && key.endsWith(".text"));
  }

  /// With names and days in their places.
  public FormWords filled(Map<String, String> fills) {
    var filled = new LinkedHashMap<String, String>();
    pieces.forEach((key, text) -> filled.put(key, Words.fillIn(text, fills)));
    return new FormWords(filled);
  }

  public FormWords with(String key, String text) {
    var more = new LinkedHashMap<>(pieces);
    more.put(key, text);
    return new FormWords(more);
  }

  /// SHA-256 of every piece with its key, in order (ST-10).
  public byte[] hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      pieces.forEach(
          (key, text) -> {
            for (String part : List.of(key, text)) {
              var bytes = part.getBytes(StandardCharsets.UTF_8);
              digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
              digest.update(bytes);
            }
          });
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The places to be filled that these words name, such as `lastDay`.
  Set<String> places() {
    var places = new TreeSet<String>();
    var place = java.util.regex.Pattern.compile("\\{([a-zA-Z]+)}");
    pieces
        .values()
        .forEach(text -> place.matcher(text).results().forEach(m -> places.add(m.group(1))));
    return places;
  }
}
