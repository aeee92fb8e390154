package org.sightline.network.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.network.map.NodeKind;
import org.sightline.web.Words;

/// What the signs of a map mean, in sentences: the same beside the screen and in every picture.
public final class Legend {

  private Legend() {}

  public static List<String> of(Words words) {
    return Stream.concat(
            Stream.of(
                group(words, "people", NodeKind::isPerson),
                group(words, "places", NodeKind::isPlace),
                group(words, "others", kind -> !kind.isPerson() && !kind.isPlace())),
            Arrays.stream(words.say("network.legend.lines").split("\\|")))
        .toList();
  }

  private static String group(Words words, String group, Predicate<NodeKind> which) {
    String kinds =
        Arrays.stream(NodeKind.values())
            .filter(which)
            .map(kind -> one(words, kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .collect(Collectors.joining(", "));
    return words.say("network.legend.group", words.say("network.legend." + group), kinds);
  }

  private static String one(Words words, String kind) {
    String name = words.say("network.node." + kind).toLowerCase(Locale.ROOT);
    return words.say("network.legend.of", name, words.say("network.legend.kind." + kind));
  }
}
