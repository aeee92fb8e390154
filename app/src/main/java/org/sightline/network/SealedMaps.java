package org.sightline.network;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Asking;
import org.sightline.network.map.Change;
import org.sightline.network.map.Difference;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// A sealed version of the map for each meeting, and what is different between any two. Open to
/// those who work on the piece of work, and to nobody else: somebody who is off the map is in its
/// versions (AC-08).
@Component
public class SealedMaps {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Processes processes;
  private final Workspaces workspaces;
  private final OpenExercises open;
  private final Photos photos;
  private final Maps maps;
  private final JdbcMaps log;
  private final JdbcMappingSessions sessions;
  private final JdbcSealedMaps sealed;
  private final Reviews reviews;
  private final Freshness freshness;
  private final Sentences sentences;
  private final Words words;
  private final Clock clock;

  SealedMaps(
      Processes processes,
      Workspaces workspaces,
      OpenExercises open,
      Photos photos,
      Maps maps,
      JdbcMaps log,
      JdbcMappingSessions sessions,
      JdbcSealedMaps sealed,
      Reviews reviews,
      Freshness freshness,
      Sentences sentences,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.open = open;
    this.photos = photos;
    this.maps = maps;
    this.log = log;
    this.sessions = sessions;
    this.sealed = sealed;
    this.reviews = reviews;
    this.freshness = freshness;
    this.sentences = sentences;
    this.words = words;
    this.clock = clock;
  }

  /// The map at one moment.
  ///
  /// @param day on which it is looked at: that of the meeting, or today
  public record State(Maps.Sight sight, LocalDate day, LocalDate fresh) {

    public Difference.State asState() {
      return new Difference.State(sight.picture(), fresh);
    }
  }

  /// Two moments, and what is different.
  public record Between(State earlier, State later, Difference difference) {}

  /// All versions in the order in which they were sealed, those that were taken back too.
  ///
  /// @throws NotThere when the reader does not work on it
  public List<SealedMap> of(SignedIn who, WorkspaceId work) {
    return processes.read(
        who, Act.in(work, "network.map-versions-read", work.value()), () -> all(who, work));
  }

  /// The same for a list of links that says days only, without an entry in the audit; empty for who
  /// does not work on it.
  public List<SealedMap> offered(SignedIn who, WorkspaceId work) {
    return processes.look(
        who,
        () -> {
          boolean works =
              workspaces.roles(who, work).stream().anyMatch(List.of(Casework.WORKERS)::contains);
          return works ? sealed.of(work).stream().filter(one -> !one.isOver()).toList() : List.of();
        });
  }

  private List<SealedMap> all(SignedIn who, WorkspaceId work) {
    workspaces.require(who, work, Casework.WORKERS);
    return sealed.of(work);
  }

  /// The map as a version holds it.
  ///
  /// @throws NotThere when it was taken back, or the reader does not work on it
  public State open(SignedIn who, WorkspaceId work, UUID version) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.map-version-read", version),
        () -> state(who, work, version.toString()),
        state -> state.sight().picture().people());
  }

  /// What is different between two versions, or between one and the map as it stands.
  ///
  /// @param from and `to` ids of versions, or empty for now
  /// @throws NotThere when one was taken back, or the reader does not work on it
  public Between between(SignedIn who, WorkspaceId work, String from, String to) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.map-difference-read", work.value()),
        () -> {
          var earlier = state(who, work, from);
          var later = state(who, work, to);
          return new Between(
              earlier, later, Difference.between(earlier.asState(), later.asState()));
        },
        between ->
            Math.max(
                between.earlier().sight().picture().people(),
                between.later().sight().picture().people()));
  }

  private State state(SignedIn who, WorkspaceId work, String version) {
    if (version.isEmpty()) {
      var today = today();
      return new State(maps.then(who, work, Long.MAX_VALUE), today, freshness.since(today));
    }
    var one =
        all(who, work).stream()
            .filter(each -> each.id().toString().equals(version) && !each.isOver())
            .findFirst()
            .orElseThrow(NotThere::new);
    return new State(maps.then(who, work, one.entry()), one.day(), freshness.since(one.day()));
  }

  /// The map with what is not asked yet on it.
  public record Unasked(Maps.Sight sight, List<OpenQuestions.Open> open) {}

  /// What has to be answered or turned into gaps before a version is sealed.
  ///
  /// @throws NotThere when the reader does not work on it
  public Unasked unasked(SignedIn who, WorkspaceId work) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.map-read", work.value()),
        () -> {
          var sight = maps.then(who, work, Long.MAX_VALUE);
          return new Unasked(sight, OpenQuestions.of(sight.picture()));
        },
        unasked -> unasked.sight().picture().people());
  }

  /// Turns one question about one line, or about what somebody said of it, into a gap: nobody
  /// knows, and somebody is to find out.
  ///
  /// @param of the line or the report
  /// @throws NotThere when it is not open
  public void toGap(SignedIn who, WorkspaceId work, UUID edit, ElementId of, Field field) {
    processes.change(
        who,
        Act.in(work, "network.question-made-gap", of.value()),
        () -> {
          var picture = maps.then(who, work, Long.MAX_VALUE).picture();
          var open =
              OpenQuestions.of(picture).stream()
                  .flatMap(each -> each.questions().stream())
                  .filter(each -> each.of().id().equals(of) && each.field() == field)
                  .findFirst()
                  .orElseThrow(NotThere::new);
          var changes = new ArrayList<Change>();
          notKnown(changes, open);
          if (!OpenQuestions.askedOfAll(picture).contains(field)) {
            gap(changes, picture, field, open.of());
          }
          maps.draw(who, work, new Edit(edit, changes), picture.last());
        });
  }

  /// Turns everything that is still open into gaps: one for each question, about all the lines of
  /// which nobody knows. One undo takes it back.
  ///
  /// @return how many questions there were
  public int restToGaps(SignedIn who, WorkspaceId work, UUID edit) {
    return processes.change(
        who,
        Act.in(work, "network.question-made-gap", work.value()),
        () -> {
          var picture = maps.then(who, work, Long.MAX_VALUE).picture();
          var changes = new ArrayList<Change>();
          var fields = EnumSet.noneOf(Field.class);
          int questions = 0;
          for (var open : OpenQuestions.of(picture)) {
            for (var question : open.questions()) {
              notKnown(changes, question);
              fields.add(question.field());
              questions++;
            }
          }
          fields.removeAll(OpenQuestions.askedOfAll(picture));
          fields.forEach(field -> gap(changes, picture, field, null));
          if (!changes.isEmpty()) {
            maps.draw(who, work, new Edit(edit, changes), picture.last());
          }
          return questions;
        });
  }

  private static void notKnown(List<Change> changes, Asking question) {
    if (question.answer().isEmpty()) {
      changes.add(new Change(question.of().id(), question.field(), Field.NOT_KNOWN));
    }
  }

  private void gap(
      List<Change> changes,
      Picture picture,
      Field field,
      @org.jspecify.annotations.Nullable Element of) {
    var gap = ElementId.random();
    changes.add(new Change(gap, Field.KIND, NodeKind.GAP.name()));
    changes.add(new Change(gap, Field.LABEL, sentences.gap(picture, field, of)));
    changes.add(new Change(gap, Field.ASKS, field.name()));
    if (of != null) {
      changes.add(new Change(gap, Field.ASKS_OF, of.id().toString()));
    }
  }

  /// What is noted when a version is sealed.
  ///
  /// @param told whether the young people and their parents were told, and if not, why; empty when
  ///     that was noted before
  /// @param differently who sees it differently, and how; empty when nobody said so
  public record Notes(String told, String differently) {}

  /// Seals the version of a session: the map as it stands, on the day of the session.
  ///
  /// @param seen the last entry its author had seen
  /// @throws Refused while something is not asked yet, the session was not held or not gone
  ///     through, or somebody has drawn meanwhile
  public UUID seal(SignedIn who, WorkspaceId work, UUID session, long seen, Notes notes) {
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(work, "network.map-sealed", id),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          long last = log.hold(work);
          open.require(work);
          var held = sessions.standing(work, session);
          var day = held.day();
          if (day == null || !held.isHeld()) {
            throw new Refused(words.say("network.seal.not-held"));
          }
          requireFit(who, work, held, last, seen);
          sealed.add(who, work, id, session, last, day);
          note(who, work, session, MappingSession.NoteKind.TOLD, notes.told());
          note(who, work, session, MappingSession.NoteKind.DIFFERENTLY, notes.differently());
        });
    return id;
  }

  private void requireFit(
      SignedIn who, WorkspaceId work, MappingSession held, long last, long seen) {
    if (sealed.of(work).stream().anyMatch(v -> !v.isOver() && v.session().equals(held.id()))) {
      throw new Refused(words.say("network.seal.already"));
    }
    var picture = maps.then(who, work, Long.MAX_VALUE).picture();
    var day = held.day();
    boolean isOnPaper = day != null && photos.isOf(work, day);
    if (picture.on(ElementKind.NODE).isEmpty() && !isOnPaper) {
      throw new Refused(words.say("network.seal.empty"));
    }
    var open = OpenQuestions.of(picture);
    if (!open.isEmpty()) {
      int questions = open.stream().mapToInt(each -> each.questions().size()).sum();
      throw new Refused(words.say("network.seal.open", questions, open.size()));
    }
    if (held.kind() == MappingSession.Kind.REVIEW) {
      reviews.requireThrough(who, work, held.id());
    }
    if (last != seen) {
      throw new Refused(words.say("network.seal.drawn-meanwhile"));
    }
  }

  private void note(
      SignedIn who, WorkspaceId work, UUID session, MappingSession.NoteKind kind, String said) {
    if (!said.isEmpty()) {
      sessions.note(who, work, session, UUID.randomUUID(), kind, said);
    }
  }

  /// Takes a version back, on the day it was sealed and by whoever sealed it.
  ///
  /// @throws Refused on any other day, or for anybody else
  public void takeBack(SignedIn who, WorkspaceId work, UUID version, String because) {
    processes.change(
        who,
        Act.in(work, "network.map-seal-taken-back", version),
        () -> {
          var one =
              all(who, work).stream()
                  .filter(each -> each.id().equals(version) && !each.isOver())
                  .findFirst()
                  .orElseThrow(NotThere::new);
          if (!mayTakeBack(who, one)) {
            throw new Refused(words.say("network.version.too-late"));
          }
          if (!sealed.takeBack(work, version, because)) {
            throw new NotThere();
          }
        });
  }

  public boolean mayTakeBack(SignedIn who, SealedMap version) {
    return !version.isOver()
        && version.by().equals(who.user())
        && LocalDate.ofInstant(version.at(), LONDON).equals(today());
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
