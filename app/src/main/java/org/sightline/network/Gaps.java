package org.sightline.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedAction.State;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What nobody knows yet (B06, B14, B19, B81): each gap is a question on the map and a task with an
/// agency, one owner and a day. Answered, it turns into what was found, and keeps who found it.
@Component
public class Gaps {

  private final Processes processes;
  private final Maps maps;
  private final MapActions onTheMap;
  private final AgreedActions actions;
  private final Words words;

  Gaps(Processes processes, Maps maps, MapActions onTheMap, AgreedActions actions, Words words) {
    this.processes = processes;
    this.maps = maps;
    this.onTheMap = onTheMap;
    this.actions = actions;
    this.words = words;
  }

  /// How far a gap is.
  public enum Standing {
    OPEN,
    LATE,
    /// Nobody was asked to find out yet.
    NOBODY,
    ANSWERED,
    /// The task is done, and what was found is not written down.
    NOT_WRITTEN,
    /// Whoever asked could not find out, or it is not needed any more.
    GIVEN_UP
  }

  /// What came of a gap.
  ///
  /// @param by who found it, in words: somebody of another agency may have
  /// @param became a node or a line of the map, or `null` when it is nothing on the map
  public record Found(String words, String by, LocalDate on, @Nullable ElementId became) {}

  /// @param askedOf the agency that can fill it, or empty
  /// @param task the one to be done, or else the last that was agreed about it, or `null`
  /// @param found or `null` while it is open
  /// @param raisedBy the gap that was closed when it came up, or `null`
  public record Gap(
      ElementId id,
      String question,
      String askedOf,
      @Nullable AgreedAction task,
      @Nullable Found found,
      @Nullable ElementId raisedBy,
      Standing standing) {}

  /// The gaps on the map, what is late first and what is answered last.
  ///
  /// @param picture as the reader sees it
  /// @param workers who works on it today
  public record All(Picture picture, List<Gap> gaps, Set<UserId> workers) {

    public All {
      gaps = List.copyOf(gaps);
      workers = Set.copyOf(workers);
    }

    public Element element(Gap gap) {
      return MapActions.require(picture, gap.id());
    }

    /// What came up when a gap was closed (B19).
    public List<Gap> raisedBy(ElementId gap) {
      return gaps.stream().filter(one -> gap.equals(one.raisedBy())).toList();
    }
  }

  /// @throws NotThere when the piece of work is not open to the reader
  public All of(SignedIn who, WorkspaceId work) {
    var all = onTheMap.of(who, work);
    var picture = all.picture();
    return new All(
        picture,
        picture.on(ElementKind.NODE).stream()
            .filter(MapActions::isGap)
            .map(node -> gap(node, all))
            .sorted(Comparator.comparing(Gaps::order))
            .toList(),
        all.workers());
  }

  /// @throws NotThere when it is no gap on the map, or not theirs to see
  public Gap find(SignedIn who, WorkspaceId work, ElementId id) {
    return of(who, work).gaps().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// Writes a gap down and gives it to somebody.
  ///
  /// @param terms of kind `GAP`; their words are the question
  public ElementId ask(SignedIn who, WorkspaceId work, ActionTerms terms) {
    var id = ElementId.random();
    processes.look(
        who,
        () -> {
          var edit =
              Edit.of(id, Map.of(Field.KIND, NodeKind.GAP.name(), Field.LABEL, terms.words()));
          onTheMap.draw(who, work, edit, maps.open(who, work).last());
          onTheMap.agree(who, work, id, terms);
          return true;
        });
    return id;
  }

  /// What was found turns into something on the map.
  ///
  /// @param newNode a kind and a name when it becomes somebody or something new; else `null`
  /// @param line the line it says more about; else `null`
  public record Becomes(@Nullable NewNode newNode, @Nullable ElementId line) {

    public static final Becomes NOTHING = new Becomes(null, null);

    public record NewNode(NodeKind kind, String label) {}
  }

  /// Closes a gap: what was found, by whom and when, what it becomes, and the questions it raised.
  /// It is one edit of the map, and the task is done.
  ///
  /// @throws Refused when it is answered already
  public void answer(
      SignedIn who,
      WorkspaceId work,
      ElementId id,
      Found found,
      Becomes becomes,
      List<String> raised) {
    processes.look(
        who,
        () -> {
          var all = of(who, work);
          var gap = find(who, work, id);
          if (gap.found() != null) {
            throw new Refused(words.say("network.gap.answered-already"));
          }
          var changes = new ArrayList<Change>();
          var became = became(all.picture(), becomes, changes);
          said(found, became).forEach((field, value) -> changes.add(new Change(id, field, value)));
          for (var question : raised) {
            var next = ElementId.random();
            changes.add(new Change(next, Field.KIND, NodeKind.GAP.name()));
            changes.add(new Change(next, Field.LABEL, question));
            changes.add(new Change(next, Field.RAISED_BY, id.toString()));
          }
          onTheMap.draw(who, work, new Edit(UUID.randomUUID(), changes), all.picture().last());
          tasks(who, work, id).stream()
              .filter(AgreedAction::isOutstanding)
              .forEach(
                  task ->
                      actions.update(who, work, task.id(), State.DONE, found.on(), found.words()));
          return true;
        });
  }

  /// Opens a gap again: what was found stays in the log of the map, and what it became stays on it.
  ///
  /// @throws Refused when it is open
  public void reopen(SignedIn who, WorkspaceId work, ElementId id) {
    processes.look(
        who,
        () -> {
          if (find(who, work, id).found() == null) {
            throw new Refused(words.say("network.gap.open-already"));
          }
          var empty = new EnumMap<Field, String>(Field.class);
          List.of(Field.FOUND, Field.FOUND_BY, Field.FOUND_ON, Field.BECAME)
              .forEach(field -> empty.put(field, ""));
          onTheMap.draw(who, work, Edit.of(id, empty), maps.open(who, work).last());
          for (var task : tasks(who, work, id)) {
            var last = task.last();
            if (!task.isTakenBack() && last != null && last.state() == State.DONE) {
              actions.takeBackUpdate(who, work, task.id(), last.id(), true);
            }
          }
          return true;
        });
  }

  private List<AgreedAction> tasks(SignedIn who, WorkspaceId work, ElementId id) {
    return actions.of(who, work).stream()
        .filter(one -> one.answers(id.value()) && one.terms().kind() == ActionTerms.Kind.GAP)
        .toList();
  }

  private static @Nullable ElementId became(
      Picture picture, Becomes becomes, List<Change> changes) {
    if (becomes.newNode() != null) {
      var id = ElementId.random();
      changes.add(new Change(id, Field.KIND, becomes.newNode().kind().name()));
      changes.add(new Change(id, Field.LABEL, becomes.newNode().label()));
      return id;
    }
    if (becomes.line() != null) {
      return MapActions.require(picture, becomes.line()).id();
    }
    return null;
  }

  private static Map<Field, String> said(Found found, @Nullable ElementId became) {
    var said = new EnumMap<Field, String>(Field.class);
    said.put(Field.FOUND, found.words());
    said.put(Field.FOUND_BY, found.by());
    said.put(Field.FOUND_ON, found.on().toString());
    said.put(Field.BECAME, became == null ? "" : became.toString());
    return said;
  }

  private static Gap gap(Element node, MapActions.OnTheMap all) {
    var task =
        all.of(node.id()).stream()
            .filter(one -> one.terms().kind() == ActionTerms.Kind.GAP && !one.isTakenBack())
            .max(Comparator.comparing(AgreedAction::isOutstanding).thenComparing(AgreedAction::at))
            .orElse(null);
    var found =
        node.answer(Field.FOUND)
            .map(
                what ->
                    new Found(
                        what,
                        node.value(Field.FOUND_BY),
                        node.answer(Field.FOUND_ON).map(LocalDate::parse).orElse(LocalDate.EPOCH),
                        node.answer(Field.BECAME).map(ElementId::of).orElse(null)))
            .orElse(null);
    return new Gap(
        node.id(),
        node.value(Field.LABEL),
        node.value(Field.ASKED_OF),
        task,
        found,
        node.answer(Field.RAISED_BY).map(ElementId::of).orElse(null),
        standing(task, found));
  }

  private static Standing standing(@Nullable AgreedAction task, @Nullable Found found) {
    if (found != null) {
      return Standing.ANSWERED;
    }
    if (task == null) {
      return Standing.NOBODY;
    }
    if (task.state() == State.NOT_POSSIBLE || task.state() == State.NOT_NEEDED) {
      return Standing.GIVEN_UP;
    }
    if (task.state() == State.DONE) {
      return Standing.NOT_WRITTEN;
    }
    return task.progress().daysLate() > 0 ? Standing.LATE : Standing.OPEN;
  }

  private static int order(Gap gap) {
    return switch (gap.standing()) {
      case LATE -> 0;
      case NOBODY, NOT_WRITTEN -> 1;
      case OPEN -> 2;
      case GIVEN_UP -> 3;
      case ANSWERED -> 4;
    };
  }
}
