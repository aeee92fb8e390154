package org.sightline.network.drawing;

import static org.sightline.network.drawing.Question.Widget.AREA;
import static org.sightline.network.drawing.Question.Widget.DAY;
import static org.sightline.network.drawing.Question.Widget.SELECT;
import static org.sightline.network.drawing.Question.Widget.TEXT;
import static org.sightline.network.drawing.Question.Widget.TICK;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sightline.network.map.Element;
import org.sightline.network.map.Field;
import org.sightline.network.map.LineKind;
import org.sightline.network.map.NodeKind;
import org.sightline.web.Answers;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What is asked of a node, a line and a report, and how the answers are read.
@Component
public class Questions {

  private static final String[] BEARING = {"PROTECTIVE", "OF_CONCERN", "BOTH", Field.NOT_KNOWN};
  private static final String[] LABELS = {"FACT", "OPINION", "REPORTED", Field.OWN_WORDS};
  private static final String[] YES_NO = {"YES", "NO", Field.NOT_KNOWN};

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Words words;
  private final Clock clock;

  Questions(Words words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  List<Question> ofNode(NodeKind kind) {
    var asked = new ArrayList<Question>();
    asked.add(typed(Field.LABEL, TEXT));
    asked.add(kinds());
    if (kind == NodeKind.GAP) {
      asked.add(typed(Field.ASKED_OF, TEXT));
    } else {
      asked.add(typed(Field.ALIASES, TEXT));
      asked.add(typed(Field.KEY, TICK));
      asked.add(chosen(Field.BEARING, BEARING));
      asked.add(typed(Field.OUTSIDE, TICK));
      asked.add(new Question(Field.UNKNOWN_OF, AREA, Map.of(), Field.OUTSIDE));
    }
    if (kind.isPerson()) {
      asked.add(chosen(Field.PART_IN_GROUP, "LEADS", "GOES_ALONG", "AT_THE_EDGE", Field.NOT_KNOWN));
    }
    ofItsKind(asked, kind);
    if (kind.isPlace() || kind == NodeKind.INCIDENT) {
      asked.add(typed(Field.AT, TEXT));
    }
    asked.add(typed(Field.NOTE, AREA));
    asked.add(chosen(Field.NOTE_LABEL, LABELS));
    return asked;
  }

  private void ofItsKind(List<Question> asked, NodeKind kind) {
    if (kind.isPerson()) {
      asked.add(chosen(Field.SERVICES, YES_NO));
    }
    if (kind.isPlace()) {
      asked.add(typed(Field.LINKS_THERE, AREA));
    }
    if (kind == NodeKind.ONLINE_SPACE) {
      asked.add(chosen(Field.CHANGES_ONLINE, "HIGHER", "LOWER", "SAME", Field.NOT_KNOWN));
    }
    if (kind == NodeKind.INCIDENT) {
      asked.add(typed(Field.HAPPENED_ON, DAY));
      asked.add(typed(Field.THEME, TEXT));
    }
  }

  /// The kinds of node, to choose from.
  public Question kinds() {
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : NodeKind.values()) {
      kinds.put(kind.name(), kind(kind));
    }
    return new Question(Field.KIND, SELECT, kinds);
  }

  String kind(NodeKind kind) {
    return words.say("network.node." + plain(kind.name()));
  }

  /// @param from what the first end is called
  /// @param to what the second end is called
  public List<Question> ofLine(String from, String to) {
    var kinds = Stream.of(LineKind.values()).map(Enum::name).toList();
    var lineKinds = new ArrayList<>(kinds);
    lineKinds.add(Field.NOT_KNOWN);
    return List.of(
        chosen(Field.LINE_KIND, lineKinds.toArray(String[]::new)),
        chosen(Field.STRENGTH, "1", "2", "3", "4", "5", Field.NOT_KNOWN),
        named(Field.INFLUENCE, from, to, "NONE", "FROM", "TO", "BOTH", Field.NOT_KNOWN),
        chosen(Field.PROTECTS, BEARING),
        named(Field.HARM_DONE, from, to, YES_NO),
        named(Field.HARM_SUFFERED, from, to, YES_NO),
        typed(Field.TIMES_SEEN, TEXT),
        typed(Field.WHERE_SEEN, TEXT),
        typed(Field.SEEN_BY, TEXT),
        chosen(Field.CERTAINTY, "KNOWN", "BELIEVED", Field.NOT_KNOWN),
        chosen(Field.CURRENT, YES_NO),
        typed(Field.NARRATIVE, AREA),
        chosen(Field.NARRATIVE_LABEL, LABELS));
  }

  public List<Question> ofReport() {
    return List.of(
        typed(Field.ROLE, TEXT),
        typed(Field.AGENCY, TEXT),
        new Question(Field.SEEN_OR_HEARD, SELECT, options(Field.SEEN_OR_HEARD, "SEEN", "HEARD")),
        typed(Field.WHEN, DAY),
        typed(Field.BY_A_YOUNG_PERSON, TICK),
        chosen(
            Field.RELIABILITY,
            "FIRST_HAND",
            "RELIABLE",
            "SOMETIMES_WRONG",
            "UNTESTED",
            Field.NOT_KNOWN),
        typed(Field.BY_THE_POLICE, TICK),
        new Question(Field.GRADING, TEXT, Map.of(), Field.BY_THE_POLICE));
  }

  /// What was answered; what is wrong becomes a problem of the form: also a day to come on which
  /// something was seen or heard, what stands under a tick that is not there, and what is typed
  /// freely without saying what kind of statement it is.
  public Map<Field, String> read(Answers form, List<Question> asked) {
    var values = new EnumMap<Field, String>(Field.class);
    for (var question : asked) {
      String value = read(form, question);
      if (!value.isEmpty() && question.under() != null && !form.isTicked(question.reveal())) {
        form.problem(
            question.reveal(), words.say("network.wrong.%s.under".formatted(question.name())));
      } else if (question.widget() == DAY && isToCome(value)) {
        form.problem(
            question.name(), words.say("network.wrong.%s.to-come".formatted(question.name())));
      } else if (question.field().accepts(value)) {
        values.put(question.field(), value);
      } else {
        form.problem(
            question.name(),
            words.say("network.wrong." + (value.isEmpty() ? "missing." : "") + question.name()));
      }
    }
    label(form, values);
    return values;
  }

  /// Where nothing is typed there is nothing to label.
  private void label(Answers form, Map<Field, String> values) {
    Field.LABELS.forEach(
        (text, label) -> {
          if (!values.containsKey(text) || !values.containsKey(label)) {
            return;
          }
          if (values.getOrDefault(text, "").isEmpty()) {
            values.put(label, "");
          } else if (values.getOrDefault(label, "").isEmpty()) {
            String name = Question.name(label);
            form.problem(name, words.say("network.wrong.missing." + name));
          }
        });
  }

  /// The form filled in with what is known.
  Answers fill(Answers form, List<Question> asked, Element element) {
    for (var question : asked) {
      String value = element.value(question.field());
      if (value.isEmpty()) {
        continue;
      }
      if (question.mayBeUnknown() && value.equals(Field.NOT_KNOWN)) {
        form.with(question.unknown(), "yes");
        continue;
      }
      switch (question.widget()) {
        case DAY -> form.with(question.name(), LocalDate.parse(value));
        case TICK -> form.with(question.name(), "yes");
        default -> form.with(question.name(), value);
      }
    }
    return form;
  }

  private boolean isToCome(String day) {
    return Field.WHEN.accepts(day)
        && !day.isEmpty()
        && LocalDate.parse(day).isAfter(LocalDate.now(clock.withZone(LONDON)));
  }

  private String read(Answers form, Question question) {
    String name = question.name();
    if (question.mayBeUnknown() && form.isTicked(question.unknown())) {
      if (!form.value(name).isBlank()) {
        form.problem(name, words.say("network.wrong.both"));
      }
      return Field.NOT_KNOWN;
    }
    return switch (question.widget()) {
      case TICK -> form.isTicked(name) ? "YES" : "";
      case DAY -> form.hasDay(name) ? form.day(name).map(LocalDate::toString).orElse("?") : "";
      case TEXT, AREA, SELECT -> form.value(name).replace("\0", "").strip();
    };
  }

  private static Question typed(Field field, Question.Widget widget) {
    return new Question(field, widget, Map.of());
  }

  private Question chosen(Field field, String... values) {
    return new Question(field, SELECT, options(field, values));
  }

  private Question named(Field field, String from, String to, String... values) {
    var options = new LinkedHashMap<String, String>();
    for (String value : values) {
      options.put(value, words.say(key(field, value), from, to));
    }
    return new Question(field, SELECT, options);
  }

  private Map<String, String> options(Field field, String... values) {
    var options = new LinkedHashMap<String, String>();
    for (String value : values) {
      options.put(value, words.say(key(field, value)));
    }
    return options;
  }

  private static String key(Field field, String value) {
    return "network.answer." + plain(field.name()) + "." + plain(value);
  }

  private static String plain(String value) {
    return value.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
