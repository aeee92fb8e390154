package org.sightline.network;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Review.Given;
import org.sightline.network.Review.Part;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Reviews of a map: everything on it is gone through before the review was held. What is said
/// becomes one edit of the map, which one undo takes back.
@Component
public class Reviews {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Processes processes;
  private final Workspaces workspaces;
  private final OpenExercises open;
  private final Maps maps;
  private final JdbcMaps log;
  private final JdbcMappingSessions sessions;
  private final JdbcReviews answers;
  private final AgreedActions actions;
  private final Words words;
  private final Clock clock;

  Reviews(
      Processes processes,
      Workspaces workspaces,
      OpenExercises open,
      Maps maps,
      JdbcMaps log,
      JdbcMappingSessions sessions,
      JdbcReviews answers,
      AgreedActions actions,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.open = open;
    this.maps = maps;
    this.log = log;
    this.sessions = sessions;
    this.answers = answers;
    this.actions = actions;
    this.words = words;
    this.clock = clock;
  }

  /// How far a review has come.
  ///
  /// @throws NotThere when it is no review, or the reader does not work on it
  public Review of(SignedIn who, WorkspaceId work, UUID session) {
    return processes.read(
        who, Act.in(work, "network.review-read", session), () -> read(who, work, session));
  }

  /// Says what was found of some of it.
  ///
  /// @param edit made with the form: sent twice, it is one
  /// @param given by what it is about
  /// @param seen the last entry the author had seen
  /// @throws NotDrawn when somebody has said something else of it meanwhile; nothing is kept
  /// @throws NotThere when it is no review, or something is not on the map
  public void answer(
      SignedIn who,
      WorkspaceId work,
      UUID session,
      UUID edit,
      Map<ElementId, Given> given,
      long seen) {
    processes.change(
        who,
        Act.in(work, "network.review-answered", session).with("answers " + given.size()),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          open.require(work);
          if (log.numberOf(work, edit) == 0) {
            keep(who, work, read(who, work, session), edit, given, seen);
          }
        });
  }

  /// Of whom it was said at a review that they are seen differently now (B69), as far as they are
  /// on the map and open to the reader, in the order in which it was said.
  ///
  /// @throws NotThere when the reader does not work on it
  public List<Review.Reassessed> reassessed(SignedIn who, WorkspaceId work) {
    return processes.read(
        who,
        Act.in(work, "network.review-read", work.value()),
        () -> {
          var picture = maps.then(who, work, Long.MAX_VALUE).picture();
          return answers.reassessed(work).stream()
              .filter(one -> isOn(picture.find(one.element())))
              .toList();
        });
  }

  private static boolean isOn(@Nullable Element element) {
    return element != null && element.isOn();
  }

  private void keep(
      SignedIn who,
      WorkspaceId work,
      Review review,
      UUID edit,
      Map<ElementId, Given> given,
      long seen) {
    long entry = review.sight().picture().last();
    var changes = new ArrayList<Change>();
    given.forEach(
        (id, said) -> {
          var element = review.sight().picture().find(id);
          var part = element == null ? null : Part.of(element);
          if (part == null || !part.answers().contains(said.said())) {
            throw new NotThere();
          }
          changes.addAll(changes(review, Objects.requireNonNull(element), said));
          answers.add(who, work, review.session().id(), id, said, entry);
        });
    if (!changes.isEmpty()) {
      maps.draw(who, work, new Edit(edit, changes), seen);
    }
  }

  private static List<Change> changes(Review review, Element element, Given given) {
    var day = review.session().day();
    var all =
        switch (given.said()) {
          case HOLDS ->
              List.of(
                  new Change(element.id(), Field.CURRENT, "YES"),
                  new Change(element.id(), Field.CONFIRMED, day == null ? "" : day.toString()));
          case NO_LONGER -> List.of(new Change(element.id(), Field.CURRENT, "NO"));
          case NOT_KNOWN -> List.of(new Change(element.id(), Field.CURRENT, Field.NOT_KNOWN));
          case NO_LONGER_PART -> List.of(new Change(element.id(), Field.OFF, given.words()));
          case STILL_PART, REASSESSED, STILL_OPEN -> List.<Change>of();
        };
    return all.stream()
        .filter(change -> !change.value().equals(element.value(change.field())))
        .toList();
  }

  private Review read(SignedIn who, WorkspaceId work, UUID session) {
    var sight = maps.then(who, work, Long.MAX_VALUE);
    var held =
        sessions.of(work).stream()
            .filter(one -> one.id().equals(session) && !one.isOver())
            .filter(one -> one.kind() == MappingSession.Kind.REVIEW)
            .findFirst()
            .orElseThrow(NotThere::new);
    var kept = answers.of(work, session);
    var waiting =
        actions.outstanding(who, work).stream()
            .filter(action -> isToUpdate(action, held, kept.begunAt()))
            .toList();
    return Review.of(held, sight, kept, waiting);
  }

  /// What was agreed at the review itself is new; everything else needs an update of its day (B68).
  private boolean isToUpdate(AgreedAction action, MappingSession held, @Nullable Instant begun) {
    if (begun != null && action.at().isAfter(begun)) {
      return false;
    }
    var today = LocalDate.now(clock.withZone(LONDON));
    var since = held.day() == null || held.day().isAfter(today) ? today : held.day();
    var last = action.last();
    return last == null || LocalDate.ofInstant(last.at(), LONDON).isBefore(since);
  }

  /// What is said of an action at a review.
  public record Told(AgreedAction.State state, String words) {}

  /// Says how far some of the actions are.
  ///
  /// @param told by the id of the action
  /// @throws NotThere when it is no review, or one of them is not outstanding in it
  public void update(SignedIn who, WorkspaceId work, UUID session, Map<UUID, Told> told) {
    processes.change(
        who,
        Act.in(work, "network.review-answered", session).with("actions " + told.size()),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          open.require(work);
          var waiting = read(who, work, session).actions();
          told.forEach(
              (id, said) -> {
                if (waiting.stream().noneMatch(action -> action.id().equals(id))) {
                  throw new NotThere();
                }
                actions.update(who, work, id, said.state(), said.words());
              });
        });
  }

  /// Whether the date of a review may be said to be done: as a session that has gone through what
  /// is on the map, unless nothing is.
  ///
  /// @param slot the date
  /// @throws Refused with a sentence that says what to do first
  public void requireDone(SignedIn who, WorkspaceId work, String slot) {
    if (!slot.startsWith(ExerciseDates.REVIEW)) {
      return;
    }
    processes.look(
        who,
        () -> {
          var session =
              sessions.of(work).stream()
                  .filter(one -> one.slot().equals(slot) && !one.isOver())
                  .findFirst();
          if (session.isPresent()) {
            requireThrough(who, work, session.get().id());
          } else if (!maps.then(who, work, Long.MAX_VALUE)
              .picture()
              .on(ElementKind.NODE)
              .isEmpty()) {
            throw new Refused(words.say("network.review.no-session"));
          }
          return true;
        });
  }

  /// Says what remains of a review, when anything does. Works inside a process.
  ///
  /// @throws Refused with the sentence
  void requireThrough(SignedIn who, WorkspaceId work, UUID session) {
    var review = read(who, work, session);
    if (!review.isThrough()) {
      throw new Refused(words.say("network.review.remains", remains(review)));
    }
  }

  /// "3 lines and 1 person"; empty when nothing remains.
  public String remains(Review review) {
    var said = new ArrayList<String>();
    review
        .remaining()
        .forEach((part, rest) -> add(said, "network.review.remains." + part, rest.size()));
    add(said, "network.review.remains.ACTIONS", review.actions().size());
    return String.join(", ", said);
  }

  private void add(List<String> said, String key, int rest) {
    if (rest > 0) {
      said.add(words.count(key, rest));
    }
  }
}
