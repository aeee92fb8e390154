package org.sightline.network.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.Maps.Sight;
import org.sightline.network.OpenQuestions;
import org.sightline.network.actions.ActionsOfElements;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.network.sentences.Sources;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Makes the page of one node or one line.
@Component
class ElementPages {

  private final Maps maps;
  private final Casework casework;
  private final Questions questions;
  private final Sentences sentences;
  private final Views views;
  private final ActionsOfElements actions;
  private final SayingCopies copies;
  private final Words words;

  ElementPages(
      Maps maps,
      Casework casework,
      Questions questions,
      Sentences sentences,
      Views views,
      ActionsOfElements actions,
      SayingCopies copies,
      Words words) {
    this.maps = maps;
    this.casework = casework;
    this.questions = questions;
    this.sentences = sentences;
    this.views = views;
    this.actions = actions;
    this.copies = copies;
    this.words = words;
  }

  /// Which element, and whether it stands beside the picture.
  ///
  /// @param meeting the session for which it is asked, by id, or empty
  record At(WorkspaceId work, ElementId element, boolean part, String meeting) {

    At of(ElementId other) {
      return new At(work, other, part, meeting);
    }

    At forMeeting(@Nullable String session) {
      return session == null || !session.matches("[0-9a-f-]{36}")
          ? new At(work, element, part, "")
          : new At(work, element, part, session);
    }

    /// Where its questions are asked before the version of the meeting is sealed.
    String sealing() {
      return "/network/exercises/" + work + "/sessions/" + meeting + "/sealing";
    }
  }

  /// What is asked of an element, for reading a form.
  ///
  /// @throws NotThere when it is not on the map, or not theirs
  List<Question> asked(SignedIn who, At at) {
    var sight = maps.see(who, at.work(), at.element());
    return asked(sight, require(sight, at));
  }

  /// @param form as it was filled in when something is wrong with it; `null` to fill it with what
  ///     is known
  /// @param reporting the same for one more report
  /// @param said what has just happened
  String show(
      SignedIn who,
      At at,
      @Nullable Answers form,
      @Nullable Answers reporting,
      @Nullable String said,
      Model model) {
    var sight = maps.see(who, at.work(), at.element());
    var picture = sight.picture();
    var element = require(sight, at);
    boolean isLine = element.kind() == ElementKind.LINE;
    boolean isReport = element.kind() == ElementKind.REPORT;
    var asked = asked(sight, element);
    model.addAttribute(
        "page",
        new ElementPage(
            at.work(),
            casework.find(who, at.work()).purpose().title(),
            element.id().toString(),
            isLine,
            isReport,
            element.isOn(),
            !element.value(Field.PIN).isEmpty(),
            sight.mayDraw(),
            sentences.called(picture, element),
            isLine || isReport ? "" : questions.kind(NodeKind.valueOf(element.value(Field.KIND))),
            element.value(Field.RECORD),
            facts(sight, asked, element),
            isLine ? views.stands(picture, element) : "",
            isLine
                ? Map.of(
                    element.id().toString(), sentences.line(picture, element, Views.sources(sight)))
                : lines(sight, element),
            isLine ? reports(sight, element) : Map.of(),
            isLine ? sentences.open(picture, element, Views.sources(sight)) : List.of(),
            others(picture, element),
            sameAs(picture, element),
            UUID.randomUUID(),
            picture.last(),
            form == null ? questions.fill(Answers.none(words), asked, element) : form,
            asked,
            reporting == null ? Answers.none(words) : reporting,
            questions.ofReport(),
            said,
            at.part(),
            at.meeting(),
            at.meeting().isEmpty() ? "/network/maps/" + at.work() : at.sealing(),
            actions.of(who, at.work(), picture, element),
            actions.gap(picture, element),
            sight.mayDraw() ? copies.of(who, at.work(), lineOrNode(picture, element)) : List.of()));
    return "network/drawing/element";
  }

  /// Who said something is for those who work on it (practice.md, Safety 3).
  private static Element require(Sight sight, At at) {
    var element = sight.picture().find(at.element());
    if (element == null || element.kind() == ElementKind.REPORT && !sight.mayDraw()) {
      throw new NotThere();
    }
    return element;
  }

  /// Who has what somebody said has the line it is said of.
  private static Element lineOrNode(Picture picture, Element element) {
    if (element.kind() != ElementKind.REPORT) {
      return element;
    }
    var line = picture.find(ElementId.of(element.value(Field.ON)));
    return line == null ? element : line;
  }

  private List<Question> asked(Sight sight, Element element) {
    if (element.kind() == ElementKind.NODE) {
      return questions.ofNode(NodeKind.valueOf(element.value(Field.KIND)));
    }
    if (element.kind() == ElementKind.REPORT) {
      return questions.ofReport();
    }
    return questions.ofLine(
        end(sight.picture(), element, Field.FROM), end(sight.picture(), element, Field.TO));
  }

  /// What is known, for who only reads; outside, without what may show a young person as a source.
  private List<ElementPage.Fact> facts(Sight sight, List<Question> asked, Element element) {
    var sources = Views.sources(sight);
    var facts = new ArrayList<ElementPage.Fact>();
    for (var question : asked) {
      String value =
          switch (question.field()) {
            case SEEN_BY, LINKS_THERE, UNKNOWN_OF ->
                sources == Sources.OTHERS ? "" : element.value(question.field());
            case NARRATIVE -> sentences.narrative(sight.picture(), element, sources);
            case NOTE -> sentences.notes(sight.picture(), sources).getOrDefault(element.id(), "");
            default -> element.value(question.field());
          };
      if (!value.isEmpty()) {
        facts.add(new ElementPage.Fact(question, answer(question, value)));
      }
    }
    return facts;
  }

  private String answer(Question question, String value) {
    return switch (question.widget()) {
      case TICK -> words.say("network.yes");
      case DAY -> Dates.day(LocalDate.parse(value));
      case TEXT, AREA, SELECT ->
          question.mayBeUnknown() && value.equals(Field.NOT_KNOWN)
              ? words.say("network.asked.nobody")
              : question.options().getOrDefault(value, value);
    };
  }

  private Map<String, String> lines(Sight sight, Element node) {
    var lines = new LinkedHashMap<String, String>();
    var picture = sight.picture();
    if (node.kind() == ElementKind.REPORT) {
      var line = picture.find(ElementId.of(node.value(Field.ON)));
      return line == null
          ? lines
          : Map.of(line.id().toString(), sentences.line(picture, line, Views.sources(sight)));
    }
    for (var line : picture.on(ElementKind.LINE)) {
      if (isEnd(picture, line, Field.FROM, node) || isEnd(picture, line, Field.TO, node)) {
        lines.put(line.id().toString(), sentences.line(picture, line, Views.sources(sight)));
      }
    }
    for (var line : OpenQuestions.linesOf(picture, node)) {
      lines.put(line.id().toString(), sentences.line(picture, line, Views.sources(sight)));
    }
    return lines;
  }

  private static boolean isEnd(Picture picture, Element line, Field end, Element node) {
    return picture.shown(ElementId.of(line.value(end))).equals(node.id());
  }

  private Map<String, String> reports(Sight sight, Element line) {
    var reports = new LinkedHashMap<String, String>();
    var picture = sight.picture();
    var said = sentences.reports(picture, line, Views.sources(sight));
    var all = picture.reports(line.id());
    for (int i = 0; i < all.size(); i++) {
      reports.put(all.get(i).id().toString(), said.get(i));
    }
    return reports;
  }

  /// Whom a person may turn out to be.
  private static Map<String, String> others(Picture picture, Element element) {
    if (element.kind() != ElementKind.NODE || !isPerson(element)) {
      return Map.of();
    }
    var others = new LinkedHashMap<>(AddingController.nodes(picture));
    others
        .keySet()
        .removeIf(
            id -> id.equals(element.id().toString()) || !isPerson(picture.find(ElementId.of(id))));
    return others;
  }

  private static boolean isPerson(@Nullable Element node) {
    return node != null && NodeKind.valueOf(node.value(Field.KIND)).isPerson();
  }

  private static Map<String, String> sameAs(Picture picture, Element element) {
    var same = new LinkedHashMap<String, String>();
    picture
        .everyNode()
        .filter(node -> node.value(Field.SAME_AS).equals(element.id().toString()))
        .forEach(node -> same.put(node.id().toString(), node.value(Field.LABEL)));
    return same;
  }

  private static String end(Picture picture, Element line, Field field) {
    var node = picture.find(picture.shown(ElementId.of(line.value(field))));
    return node == null ? "" : node.value(Field.LABEL);
  }
}
