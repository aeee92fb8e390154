package org.sightline.network.versions;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.network.map.Difference;
import org.sightline.network.map.Element;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says what became of people and places that stay: what they are now and were before, and who
/// turned out to be whom.
@Component
class ChangedNodes {

  private final Words words;

  ChangedNodes(Words words) {
    this.words = words;
  }

  /// "Unknown adult 2 turned out to be Ann Invented."
  Function<Element, String> merged(Picture after) {
    return node -> {
      var other = after.find(after.shown(node.id()));
      return words.say(
          "network.difference.is-same",
          node.value(Field.LABEL),
          other == null ? "" : other.value(Field.LABEL));
    };
  }

  /// "Unknown adult 2 is not Ann Invented after all."
  Function<Element, String> parted(Picture before) {
    return node -> {
      var other = before.find(before.shown(node.id()));
      return words.say(
          "network.difference.is-not-same",
          node.value(Field.LABEL),
          other == null ? "" : other.value(Field.LABEL));
    };
  }

  /// "Ann Invented. Part in the group: leads, before: goes along."
  Function<Element, String> different(Picture before) {
    return node -> {
      var was = before.find(node.id());
      String changes =
          Difference.OF_NODE.stream()
              .filter(field -> was != null && !was.value(field).equals(node.value(field)))
              .map(
                  field ->
                      words.say(
                          "network.difference.is-now",
                          words.say("network.difference.field." + plain(field.name())),
                          value(field, node),
                          was == null ? "" : value(field, was)))
              .collect(Collectors.joining(" "));
      return words.say("network.difference.of-node", node.value(Field.LABEL), changes);
    };
  }

  private String value(Field field, Element node) {
    String value = node.value(field);
    if (field == Field.KEY || field == Field.OUTSIDE) {
      return words.say(value.isEmpty() ? "network.difference.no" : "network.difference.yes");
    }
    if (value.isEmpty()) {
      return words.say("network.difference.not-said");
    }
    return switch (field) {
      case KIND -> words.say("network.node." + plain(value));
      case BEARING, PART_IN_GROUP ->
          words.say("network.answer." + plain(field.name()) + "." + plain(value));
      default -> value;
    };
  }

  private static String plain(String value) {
    return value.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
