package org.sightline.sharing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sightline.sharing.Verdict.Sentence;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says verdicts and the words of our closed lists.
@Component
public class Saying {

  private final Words words;

  Saying(Words words) {
    this.words = words;
  }

  public String sentence(Sentence sentence) {
    return words.say(
        sentence.key(),
        sentence.values().stream()
            .map(value -> value instanceof Enum<?> one ? inside(one) : said(value))
            .toArray());
  }

  /// "Making places safer", by the words `sharing.<type>.<NAME>`.
  public String of(Enum<?> constant) {
    return words.say(
        "sharing."
            + constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT)
            + "."
            + constant.name());
  }

  /// All of a closed list, for a form.
  public <E extends Enum<E>> Map<String, String> options(Class<E> of) {
    var options = new LinkedHashMap<String, String>();
    for (E constant : of.getEnumConstants()) {
      options.put(constant.name(), of(constant));
    }
    return options;
  }

  /// The same in the middle of a sentence.
  private String inside(Enum<?> constant) {
    String said = of(constant);
    return said.substring(0, 1).toLowerCase(Locale.UK) + said.substring(1);
  }

  private static String said(Object value) {
    return value instanceof LocalDate day ? Dates.day(day) : value.toString();
  }
}
