package org.sightline.engagement.running;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Notices when a note seems to name a person (A05). It warns and never blocks.
///
/// 1. A title, as in "Mr", with a word after it; a handle, as in "@somebody".
/// 2. A capital letter on a word that does not begin a sentence, and is not a word of the plan, a
///    day, a month, or one that English writes with a capital.
///
/// The page's script does the same before anything is sent (`static/engagement/run-sheet.js`).
public final class NamesSomebody {

  private static final Pattern TITLE =
      Pattern.compile("\\b(Mr|Mrs|Miss|Ms|Mx|Dr|Sir|Prof)\\.?\\s+\\p{L}+");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\d.])@[\\p{L}\\d_.]{2,}");
  private static final Pattern CAPITAL =
      Pattern.compile("(?<=[\\p{L}\\d,;:)'\"’”-] )\\p{Lu}[\\p{L}'’-]+");
  private static final Set<String> NOT_NAMES =
      Set.of(
          "i",
          "i'm",
          "i've",
          "i'd",
          "i'll",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "year",
          "years",
          "english",
          "maths",
          "pe",
          "pshe",
          "cctv",
          "dsl",
          "snapchat",
          "instagram",
          "tiktok",
          "whatsapp",
          "google",
          "christmas",
          "easter",
          "ramadan",
          "eid",
          "diwali");

  private final Set<String> places;

  /// @param places names of the zones, whose words may carry capitals
  public NamesSomebody(Collection<String> places) {
    this.places =
        places.stream()
            .flatMap(name -> List.of(name.split("[^\\p{L}\\d'’-]+")).stream())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The words that look like somebody's name, in the order in which they stand.
  public List<String> in(String note) {
    var found = new ArrayList<String>();
    for (Pattern pattern : List.of(TITLE, HANDLE)) {
      var match = pattern.matcher(note);
      while (match.find()) {
        found.add(match.group());
      }
    }
    var capital = CAPITAL.matcher(note);
    while (capital.find()) {
      String word = capital.group().toLowerCase(Locale.ROOT);
      boolean known =
          NOT_NAMES.contains(word)
              || NOT_NAMES.contains(word.replaceFirst("s$", ""))
              || places.contains(word);
      boolean counted = found.stream().anyMatch(f -> f.contains(capital.group()));
      if (!known && !counted) {
        found.add(capital.group());
      }
    }
    return found;
  }
}
