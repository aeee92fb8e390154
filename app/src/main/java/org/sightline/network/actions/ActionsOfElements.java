package org.sightline.network.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.MapActions;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What the pages of the map say of actions and gaps.
@Component
public class ActionsOfElements {

  private final AgreedActions actions;
  private final MapActions onTheMap;
  private final SayingActions saying;
  private final Sentences sentences;
  private final Words words;

  ActionsOfElements(
      AgreedActions actions,
      MapActions onTheMap,
      SayingActions saying,
      Sentences sentences,
      Words words) {
    this.actions = actions;
    this.onTheMap = onTheMap;
    this.saying = saying;
    this.sentences = sentences;
    this.words = words;
  }

  /// The actions that answer one element, by their day.
  ///
  /// @param picture as the reader sees it
  public List<ActionLine> of(SignedIn who, WorkspaceId work, Picture picture, Element element) {
    var all = onTheMap.of(who, work, picture);
    return all.of(element.id()).stream()
        .filter(one -> !one.isTakenBack())
        .map(one -> saying.line(all, one))
        .toList();
  }

  /// That something is still to be done for an element, in words, by its id. Not how much: no
  /// number stands beside a person (practice.md, The mapping meeting).
  public Map<String, String> toDo(SignedIn who, WorkspaceId work) {
    var said = new HashMap<String, String>();
    for (AgreedAction action : actions.outstanding(who, work)) {
      var target = action.target();
      if (target != null) {
        said.put(target.id().toString(), words.say("network.action.has"));
      }
    }
    return said;
  }

  /// @return `null` when it is no gap
  public @Nullable GapFacts gap(Picture picture, Element element) {
    if (!MapActions.isGap(element)) {
      return null;
    }
    var facts = new ArrayList<String>();
    element
        .answer(Field.FOUND)
        .ifPresent(
            found -> {
              facts.add(found);
              facts.add(
                  words.say(
                      "network.gap.found-by",
                      element.value(Field.FOUND_BY),
                      element
                          .answer(Field.FOUND_ON)
                          .map(LocalDate::parse)
                          .map(Dates::day)
                          .orElse("")));
              called(picture, element, Field.BECAME)
                  .ifPresent(what -> facts.add(words.say("network.gap.became", what)));
            });
    called(picture, element, Field.RAISED_BY)
        .ifPresent(what -> facts.add(words.say("network.gap.raised-by", what)));
    return new GapFacts(element.answer(Field.FOUND).isPresent(), facts);
  }

  private java.util.Optional<String> called(Picture picture, Element element, Field field) {
    return element
        .answer(field)
        .map(ElementId::of)
        .map(picture::find)
        .map(other -> sentences.called(picture, other));
  }
}
