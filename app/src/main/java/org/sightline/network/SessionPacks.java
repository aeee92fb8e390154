package org.sightline.network;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.ClosedRecords;
import org.sightline.access.GuestPasses;
import org.sightline.access.Packs;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Conditions;
import org.sightline.network.sentences.Sentences;
import org.sightline.network.sentences.Sources;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A mapping session as the pack of its guests (AC-19): the objective, who and what it is about,
/// what is asked, and what is said of the lines, without any young person as a source. Somebody
/// whose record is closed to the guest is not in it, nor a line that the police shared on
/// conditions. The pack has the id of the session.
@Component
public class SessionPacks implements Packs {

  private static final SealedColumn CONTENT = new SealedColumn("network.guest_pack", "content");

  private final Processes processes;
  private final Exercises exercises;
  private final MappingSessions sessions;
  private final Preparing preparing;
  private final Maps maps;
  private final OwnWords own;
  private final Sentences sentences;
  private final Casework casework;
  private final GuestPasses passes;
  private final ClosedRecords closed;
  private final NamesGone gone;
  private final MapCopies held;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Words words;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  SessionPacks(
      Processes processes,
      Exercises exercises,
      MappingSessions sessions,
      Preparing preparing,
      Maps maps,
      OwnWords own,
      Sentences sentences,
      Casework casework,
      GuestPasses passes,
      ClosedRecords closed,
      NamesGone gone,
      MapCopies held,
      JdbcClient jdbc,
      Sealing sealing,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.exercises = exercises;
    this.sessions = sessions;
    this.preparing = preparing;
    this.maps = maps;
    this.own = own;
    this.sentences = sentences;
    this.casework = casework;
    this.passes = passes;
    this.closed = closed;
    this.gone = gone;
    this.held = held;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.words = words;
    this.clock = clock;
  }

  /// What a guest reads.
  ///
  /// @param on the day it was put together
  /// @param label framework and unit, as the authority calls them; `null` in what was put together
  ///     before it was said
  public record Content(
      String title,
      LocalDate on,
      String objective,
      List<Named> people,
      List<Said> lines,
      List<Said> questions,
      @Nullable String label) {}

  /// Somebody or something the session is about.
  ///
  /// @param what the kind, in words
  /// @param record of the person, or `null`
  public record Named(String name, String what, @Nullable UUID record) {}

  /// Something that is said or asked, and the records of those it speaks of.
  public record Said(String words, List<UUID> records) {}

  @Override
  public List<Pack> mine(SignedIn who) {
    return exercises.mine(who).stream()
        .filter(one -> casework.isChair(who, one.id()))
        .flatMap(
            one ->
                sessions.planned(who, one.id()).stream()
                    .map(session -> new Pack(one.id(), session.id(), title(one.title(), session))))
        .toList();
  }

  @Override
  public void prepare(SignedIn who, Pack pack) {
    var exercise = exercises.find(who, pack.workspace());
    var prepared = preparing.read(who, pack.workspace());
    var picture = maps.see(who, pack.workspace()).picture();
    var part = prepared.part().stream().filter(one -> !isGone(picture, one)).toList();
    var content =
        new Content(
            pack.title(),
            exercises.today(),
            exercise.text().objective(),
            part.stream().map(this::named).toList(),
            lines(picture).map(line -> said(picture, line)).toList(),
            prepared.questions().stream()
                .filter(one -> !one.isOver() && !one.isAnswered() && isOfAny(part, one))
                .map(one -> asked(part, one))
                .toList(),
            own.label(who, exercise));
    processes.change(
        who,
        Act.in(pack.workspace(), "network.guest-pack-made", pack.id()),
        () -> keep(who, pack, content));
  }

  @Override
  public void asked(SignedIn who, Pack pack, UserId guest) {
    var people =
        processes.look(who, () -> content(pack.id())).stream()
            .flatMap(kept -> kept.content().people().stream())
            .map(Named::record)
            .filter(Objects::nonNull)
            .toList();
    gone.pack(who, pack.workspace(), people, guest);
    var picture = maps.see(who, pack.workspace()).picture();
    held.note(
        who,
        pack.workspace(),
        new MapCopies.Shown(
            MapCopies.PACK,
            picture.last(),
            lines(picture).map(Element::id).collect(Collectors.toUnmodifiableSet())),
        guest);
  }

  private static Stream<Element> lines(Picture picture) {
    return picture.on(ElementKind.LINE).stream().filter(line -> !Conditions.areOn(picture, line));
  }

  /// What [#prepare] leaves out, as the chair reads it.
  @Override
  public Optional<Without> without(SignedIn who, Pack pack) {
    var prepared = preparing.read(who, pack.workspace());
    var picture = maps.see(who, pack.workspace()).picture();
    var part = prepared.part().stream().filter(one -> !isGone(picture, one)).toList();
    var things = new ArrayList<Without.Thing>();
    picture.on(ElementKind.LINE).stream()
        .filter(line -> Conditions.areOn(picture, line))
        .forEach(
            line ->
                things.add(thing(sentences.line(picture, line, Sources.MEMBERS), "conditions")));
    prepared.part().stream()
        .filter(one -> !part.contains(one))
        .forEach(one -> things.add(thing(one.name(), "gone")));
    prepared.questions().stream()
        .filter(one -> !one.isOver() && !one.isAnswered() && !isOfAny(part, one))
        .forEach(one -> things.add(thing(one.question(), "question")));
    return Optional.of(new Without(things, words.say("network.pack.without.always")));
  }

  private Without.Thing thing(String what, String why) {
    return new Without.Thing(what, words.say("network.pack.without." + why));
  }

  @EventListener
  void on(Thinned thinned) {
    refresh(thinned.who(), thinned.work());
  }

  /// Puts every pack of an exercise together anew to which guests were asked.
  public void refresh(SignedIn who, WorkspaceId work) {
    var packs =
        processes.look(
            who,
            () ->
                jdbc
                    .sql("select pack_id from network.guest_pack where workspace_id = :work")
                    .param("work", work.value())
                    .query(UUID.class)
                    .list()
                    .stream()
                    .map(id -> new Pack(work, id, content(id).orElseThrow().content().title()))
                    .toList());
    packs.forEach(pack -> prepare(who, pack));
  }

  @Override
  public Optional<Shown> shown(SignedIn guest, UUID pack) {
    return processes.look(
        guest,
        () ->
            content(pack)
                .map(kept -> new Shown(kept.content().title(), "/network/guest-sessions/" + pack)));
  }

  /// @throws NotThere without a pass that is good now
  public Content read(SignedIn guest, UUID pack) {
    var kept = processes.look(guest, () -> content(pack)).orElseThrow(NotThere::new);
    return processes.readOfSeveral(
        guest,
        Act.in(kept.workspace(), "network.guest-pack-read", pack),
        () -> {
          passes.requirePack(pack);
          return open(kept.content());
        },
        content -> content.people().size());
  }

  /// Without whoever is closed to the guest.
  private Content open(Content content) {
    var hidden = closed.all();
    return new Content(
        content.title(),
        content.on(),
        content.objective(),
        content.people().stream()
            .filter(one -> one.record() == null || !hidden.contains(one.record()))
            .toList(),
        without(content.lines(), hidden),
        without(content.questions(), hidden),
        content.label());
  }

  private static List<Said> without(List<Said> said, Set<UUID> hidden) {
    return said.stream().filter(one -> one.records().stream().noneMatch(hidden::contains)).toList();
  }

  private record Kept(WorkspaceId workspace, Content content) {}

  private Optional<Kept> content(UUID pack) {
    return jdbc.sql("select workspace_id, content from network.guest_pack where pack_id = :pack")
        .param("pack", pack)
        .query(
            (row, n) ->
                new Kept(
                    new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                    json.readValue(
                        sealing.open(CONTENT, pack, row.getBytes("content")), Content.class)))
        .optional();
  }

  private void keep(SignedIn who, Pack pack, Content content) {
    jdbc.sql(
            """
            insert into network.guest_pack (pack_id, workspace_id, content, by_user, at)
            values (:pack, :work, :content, :by, :at)
            on conflict (pack_id) do update
               set content = excluded.content, by_user = excluded.by_user, at = excluded.at
            """)
        .param("pack", pack.id())
        .param("work", pack.workspace().value())
        .param("content", sealing.seal(CONTENT, pack.id(), json.writeValueAsString(content)))
        .param("by", who.user().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Whether somebody who is part of the exercise was taken off its map.
  public static boolean isGone(Picture picture, Subject subject) {
    var nodes = nodes(picture, subject);
    return !nodes.isEmpty() && nodes.stream().noneMatch(Element::isOn);
  }

  /// What stands for somebody on the map, or ever stood for them.
  static List<Element> nodes(Picture picture, Subject subject) {
    UUID person = subject.person();
    return picture
        .everyNode()
        .filter(
            node ->
                person == null
                    ? node.value(Field.LABEL).equalsIgnoreCase(subject.name())
                    : node.value(Field.RECORD).equals(person.toString()))
        .toList();
  }

  private Named named(Subject subject) {
    return new Named(
        subject.name(), words.say("network.subject." + subject.kind()), subject.person());
  }

  /// Whether a question is about all of it, or about somebody who is still part of it.
  public static boolean isOfAny(List<Subject> part, KeyQuestion question) {
    UUID subject = question.subject();
    return subject == null || part.stream().anyMatch(one -> one.id().equals(subject));
  }

  private static Said asked(List<Subject> part, KeyQuestion question) {
    var about =
        part.stream()
            .filter(one -> one.id().equals(question.subject()))
            .map(Subject::person)
            .filter(Objects::nonNull)
            .toList();
    return new Said(question.question(), about);
  }

  private Said said(Picture picture, Element line) {
    var records = new ArrayList<UUID>();
    for (var end : List.of(Field.FROM, Field.TO)) {
      var id = ElementId.of(line.value(end));
      Stream.of(id, picture.shown(id))
          .map(picture::find)
          .filter(Objects::nonNull)
          .map(node -> node.value(Field.RECORD))
          .filter(record -> !record.isEmpty())
          .map(Ids::parse)
          .forEach(records::add);
    }
    return new Said(sentences.line(picture, line, Sources.OTHERS), records);
  }

  private String title(String exercise, MappingSessions.Planned session) {
    var day = session.day();
    return words.say(
        "network.pack.title",
        exercise,
        words.say("network.session." + session.kind()),
        day == null ? words.say("network.list.no-day") : Dates.day(day));
  }
}
