package org.sightline.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What each act is in words: the sentences of `docs/data-protection/processes.md`, which
/// `DocumentsTest` keeps complete.
@Component
public class ActWords {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z]+\\.[a-z-]+)` \\| [^|]* \\| ([^|]*) \\|$");

  private final Map<String, String> sentences = new TreeMap<>();

  ActWords() {
    try {
      String text =
          new ClassPathResource("audit/processes.md").getContentAsString(StandardCharsets.UTF_8);
      ROW.matcher(text)
          .results()
          .forEach(row -> sentences.put(row.group(1), sentence(row.group(2))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Without what the list says of the entry itself, after a semicolon.
  private static String sentence(String cell) {
    String said = cell.split(";", 2)[0].strip();
    return said.substring(0, 1).toUpperCase(Locale.UK) + said.substring(1);
  }

  /// The sentence of an act, or its name when nobody wrote one.
  public String of(String act) {
    return sentences.getOrDefault(act, act);
  }

  /// Every act there is and its sentence, by name.
  public Map<String, String> all() {
    return Collections.unmodifiableMap(sentences);
  }
}
