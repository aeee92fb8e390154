package org.sightline.network.listing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.PickUps;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSession;
import org.sightline.network.MappingSessions;
import org.sightline.network.Maps;
import org.sightline.network.OwnWords;
import org.sightline.network.Preparing;
import org.sightline.network.SessionPacks;
import org.sightline.network.Subject;
import org.sightline.people.Disclosure;
import org.sightline.people.PersonId;
import org.sightline.people.Recipients;
import org.sightline.sharing.AboutKind;
import org.sightline.sharing.Category;
import org.sightline.sharing.Shareable;
import org.sightline.sharing.SharedWork;
import org.sightline.web.Dates;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Offers the list of a session to the sharing desk (B61, H06): the names of those who are part of
/// the exercise, and what is asked. That somebody got it stands on the record of each person; that
/// it went out stands on the date of the exercise.
@Component
class SharedLists implements SharedWork {

  private static final String LIST = "network.list";

  private final Exercises exercises;
  private final MappingSessions sessions;
  private final Preparing preparing;
  private final Maps maps;
  private final OwnWords own;
  private final Recipients recipients;
  private final Pages pages;
  private final Words words;

  SharedLists(
      Exercises exercises,
      MappingSessions sessions,
      Preparing preparing,
      Maps maps,
      OwnWords own,
      Recipients recipients,
      Pages pages,
      Words words) {
    this.exercises = exercises;
    this.sessions = sessions;
    this.preparing = preparing;
    this.maps = maps;
    this.own = own;
    this.recipients = recipients;
    this.pages = pages;
    this.words = words;
  }

  /// None of its own: an exercise is a piece of work, which has its desk already.
  @Override
  public List<Desk> desks(SignedIn who) {
    return List.of();
  }

  @Override
  public List<Shareable> shareables(SignedIn who, WorkspaceId workspace) {
    if (!isExercise(who, workspace)) {
      return List.of();
    }
    int people =
        Math.toIntExact(
            preparing.read(who, workspace).part().stream().filter(one -> !one.isPlace()).count());
    return sessions.of(who, workspace).stream()
        .filter(session -> !session.isOver() && !session.isHeld())
        .map(
            session ->
                new Shareable(
                    session.id(),
                    LIST,
                    words.say("network.list.of", said(session)),
                    AboutKind.GROUP,
                    Set.of(Category.IDENTITY, Category.PEERS),
                    false,
                    true,
                    people,
                    "/network/exercises/" + workspace + "/sessions/" + session.id()))
        .toList();
  }

  @Override
  public Set<String> papers() {
    return Set.of(LIST);
  }

  /// Never for a family: it names other people's children.
  @Override
  public Optional<PickUps.Document> document(
      SignedIn who, WorkspaceId workspace, UUID record, String toWhom, boolean toFamily) {
    var session = toFamily ? null : session(who, workspace, record);
    if (session == null) {
      return Optional.empty();
    }
    var prepared = preparing.read(who, workspace);
    var picture = maps.see(who, workspace).picture();
    var part = prepared.part().stream().filter(one -> !SessionPacks.isGone(picture, one)).toList();
    for (var one : part) {
      UUID person = one.person();
      if (person != null) {
        recipients.copy(
            who, workspace, new PersonId(person), Disclosure.Kind.SHARED, toWhom, false);
      }
    }
    var exercise = exercises.find(who, workspace);
    var paper =
        new ListPaper(
            toWhom,
            own.label(who, exercise),
            said(session),
            exercise.text().objective(),
            listed(part, false),
            listed(part, true),
            prepared.questions().stream()
                .filter(
                    one -> !one.isOver() && !one.isAnswered() && SessionPacks.isOfAny(part, one))
                .map(one -> asked(part, one.subject(), one.question()))
                .toList());
    sessions.listWentOut(who, workspace, record);
    return Optional.of(
        new PickUps.Document(
            words.say("network.list.title"), pages.document("network/listing/list", paper)));
  }

  /// Those who are on it.
  @Override
  public Set<UUID> named(SignedIn who, WorkspaceId workspace, UUID record) {
    return session(who, workspace, record) == null
        ? Set.of()
        : preparing.read(who, workspace).part().stream()
            .map(Subject::person)
            .filter(java.util.Objects::nonNull)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  private @Nullable MappingSession session(SignedIn who, WorkspaceId workspace, UUID id) {
    return isExercise(who, workspace)
        ? sessions.of(who, workspace).stream()
            .filter(one -> one.id().equals(id) && !one.isOver())
            .findFirst()
            .orElse(null)
        : null;
  }

  private List<ListPaper.Listed> listed(List<Subject> part, boolean places) {
    return part.stream()
        .filter(one -> one.isPlace() == places)
        .map(one -> new ListPaper.Listed(one.name(), words.say("network.subject." + one.kind())))
        .toList();
  }

  private String asked(List<Subject> part, @Nullable UUID subject, String question) {
    return part.stream()
        .filter(one -> one.id().equals(subject))
        .findFirst()
        .map(one -> words.say("network.list.asked", one.name(), question))
        .orElse(question);
  }

  private String said(MappingSession session) {
    var day = session.day();
    return words.say(
        "network.list.session",
        words.say("network.session." + session.kind()),
        day == null ? words.say("network.list.no-day") : Dates.weekday(day));
  }

  private boolean isExercise(SignedIn who, WorkspaceId workspace) {
    return exercises.mine(who).stream().anyMatch(each -> each.id().equals(workspace));
  }
}
