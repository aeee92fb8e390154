package org.sightline.network.map;

import static org.sightline.network.map.ElementKind.LINE;
import static org.sightline.network.map.ElementKind.NODE;
import static org.sightline.network.map.ElementKind.REPORT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// One thing that can be said of an element. The empty text is "not asked yet"; [#NOT_KNOWN] is an
/// answer (B03, B40, B82–B88; practice.md, The mapping meeting).
public enum Field {
  KIND(NODE, Form.required(Form.oneOf(NodeKind.class))),
  /// What it is called; of a gap, the question.
  LABEL(NODE, Form.required(Form.text(200))),
  ALIASES(NODE, Form.text(500)),
  /// The record of the person in `people`, where there is one.
  RECORD(NODE, Form.id()),
  /// Whether a person or a place does good, harm or both (B39).
  BEARING(NODE, Form.BEARING),
  /// Outside the area of the agency that holds the work (B13).
  OUTSIDE(NODE, Form.YES),
  /// One of those the work is about: minutes go on their file (B62).
  KEY(NODE, Form.YES),
  PART_IN_GROUP(NODE, Form.oneOf("LEADS", "GOES_ALONG", "AT_THE_EDGE", "NOT_KNOWN")),
  NOTE(NODE, Form.text(4_000)),
  /// What kind of statement the note is (RR-07).
  NOTE_LABEL(NODE, Form.LABEL),
  /// Where it was put by hand: two numbers, across and down.
  PIN(NODE, Form.pattern("-?\\d{1,5}(\\.\\d)? -?\\d{1,5}(\\.\\d)?")),
  /// Where in the world it is: degrees north and east, as "51.5074 -0.1278".
  AT(NODE, Form.pattern("-?\\d{1,2}(\\.\\d{1,6})? -?\\d{1,3}(\\.\\d{1,6})?")),
  /// Of an incident: the day, and what it was about, as the themes of exercises are called (B11,
  /// B16).
  HAPPENED_ON(NODE, Form.date()),
  THEME(NODE, Form.text(200)),
  /// Of a place online: whether the risk is another one there (B41).
  CHANGES_ONLINE(NODE, Form.oneOf("HIGHER", "LOWER", "SAME", Form.NOT_KNOWN)),
  /// Of a place: what links young people there (B15).
  LINKS_THERE(NODE, Form.text(1_000)),
  /// Of what is outside the area: what is not known of it (B13).
  UNKNOWN_OF(NODE, Form.text(1_000)),
  /// Of a person: whether services know them (B21).
  SERVICES(NODE, Form.oneOf("YES", "NO", Form.NOT_KNOWN)),
  /// The node it turned out to be the same as; taken back by making it empty.
  SAME_AS(NODE, Form.id()),
  /// Of a gap: the agency that can fill it (B14), who asks, by when (B81), and what was found
  /// (B19).
  ASKED_OF(NODE, Form.text(200)),
  OWNER(NODE, Form.id()),
  DUE(NODE, Form.date()),
  FOUND(NODE, Form.text(4_000)),
  /// Of a gap that a question about lines was turned into: which question, and about which line, or
  /// which report;
  /// without a line, about every line of which nobody knows.
  ASKS(NODE, Form.pattern("[A-Z]+(_[A-Z]+)*")),
  ASKS_OF(NODE, Form.id()),
  /// Who found it, in words, and when; what it became on the map: a node, or the line it answers.
  FOUND_BY(NODE, Form.text(200)),
  FOUND_ON(NODE, Form.date()),
  BECAME(NODE, Form.id()),
  /// The gap that was closed when this question came up (B19).
  RAISED_BY(NODE, Form.id()),

  FROM(LINE, Form.required(Form.id())),
  TO(LINE, Form.required(Form.id())),
  LINE_KIND(LINE, Form.oneOf(LineKind.class, Form.NOT_KNOWN)),
  STRENGTH(LINE, Form.oneOf("1", "2", "3", "4", "5", Form.NOT_KNOWN)),
  INFLUENCE(LINE, Form.oneOf("NONE", "FROM", "TO", "BOTH", Form.NOT_KNOWN)),
  PROTECTS(LINE, Form.BEARING),
  /// Harm that the first does to the other; harm that the first suffers from the other. Two facts:
  /// one does not follow from the other.
  HARM_DONE(LINE, Form.oneOf("YES", "NO", Form.NOT_KNOWN)),
  HARM_SUFFERED(LINE, Form.oneOf("YES", "NO", Form.NOT_KNOWN)),
  TIMES_SEEN(LINE, Form.pattern("\\d{1,4}|" + Form.NOT_KNOWN)),
  WHERE_SEEN(LINE, Form.text(500)),
  SEEN_BY(LINE, Form.text(200)),
  CERTAINTY(LINE, Form.oneOf("BELIEVED", "KNOWN", Form.NOT_KNOWN)),
  /// Kept apart from the picture and linked to it (B91).
  NARRATIVE(LINE, Form.text(4_000)),
  /// What kind of statement that is (RR-07).
  NARRATIVE_LABEL(LINE, Form.LABEL),
  /// Whether it still holds (B17, B85). Not asked before a review.
  CURRENT(LINE, Form.oneOf("YES", "NO", Form.NOT_KNOWN)),
  /// The last day somebody said at a review that it still holds.
  CONFIRMED(LINE, Form.date()),

  ON(REPORT, Form.required(Form.id())),
  AGENCY(REPORT, Form.required(Form.text(200))),
  ROLE(REPORT, Form.required(Form.text(200))),
  SEEN_OR_HEARD(REPORT, Form.required(Form.oneOf("SEEN", "HEARD"))),
  WHEN(REPORT, Form.required(Form.date())),
  /// It rests on what a young person said or drew: their part as a source is never shown outside
  /// their own piece of work (practice.md, Safety 3).
  BY_A_YOUNG_PERSON(REPORT, Form.YES),
  RELIABILITY(
      REPORT, Form.oneOf("FIRST_HAND", "RELIABLE", "SOMETIMES_WRONG", "UNTESTED", Form.NOT_KNOWN)),
  BY_THE_POLICE(REPORT, Form.YES),
  /// Only on what the police supplied: source 1 to 3, what is known A to E, how it may be used.
  GRADING(REPORT, Form.pattern("[1-3][A-E][PC]")),

  /// Taken off the map when it holds a reason; put back by making it empty.
  OFF(null, Form.text(500));

  /// What is answered by "not known" becomes a gap before the map of a meeting is sealed.
  public static final String NOT_KNOWN = Form.NOT_KNOWN;

  /// Of a note or a narrative: what a young person said of themselves, as they said it.
  public static final String OWN_WORDS = "OWN_WORDS";

  /// What is typed freely, and where it is said what kind of statement it is.
  public static final Map<Field, Field> LABELS =
      Map.of(NOTE, NOTE_LABEL, NARRATIVE, NARRATIVE_LABEL);

  /// What a line is asked before the map of a meeting is sealed; what it rests on is asked too
  /// ([Asking]).
  public static final List<Field> ASKED =
      List.of(
          LINE_KIND,
          STRENGTH,
          INFLUENCE,
          PROTECTS,
          HARM_DONE,
          HARM_SUFFERED,
          TIMES_SEEN,
          WHERE_SEEN,
          SEEN_BY,
          CERTAINTY);

  private static final Map<ElementKind, List<Field>> REQUIRED =
      Arrays.stream(values())
          .filter(field -> field.of != null && field.isRequired())
          .collect(Collectors.groupingBy(field -> Objects.requireNonNull(field.of)));

  /// Never changed once they are said: a line to somebody else is another line.
  private static final Set<Field> FIXED = Set.of(FROM, TO, ON);

  private final @org.jspecify.annotations.Nullable ElementKind of;
  private final Form form;

  Field(@org.jspecify.annotations.Nullable ElementKind of, Form form) {
    this.of = of;
    this.form = form;
  }

  /// Whether it can be said of such an element.
  public boolean isOf(ElementKind kind) {
    return of == null || of == kind;
  }

  /// Whether such an element cannot be without it.
  public boolean isRequired() {
    return form.isRequired();
  }

  public boolean isFixed() {
    return FIXED.contains(this);
  }

  /// @param value what was typed; empty for "not asked yet"
  public boolean accepts(String value) {
    return form.accepts(value);
  }

  /// Those that an element of this kind cannot be without.
  static List<Field> requiredOf(ElementKind kind) {
    return REQUIRED.getOrDefault(kind, List.of());
  }
}
