package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.web.Words;

/// That students were told what the school did (A37, A68). It names nobody.
///
/// @param ways at least one, each once
public record Told(UUID id, LocalDate on, Audience audience, List<Way> ways) {

  /// Whom.
  public enum Audience {
    EVERYBODY,
    SOME_YEARS,
    TOOK_PART
  }

  /// How.
  public enum Way {
    ASSEMBLY,
    TUTOR_TIME,
    POSTER,
    MESSAGE,
    COUNCIL,
    OTHER
  }

  public Told {
    ways = ways.stream().distinct().sorted().toList();
    if (ways.isEmpty()) {
      throw new IllegalArgumentException("They were told in some way");
    }
  }

  /// Such as "Students were told on Monday 2 March 2026: the whole school, in assembly and by
  /// poster."
  public String sentence(Words words) {
    var how = ways.stream().map(way -> words.say(key("way", way))).toList();
    String last = how.getLast();
    String joined =
        how.size() == 1
            ? last
            : how.stream().limit(how.size() - 1L).collect(Collectors.joining(", "))
                + words.say("concerns.and")
                + last;
    return words.say(
        "engagement.planning.told.sentence",
        DayWords.of(on),
        words.say(key("audience", audience)),
        joined);
  }

  private static String key(String kind, Enum<?> which) {
    return "engagement.planning.told." + kind + "." + which.name();
  }
}
