package org.sightline.network.together;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Plan;
import org.sightline.network.ownmap.RingsPicture;
import org.sightline.network.ownmap.Someone;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says a young person's own map in words a young person understands.
@Component
class RingsWords {

  private final Words words;

  RingsWords(Words words) {
    this.words = words;
  }

  /// @param link where somebody is changed, or `null` on paper
  String picture(OwnMap map, @Nullable Function<Someone, String> link) {
    return RingsPicture.of(
        map,
        new RingsPicture.Words(
            words.say("network.own.picture", map.people().size()),
            words.say("network.own.me"),
            List.copyOf(closeness().values())),
        one -> one.name() + ": " + said(one),
        link);
  }

  /// Everything that is said of somebody but the name.
  String said(Someone one) {
    return words.say(
        "network.own.said-of", words.say("network.own.ring." + one.ring()), inList(one));
  }

  List<RingsPage.Ring> rings(OwnMap map) {
    var rings = new ArrayList<RingsPage.Ring>();
    closeness()
        .forEach(
            (ring, name) ->
                rings.add(
                    new RingsPage.Ring(
                        name,
                        map.on(Integer.parseInt(ring)).stream()
                            .map(
                                one ->
                                    new RingsPage.Line(
                                        one.id().toString(), one.name(), inList(one)))
                            .toList())));
    return rings;
  }

  /// The same without the ring.
  private String inList(Someone one) {
    String kind = words.say("network.own.kind." + one.kind());
    String what = one.usedToBe() ? words.say("network.own.used-to-be.said", kind) : kind + ".";
    return one.said().isEmpty() ? what : what + " " + words.say("network.own.quoted", one.said());
  }

  Map<String, String> closeness() {
    var closeness = new LinkedHashMap<String, String>();
    for (int ring = 1; ring <= Someone.RINGS; ring++) {
      closeness.put("" + ring, words.say("network.own.ring." + ring));
    }
    return closeness;
  }

  Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : Someone.Kind.values()) {
      kinds.put(kind.name(), words.say("network.own.kind." + kind));
    }
    return kinds;
  }

  String question(int number) {
    return words.say("network.own.question." + number);
  }

  /// A plan, in one or two sentences.
  String plan(Plan plan) {
    var from = plan.from();
    var looked = plan.lookedAt();
    return from == null || looked == null
        ? plan.words()
        : words.say(
            "network.own.plan.agreed",
            plan.words(),
            plan.with(),
            Dates.day(from),
            Dates.day(looked));
  }
}
