package org.sightline.network.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.network.Exercise;
import org.sightline.network.Filing;
import org.sightline.network.MappingSession;
import org.sightline.network.MappingSession.Attendance;
import org.sightline.network.MappingSession.NoteKind;
import org.sightline.network.Maps.Sight;
import org.sightline.network.OwnWords;
import org.sightline.network.Review;
import org.sightline.network.Reviews;
import org.sightline.network.actions.SayingActions;
import org.sightline.network.drawing.Legend;
import org.sightline.network.drawing.Views;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Conditions;
import org.sightline.network.sentences.Sentences;
import org.sightline.network.sentences.Sources;
import org.sightline.network.taking.MapPicture;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Writes the papers for a file. The lines of the person in full; of the others no more than the
/// picture has. No young person is named as a source.
@Component
class PaperDesk {

  /// What of a session goes onto a file. Tangents and invitations are about others.
  private static final List<NoteKind> KEPT =
      List.of(
          NoteKind.RISK,
          NoteKind.STRENGTH,
          NoteKind.DIFFERENTLY,
          NoteKind.TOLD,
          NoteKind.OTHER_MEETING);

  private final Views views;
  private final Sentences sentences;
  private final AgreedActions actions;
  private final Reviews reviews;
  private final SayingActions saying;
  private final OwnWords own;
  private final Words words;

  PaperDesk(
      Views views,
      Sentences sentences,
      AgreedActions actions,
      Reviews reviews,
      SayingActions saying,
      OwnWords own,
      Words words) {
    this.views = views;
    this.sentences = sentences;
    this.actions = actions;
    this.reviews = reviews;
    this.saying = saying;
    this.own = own;
    this.words = words;
  }

  /// The title as it stands on every page: the pattern with the key risk in it (B63, B64).
  String title(SignedIn who, Filing filing) {
    var minutes = filing.minutes();
    if (minutes == null) {
      return "";
    }
    String pattern = own.known(who).titles().getOrDefault(minutes.pattern(), "{risk}");
    return Words.fillIn(pattern, Map.of("risk", lettering(filing, Set.of()).text(minutes.risk())));
  }

  /// Whether a text names somebody who is on the map.
  boolean namesSomebody(Filing filing, String text) {
    return !lettering(filing, Set.of()).text(text).equals(text);
  }

  /// @throws NotThere when the papers of this session go onto no such file
  Papers papers(SignedIn who, Exercise exercise, Filing filing, ElementId subject) {
    var person =
        filing.subjects().stream()
            .filter(one -> one.id().equals(subject))
            .findFirst()
            .orElseThrow(NotThere::new);
    var lettering = lettering(filing, filing.namedTo(subject));
    var map = lettering.map();
    String session = session(filing.session());
    return new Papers(
        title(who, filing),
        person.value(Field.LABEL),
        words.say("network.papers.label", own.label(who, exercise), session),
        words.say("network.papers.made", Dates.day(views.today())),
        lettering.text(exercise.text().objective()),
        came(filing.session()),
        parts(filing, lettering, reassessed(who, exercise, filing, subject)),
        agreed(who, exercise, map, lettering, subject),
        is(map, person),
        lines(map, subject),
        MapPicture.of(
            views.outward(new Sight(map, false, false)),
            words.say("network.papers.map", Dates.day(filing.mapOf(views.today()))),
            Legend.of(words),
            false));
  }

  private Lettering lettering(Filing filing, Set<ElementId> named) {
    return new Lettering(
        filing.sight().picture(),
        named,
        filing.letters(),
        this::noun,
        words.say("network.lettered.somebody"));
  }

  /// Somebody of a kind, by letter: "Young person B".
  String noun(NodeKind kind, String letter) {
    return words
        .say("network.lettered." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), letter)
        .strip();
  }

  private String session(MappingSession session) {
    return words.say(
        "network.papers.session",
        words.say("network.session." + session.kind()),
        Dates.day(Objects.requireNonNull(session.day())));
  }

  private static List<String> came(MappingSession session) {
    return session.invited().stream()
        .filter(one -> !one.isOver() && one.attendance() == Attendance.CAME)
        .map(one -> one.role() + ", " + one.agency())
        .toList();
  }

  /// How this session sees the person differently now (B69).
  private List<String> reassessed(
      SignedIn who, Exercise exercise, Filing filing, ElementId subject) {
    return reviews.reassessed(who, exercise.id()).stream()
        .filter(one -> one.session().equals(filing.session().id()))
        .filter(one -> one.element().equals(subject))
        .map(Review.Reassessed::words)
        .toList();
  }

  private List<Papers.Part> parts(Filing filing, Lettering lettering, List<String> reassessed) {
    var parts = new ArrayList<Papers.Part>();
    var minutes = filing.minutes();
    if (minutes != null && !minutes.words().isBlank()) {
      parts.add(
          new Papers.Part(
              words.say("network.papers.minutes"), List.of(lettering.text(minutes.words()))));
    }
    if (!reassessed.isEmpty()) {
      parts.add(
          new Papers.Part(
              words.say("network.papers.reassessed"),
              reassessed.stream().map(lettering::text).toList()));
    }
    for (var kind : KEPT) {
      var said =
          filing.session().said().stream()
              .filter(one -> one.kind() == kind && !one.isOver())
              .map(one -> lettering.text(one.words()))
              .toList();
      if (!said.isEmpty()) {
        parts.add(new Papers.Part(words.say("network.session.note." + kind), said));
      }
    }
    return parts;
  }

  private String is(Picture map, Element person) {
    String said = views.node(Objects.requireNonNull(map.find(person.id()))).said();
    return words.say("network.papers.is", person.value(Field.LABEL), said);
  }

  /// How much of what is said of a person the police shared on conditions, in words; empty where
  /// nothing is.
  String conditions(Filing filing, ElementId subject) {
    var map = filing.sight().picture();
    long lines =
        map.on(ElementKind.LINE).stream()
            .filter(line -> isOf(map, line, subject) && Conditions.areOn(map, line))
            .count();
    return lines == 0
        ? ""
        : words.say("network.conditions.some", words.count("network.conditions.lines", lines));
  }

  private List<String> lines(Picture map, ElementId subject) {
    return map.on(ElementKind.LINE).stream()
        .filter(line -> isOf(map, line, subject))
        .flatMap(
            line ->
                Stream.of(
                        sentences.line(map, line, Sources.OTHERS),
                        sentences.narrative(map, line, Sources.OTHERS))
                    .filter(said -> !said.isEmpty()))
        .toList();
  }

  /// What was agreed for the person, for a place, or for all of them; nothing that answers somebody
  /// else.
  private List<String> agreed(
      SignedIn who, Exercise exercise, Picture map, Lettering lettering, ElementId subject) {
    return actions.of(who, exercise.id()).stream()
        .filter(action -> !action.isTakenBack() && concerns(map, action, subject))
        .map(
            action ->
                words.say(
                    "network.papers.action",
                    lettering.text(action.terms().words()),
                    lettering.text(saying.owner(action.terms())),
                    Dates.day(action.terms().due()),
                    words.say("network.action.state." + action.state())))
        .toList();
  }

  private static boolean concerns(Picture map, AgreedAction action, ElementId subject) {
    var target = action.target();
    if (target == null) {
      return true;
    }
    var element = map.find(new ElementId(target.id()));
    if (element == null) {
      return false;
    }
    return switch (element.kind()) {
      case NODE ->
          !NodeKind.valueOf(element.value(Field.KIND)).isPerson()
              || map.shown(element.id()).equals(subject);
      case LINE -> isOf(map, element, subject);
      case REPORT -> false;
    };
  }

  private static boolean isOf(Picture map, Element line, ElementId node) {
    return Stream.of(Field.FROM, Field.TO)
        .anyMatch(end -> map.shown(ElementId.of(line.value(end))).equals(node));
  }

  /// Who can be named in somebody's papers: the other people on the map, by id.
  static Map<String, String> others(Filing filing, ElementId subject) {
    var others = new LinkedHashMap<String, String>();
    var named = filing.namedTo(subject);
    for (var node : filing.sight().picture().on(ElementKind.NODE)) {
      if (NodeKind.valueOf(node.value(Field.KIND)).isPerson() && !named.contains(node.id())) {
        others.put(node.id().toString(), node.value(Field.LABEL));
      }
    }
    return others;
  }
}
