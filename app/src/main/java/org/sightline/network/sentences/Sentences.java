package org.sightline.network.sentences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.network.map.Asking;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.sightline.network.map.Refusal;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says what stands on a map.
@Component
public class Sentences {

  private static final int LONGEST = 200;

  private final Words words;

  Sentences(Words words) {
    this.words = words;
  }

  /// A line in one sentence, and who says so: "Ann Invented and Bo Madeup are friends (known),
  /// strength 4 of 5. …"
  public String line(Picture picture, Element line, Sources sources) {
    String from = name(picture, line, Field.FROM);
    String to = name(picture, line, Field.TO);
    var said = new ArrayList<String>();
    said.add(kind(line, from, to));
    current(said, line);
    say(said, line, Field.STRENGTH, from, to);
    say(said, line, Field.INFLUENCE, from, to);
    say(said, line, Field.PROTECTS, from, to);
    say(said, line, Field.HARM_DONE, from, to);
    say(said, line, Field.HARM_SUFFERED, from, to);
    seen(said, line, sources);
    said.add(words.say("network.says.by", String.join("; ", reports(picture, line, sources))));
    return String.join(" ", said);
  }

  /// What else is to be said of a line (B91), and what kind of statement that is: outside, nothing
  /// where a young person is among those who say so, nor what are a young person's own words.
  public String narrative(Picture picture, Element line, Sources sources) {
    return sources == Sources.OTHERS && YoungSources.isOn(picture, line)
        ? ""
        : labelled(line, Field.NARRATIVE, sources);
  }

  /// What was noted of people, places and what else is on the map, with its label: outside, nothing
  /// of those to whom a line leads of which a young person said something.
  public Map<ElementId, String> notes(Picture picture, Sources sources) {
    var without = sources == Sources.OTHERS ? YoungSources.ends(picture) : Set.<ElementId>of();
    return picture.on(ElementKind.NODE).stream()
        .filter(node -> !labelled(node, Field.NOTE, sources).isEmpty())
        .filter(node -> !without.contains(node.id()))
        .collect(Collectors.toMap(Element::id, node -> labelled(node, Field.NOTE, sources)));
  }

  /// What was typed and what kind of statement it is (RR-07); what came with a file has no label.
  private String labelled(Element element, Field text, Sources sources) {
    String said = element.value(text);
    String label = element.value(Objects.requireNonNull(Field.LABELS.get(text)));
    if (said.isEmpty() || label.isEmpty()) {
      return said;
    }
    return sources == Sources.OTHERS && label.equals(Field.OWN_WORDS)
        ? ""
        : words.say("network.says.labelled." + plain(label), said);
  }

  /// What a line was not asked yet, as a list of questions; empty when all is answered.
  public List<String> open(Picture picture, Element line, Sources sources) {
    return Asking.unasked(picture, line).stream().map(each -> asked(each, sources)).toList();
  }

  /// A question with what it is about, where that is something somebody said: "How reliable is
  /// whoever says so: youth worker, Youth service, seen on 3 May 2026?"
  public String asked(Asking question, Sources sources) {
    return question.isOfReport()
        ? words.say("network.asks.of-report", asked(question.field()), said(question.of(), sources))
        : asked(question.field());
  }

  /// A question a line is asked: "How strong is the link, from 1 to 5?"
  public String asked(Field field) {
    return words.say("network.asks." + key(field));
  }

  /// The same as a gap, about one line or about all of which nobody knows; short enough to be what
  /// a node is called.
  ///
  /// @param of a line, or what somebody said of one: who that was is not said
  public String gap(Picture picture, Field field, @Nullable Element of) {
    var line = of != null && of.kind() == ElementKind.REPORT ? lineOf(picture, of) : of;
    String said =
        line == null
            ? words.say("network.as-gap.all", asked(field))
            : words.say(
                "network.as-gap.one",
                asked(field),
                name(picture, line, Field.FROM),
                name(picture, line, Field.TO));
    if (said.length() <= LONGEST) {
      return said;
    }
    int end = LONGEST - (Character.isHighSurrogate(said.charAt(LONGEST - 2)) ? 2 : 1);
    return said.substring(0, end) + "…";
  }

  /// Who says so: "youth worker, Youth service, seen on 3 May 2026 (fact)".
  public List<String> reports(Picture picture, Element line, Sources sources) {
    return picture.reports(line.id()).stream().map(report -> report(report, sources)).toList();
  }

  /// Why an edit was not taken, and what to do.
  public String refusal(Refusal refusal, Picture picture) {
    var about = refusal.element() == null ? null : picture.find(refusal.element());
    String name = about == null ? words.say("network.refused.it") : called(picture, about);
    return words.say(
        "network.refused." + refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        name);
  }

  /// What something is called: a node by its label, a line by its ends, a report by its line.
  public String called(Picture picture, Element element) {
    return switch (element.kind()) {
      case NODE -> element.value(Field.LABEL);
      case LINE ->
          words.say(
              "network.says.line",
              name(picture, element, Field.FROM),
              name(picture, element, Field.TO));
      case REPORT -> called(picture, lineOf(picture, element));
    };
  }

  private static Element lineOf(Picture picture, Element report) {
    return Objects.requireNonNull(picture.find(ElementId.of(report.value(Field.ON))));
  }

  private String kind(Element line, String from, String to) {
    String sentence =
        words.say("network.says.kind." + value(line, Field.LINE_KIND, "not-asked"), from, to);
    return line.answer(Field.CERTAINTY)
        .map(certainty -> words.say("network.says.certainty." + plain(certainty), sentence))
        .orElse(sentence)
        .concat(".");
  }

  /// Whether it still holds, first of all: what is over reads as if it were not (B17).
  private void current(List<String> said, Element line) {
    var confirmed = line.answer(Field.CONFIRMED);
    if (line.value(Field.CURRENT).equals("YES") && confirmed.isPresent()) {
      String day = Dates.day(LocalDate.parse(confirmed.orElseThrow()));
      said.add(words.say("network.says.current.confirmed", day));
      return;
    }
    line.answer(Field.CURRENT)
        .ifPresent(value -> said.add(words.say("network.says.current." + plain(value))));
  }

  /// Who saw them is typed, and may be a young person: outside it is not said (practice.md, Safety
  /// 3). Who says so is named by role and agency as it is.
  private void seen(List<String> said, Element line, Sources sources) {
    line.answer(Field.TIMES_SEEN)
        .ifPresent(times -> said.add(words.say("network.says.seen" + seen(times), times)));
    if (Asking.wereNeverSeen(line)) {
      return;
    }
    line.answer(Field.WHERE_SEEN)
        .ifPresent(at -> said.add(words.say("network.says.where" + unknown(at), at)));
    line.answer(Field.SEEN_BY)
        .filter(by -> sources == Sources.MEMBERS || by.equals(Field.NOT_KNOWN))
        .ifPresent(by -> said.add(words.say("network.says.seen-by" + unknown(by), by)));
  }

  private static String seen(String times) {
    return times.matches("0+") ? "-never" : times.matches("0*1") ? "-once" : unknown(times);
  }

  private static String unknown(String value) {
    return value.equals(Field.NOT_KNOWN) ? ".not-known" : "";
  }

  private String report(Element report, Sources sources) {
    boolean isHidden =
        sources == Sources.OTHERS && report.answer(Field.BY_A_YOUNG_PERSON).isPresent();
    String reliable =
        report
            .answer(Field.RELIABILITY)
            .filter(value -> !isHidden)
            .map(value -> words.say("network.says.reliability." + plain(value)))
            .orElse("");
    return said(report, sources) + reliable + graded(report, sources) + label(report, sources);
  }

  /// What kind of statement it is (RR-07), which the evidence has answered already: what was seen
  /// is a fact, what was heard is reported, what a young person said are their own words. Outside
  /// these are no more than reported: nobody is told that a young person said so.
  private String label(Element report, Sources sources) {
    if (report.answer(Field.BY_A_YOUNG_PERSON).isPresent()) {
      return words.say(
          sources == Sources.MEMBERS ? "network.says.label.own-words" : "network.says.label.heard");
    }
    return words.say("network.says.label." + plain(report.value(Field.SEEN_OR_HEARD)));
  }

  /// The grading of the police for those who work on it; outside only that they set conditions,
  /// which is what the last letter of it means.
  private String graded(Element report, Sources sources) {
    String grading = report.value(Field.GRADING);
    if (grading.isEmpty()) {
      return "";
    }
    if (sources == Sources.MEMBERS) {
      String key = Conditions.areOn(report) ? "network.says.graded.c" : "network.says.graded.p";
      return words.say(key, grading);
    }
    return Conditions.areOn(report) ? words.say("network.says.graded.conditions") : "";
  }

  /// Who said it and when, without how reliable they are.
  private String said(Element report, Sources sources) {
    String how =
        report.value(Field.SEEN_OR_HEARD).equals("SEEN")
            ? "network.says.saw"
            : "network.says.heard";
    String day = Dates.day(LocalDate.parse(report.value(Field.WHEN)));
    if (report.answer(Field.BY_A_YOUNG_PERSON).isPresent()) {
      return words.say(
          how,
          words.say(
              sources == Sources.MEMBERS ? "network.says.young-person" : "network.says.withheld"),
          day);
    }
    String who =
        words.say("network.says.who", report.value(Field.ROLE), report.value(Field.AGENCY));
    return words.say(how, who, day);
  }

  private void say(List<String> said, Element line, Field field, String from, String to) {
    line.answer(field)
        .ifPresent(
            value ->
                said.add(words.say("network.says." + key(field) + "." + plain(value), from, to)));
  }

  private String name(Picture picture, Element line, Field end) {
    var node = picture.find(picture.shown(ElementId.of(line.value(end))));
    return node == null ? words.say("network.refused.it") : node.value(Field.LABEL);
  }

  private static String value(Element line, Field field, String otherwise) {
    return line.answer(field).map(Sentences::plain).orElse(otherwise);
  }

  private static String key(Field field) {
    return plain(field.name());
  }

  private static String plain(String value) {
    return value.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
