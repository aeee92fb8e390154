package org.sightline.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// What a password must be (AN-04): twelve characters or more, any characters, nothing that is
/// among the first to be guessed: the thirty thousand most common of what was stolen elsewhere,
/// which come with zxcvbn, words of schools and councils, and one's own names. No rules on capitals
/// or figures, and it never runs out.
@Component
class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  /// Of 0 to 4: from 3 on, some 10^8 guesses are not enough.
  private static final int STRONG = 3;

  /// What has to be left once the words everybody here would try are taken out.
  private static final int OF_ITS_OWN = 8;

  private static final int SHORTEST_WORD = 4;
  private static final String COMMON = "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";
  private static final String CONTEXT = "/access/context-words.txt";
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Zxcvbn strength = new Zxcvbn();
  private final Set<String> common = Set.copyOf(lines(COMMON));
  private final List<String> context =
      lines(CONTEXT).stream().filter(line -> !line.startsWith("#")).toList();

  /// Why a password is not taken.
  enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    EASILY_GUESSED
  }

  /// @param own words an attacker would try first, such as the person's name and their school's
  Optional<Weakness> weakness(String password, List<String> own) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Weakness.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Weakness.TOO_LONG);
    }
    var words = new ArrayList<>(context);
    own.forEach(text -> words.addAll(List.of(NO_WORD.split(text.toLowerCase(Locale.ROOT)))));
    boolean weak =
        isCommon(password)
            || isOnly(password, words)
            || strength.measure(password, words).getScore() < STRONG;
    return weak ? Optional.of(Weakness.EASILY_GUESSED) : Optional.empty();
  }

  /// How many common passwords are known here.
  int commonOnes() {
    return common.size();
  }

  /// Whether it is one of the common ones, also with figures and signs around it or said twice.
  private boolean isCommon(String password) {
    String plain = password.strip().toLowerCase(Locale.ROOT);
    String bare = EDGES.matcher(plain).replaceAll("");
    String half = plain.substring(0, plain.length() / 2);
    return common.contains(plain)
        || common.contains(bare)
        || plain.equals(half + half) && common.contains(half);
  }

  private static boolean isOnly(String password, Collection<String> words) {
    String left = NO_WORD.matcher(password.toLowerCase(Locale.ROOT)).replaceAll("");
    var longestFirst =
        words.stream()
            .filter(word -> word.length() >= SHORTEST_WORD)
            .sorted((one, other) -> other.length() - one.length())
            .toList();
    boolean found = false;
    for (String word : longestFirst) {
      found |= left.contains(word);
      left = left.replace(word, "");
    }
    return found && left.length() < OF_ITS_OWN;
  }

  private static Collection<String> lines(String resource) {
    var stream = Objects.requireNonNull(PasswordRules.class.getResourceAsStream(resource));
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new HashSet<>(reader.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
