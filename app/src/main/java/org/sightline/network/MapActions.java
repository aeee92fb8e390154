package org.sightline.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Colleague;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Actions that answer a line, a person, a place or a gap of a map. What leaves the map keeps its
/// actions. Who asks about a gap, and by when, stands on the map too.
@Component
public class MapActions {

  private final Processes processes;
  private final AgreedActions actions;
  private final Maps maps;
  private final Casework casework;
  private final Words words;

  MapActions(
      Processes processes, AgreedActions actions, Maps maps, Casework casework, Words words) {
    this.processes = processes;
    this.actions = actions;
    this.maps = maps;
    this.casework = casework;
    this.words = words;
  }

  /// The actions of a piece of work and what they answer.
  ///
  /// @param picture as the reader sees it
  /// @param workers who works on it today
  public record OnTheMap(Picture picture, List<AgreedAction> actions, Set<UserId> workers) {

    public OnTheMap {
      actions = List.copyOf(actions);
      workers = Set.copyOf(workers);
    }

    /// What it answers; `null` when it answers all of it.
    public @Nullable Element target(AgreedAction action) {
      var target = action.target();
      return target == null ? null : picture.find(new ElementId(target.id()));
    }

    public List<AgreedAction> of(ElementId element) {
      return actions.stream().filter(one -> one.answers(element.value())).toList();
    }
  }

  /// @throws NotThere when the piece of work is not open to the reader
  public OnTheMap of(SignedIn who, WorkspaceId work) {
    return of(who, work, maps.open(who, work));
  }

  /// The same, with a map that is open already.
  public OnTheMap of(SignedIn who, WorkspaceId work, Picture picture) {
    var workers =
        casework.members(who, work).stream()
            .filter(one -> one.roles().stream().anyMatch(List.of(Casework.WORKERS)::contains))
            .map(Colleague::id)
            .collect(Collectors.toSet());
    return new OnTheMap(picture, actions.of(who, work), workers);
  }

  /// Agrees on an action.
  ///
  /// @param element what it answers on the map, or `null`
  /// @throws NotThere when that is not on the map, and never was
  public UUID agree(
      SignedIn who, WorkspaceId work, @Nullable ElementId element, ActionTerms terms) {
    return processes.look(
        who,
        () -> {
          if (element == null) {
            return actions.agree(who, work, null, terms);
          }
          var found = require(maps.open(who, work), element);
          var id = actions.agree(who, work, MapTargets.target(element), terms);
          tell(who, work, found, terms);
          return id;
        });
  }

  /// Changes what was agreed.
  ///
  /// @param version that was on the page
  public void change(SignedIn who, WorkspaceId work, UUID id, int version, ActionTerms terms) {
    processes.look(
        who,
        () -> {
          var target = actions.find(who, work, id).target();
          actions.change(who, work, id, version, terms);
          var element =
              target == null ? null : maps.open(who, work).find(new ElementId(target.id()));
          if (element != null) {
            tell(who, work, element, terms);
          }
          return true;
        });
  }

  /// @throws NotThere when it is neither a node nor a line that was ever on the map
  static Element require(Picture picture, ElementId id) {
    var element = picture.find(id);
    if (element == null || element.kind() == ElementKind.REPORT) {
      throw new NotThere();
    }
    return element;
  }

  public static boolean isGap(@Nullable Element element) {
    return element != null
        && element.kind() == ElementKind.NODE
        && element.value(Field.KIND).equals(NodeKind.GAP.name());
  }

  /// Draws what belongs to an action or a gap.
  ///
  /// @throws Stale when somebody has drawn there meanwhile
  void draw(SignedIn who, WorkspaceId work, Edit edit, long seen) {
    try {
      maps.draw(who, work, edit, seen);
    } catch (NotDrawn meanwhile) {
      throw new Stale(words.say("network.action.drawn-meanwhile"));
    }
  }

  /// A gap on the map says which agency can fill it, who asks and by when.
  private void tell(SignedIn who, WorkspaceId work, Element element, ActionTerms terms) {
    if (!isGap(element) || !element.isOn() || terms.kind() != ActionTerms.Kind.GAP) {
      return;
    }
    var owner = terms.owner();
    var said = new LinkedHashMap<Field, String>();
    said.put(Field.ASKED_OF, terms.agency().substring(0, Math.min(200, terms.agency().length())));
    said.put(Field.OWNER, owner == null ? "" : owner.toString());
    said.put(Field.DUE, terms.due().toString());
    said.entrySet().removeIf(each -> element.value(each.getKey()).equals(each.getValue()));
    if (!said.isEmpty()) {
      draw(who, work, Edit.of(element.id(), Map.copyOf(said)), maps.open(who, work).last());
    }
  }
}
