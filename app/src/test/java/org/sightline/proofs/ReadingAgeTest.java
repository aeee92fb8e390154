package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// What young people read has a reading age of eleven: no text of theirs is above the sixth grade
/// of Flesch and Kincaid (1975), 0.39 words a sentence + 11.8 syllables a word − 15.59, and each
/// page as a whole is well below. The formula knows nothing of sense: people read the words too.
class ReadingAgeTest {

  /// The sixth grade is read by those of eleven and twelve.
  private static final double HARDEST = 6;

  private static final double HARDEST_WHOLE = 3;

  /// Below this the formula says little: one long word makes a "hard" text of three.
  private static final int FEWEST_WORDS = 9;

  private static final Pattern WORD = Pattern.compile("[\\p{L}’']+");
  private static final Pattern SYLLABLE = Pattern.compile("[aeiouy]+");

  /// For staff, or not words.
  private static final Set<String> NOT_FOR_THEM =
      Set.of(
          "staffNotes",
          "staffNote",
          "settings",
          "facilitatorHint",
          "rule",
          "feeds",
          "id",
          "layout",
          "version",
          "name",
          "requirement");

  private record Source(String name, Map<String, String> texts) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Source> sources() {
    return Stream.of(
        yaml("student site", "engagement/student-site.yaml"),
        yaml("consent form", "engagement/consent-v1.yaml"),
        yaml("questions in the session", "engagement/questions.yaml"),
        new Source(
            "own map", messages("messages/network-own.properties", ReadingAgeTest::isOfOwnMap)));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyTextIsForElevenYearOlds(Source source) {
    var hard = new ArrayList<String>();
    source
        .texts()
        .forEach(
            (key, text) -> {
              if (words(text).size() >= FEWEST_WORDS && grade(text) > HARDEST) {
                hard.add("%s, grade %.1f: %s".formatted(key, grade(text), text));
              }
            });

    assertThat(source.texts()).hasSizeGreaterThan(10);
    assertThat(hard).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void asAWholeItIsEasier(Source source) {
    assertThat(grade(String.join(". ", source.texts().values()))).isLessThan(HARDEST_WHOLE);
  }

  @Test
  void theGradeIsThatOfTheFormula() {
    assertThat(grade("The cat sat on the mat.")).isBetween(-2.0, -1.0);
    assertThat(
            grade(
                "Professionals undertaking contextual assessments disseminate information"
                    + " proportionately, having considered confidentiality implications."))
        .isGreaterThan(18);
  }

  private static double grade(String text) {
    String plain = text.replaceAll("\\{[^}]*}", "Monday");
    var words = words(plain);
    long sentences =
        Math.max(1, Stream.of(plain.split("[.!?:]+(\\s|$)")).filter(s -> !s.isBlank()).count());
    int syllables = words.stream().mapToInt(ReadingAgeTest::syllables).sum();
    return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .toList();
  }

  /// Groups of vowels, without the silent e at the end.
  private static int syllables(String word) {
    String heard = word.replaceAll("[^a-z]", "").replaceAll("(?<=[^aeiouyl])(e|es|ed)$", "");
    return Math.max(1, (int) SYLLABLE.matcher(heard).results().count());
  }

  private static boolean isOfOwnMap(String key) {
    return Stream.of(
            "telling",
            "map",
            "picture",
            "signs",
            "question",
            "plan",
            "added",
            "name",
            "ring",
            "kind",
            "said",
            "stop",
            "answer",
            "changing",
            "finish",
            "throw")
        .anyMatch(part -> key.startsWith("network.own." + part));
  }

  private static Source yaml(String name, String file) {
    var texts = new LinkedHashMap<String, String>();
    try (var in = ReadingAgeTest.class.getClassLoader().getResourceAsStream(file)) {
      collect("", new Yaml().load(in), texts);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return new Source(name, texts);
  }

  private static void collect(String at, Object found, Map<String, String> texts) {
    switch (found) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                if (!NOT_FOR_THEM.contains(key.toString())) {
                  collect(at + "." + key, value, texts);
                }
              });
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          collect(at + "." + i, list.get(i), texts);
        }
      }
      case String text -> texts.put(at, text);
      default -> {}
    }
  }

  private static Map<String, String> messages(String file, Predicate<String> those) {
    var properties = new Properties();
    try (var in =
        new InputStreamReader(
            ReadingAgeTest.class.getClassLoader().getResourceAsStream(file),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    var texts = new TreeMap<String, String>();
    properties.forEach(
        (key, value) -> {
          if (those.test(key.toString())) {
            texts.put(key.toString(), value.toString());
          }
        });
    return texts;
  }
}
