package org.sightline.network.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.map.LineKind;
import org.sightline.network.map.Refusal;
import org.sightline.web.Words;

class SentencesTest {

  private final Words words = new Words();
  private final Sentences sentences = new Sentences(words);
  private final Drawn map = new Drawn();
  private ElementId line;

  @BeforeEach
  void draw() {
    line = map.line(map.person("Ann Invented"), map.person("Bo Madeup"));
  }

  @Test
  void aLineThatHasJustBeenDrawnSaysWhatItRestsOnAndWhatIsOpen() {
    assertThat(said(Sources.MEMBERS))
        .isEqualTo(
            "Ann Invented and Bo Madeup are linked; how was not asked yet."
                + " Who says so: youth worker, Youth service, seen on 3 May 2026 (fact).");
    assertThat(open()).hasSize(Field.ASKED.size() + 1).last().asString().contains("How reliable");
  }

  @Test
  void whoIsCalledLikeAPlaceInASentenceIsNobodyElse() {
    line = map.line(map.person("{1}"), map.person("Bo Madeup"));

    assertThat(said(Sources.MEMBERS)).startsWith("{1} and Bo Madeup are linked");
  }

  @Test
  void everythingThatWasSaidOfALineIsOneSentenceAfterTheOther() {
    map.draw(
        Edit.of(
            line,
            Map.of(
                Field.LINE_KIND, "FRIENDS",
                Field.CERTAINTY, "BELIEVED",
                Field.STRENGTH, "4",
                Field.INFLUENCE, "FROM",
                Field.PROTECTS, "BOTH",
                Field.HARM_DONE, "NO",
                Field.HARM_SUFFERED, "NOT_KNOWN",
                Field.TIMES_SEEN, "3",
                Field.WHERE_SEEN, "the arcade",
                Field.SEEN_BY, "park warden")));

    assertThat(said(Sources.MEMBERS))
        .startsWith(
            "Ann Invented and Bo Madeup are friends (believed). Strength 4 of 5."
                + " Ann Invented influences Bo Madeup. The link protects and is of concern."
                + " Ann Invented has not harmed Bo Madeup."
                + " Nobody knows whether Ann Invented was harmed by Bo Madeup."
                + " Seen together 3 times. Where: the arcade. Seen by: park warden.");
    assertThat(open()).singleElement().asString().contains("How reliable", "youth worker");
    var report = map.picture().reports(line).getFirst().id();
    map.say(report, Field.RELIABILITY, "RELIABLE");
    assertThat(open()).isEmpty();
  }

  @Test
  void whoTheyAreIsNoPartOfTheQuestionHowReliableAYoungPersonIs() {
    var report = map.picture().reports(line).getFirst().id();
    map.say(report, Field.BY_A_YOUNG_PERSON, "YES");

    assertThat(open().getLast()).contains("a young person").doesNotContain("youth worker");
    map.say(report, Field.RELIABILITY, "FIRST_HAND");
    assertThat(said(Sources.MEMBERS)).contains("a young person, seen on 3 May 2026, first hand");
    assertThat(said(Sources.OTHERS)).doesNotContain("first hand");
  }

  @Test
  void whatThePoliceGradedIsNotAskedAgainInPlainWords() {
    var report = map.picture().reports(line).getFirst().id();
    map.draw(Edit.of(report, Map.of(Field.BY_THE_POLICE, "YES", Field.GRADING, "1BP")));

    assertThat(open()).hasSize(Field.ASKED.size());
  }

  @Test
  void aYoungPersonIsNoSourceByNameAndOutsideNotAtAll() {
    var report = map.picture().reports(line).getFirst().id();
    map.draw(Edit.of(report, Map.of(Field.BY_A_YOUNG_PERSON, "YES", Field.ROLE, "Cem Thoughtup")));

    assertThat(said(Sources.MEMBERS))
        .contains("a young person, seen on 3 May 2026 (own words)")
        .doesNotContain("Cem", "Youth service");
    assertThat(said(Sources.OTHERS))
        .contains("source withheld, seen on 3 May 2026 (reported)")
        .doesNotContain("young person", "own words");
  }

  /// RR-07: what the evidence says already is not asked again.
  @Test
  void whatWasHeardIsReportedAndWhatWasSeenIsAFact() {
    var report = map.picture().reports(line).getFirst().id();
    assertThat(said(Sources.OTHERS)).contains("Youth service, seen on 3 May 2026 (fact)");
    map.draw(Edit.of(report, Map.of(Field.SEEN_OR_HEARD, "HEARD", Field.RELIABILITY, "UNTESTED")));
    assertThat(said(Sources.OTHERS))
        .contains("Youth service, heard on 3 May 2026, not tested yet (reported)");
  }

  @Test
  void whoSawThemIsTypedAndSaidToNobodyOutside() {
    map.say(line, Field.SEEN_BY, "Cem Thoughtup, a pupil");

    assertThat(said(Sources.MEMBERS)).contains("Seen by: Cem Thoughtup, a pupil.");
    assertThat(said(Sources.OTHERS)).doesNotContain("Cem", "pupil", "Seen by");
    map.say(line, Field.SEEN_BY, "NOT_KNOWN");
    assertThat(said(Sources.OTHERS)).contains("Nobody knows who saw them.");
  }

  @Test
  void whereAYoungPersonIsASourceNothingElseThatWasTypedGoesOutside() {
    map.say(line, Field.NARRATIVE, "Cem told us on Monday.");
    var ann = ElementId.of(line().value(Field.FROM));
    map.say(ann, Field.NOTE, "Cem knows her brother.");
    assertThat(sentences.narrative(map.picture(), line(), Sources.OTHERS)).contains("Monday");
    assertThat(sentences.notes(map.picture(), Sources.OTHERS)).containsOnlyKeys(ann);

    map.say(map.picture().reports(line).getFirst().id(), Field.BY_A_YOUNG_PERSON, "YES");

    assertThat(sentences.narrative(map.picture(), line(), Sources.OTHERS)).isEmpty();
    assertThat(sentences.notes(map.picture(), Sources.OTHERS)).isEmpty();
    assertThat(sentences.narrative(map.picture(), line(), Sources.MEMBERS)).contains("Monday");
    assertThat(sentences.notes(map.picture(), Sources.MEMBERS)).containsOnlyKeys(ann);
  }

  @Test
  void whetherALineStillHoldsIsSaidBeforeAnythingElseOfIt() {
    map.say(line, Field.LINE_KIND, "FRIENDS");
    map.say(line, Field.CURRENT, "NO");
    for (var sources : Sources.values()) {
      assertThat(said(sources)).startsWith("Ann Invented and Bo Madeup are friends. This is over.");
    }
    map.say(line, Field.CURRENT, "NOT_KNOWN");
    assertThat(said(Sources.OTHERS)).contains("friends. Nobody knows whether it still holds.");
    map.say(line, Field.CURRENT, "YES");
    assertThat(said(Sources.OTHERS)).contains("friends. It still holds.");
    map.say(line, Field.CONFIRMED, "2026-06-01");
    assertThat(said(Sources.OTHERS)).contains("friends. It still held on 1 June 2026.");
  }

  @Test
  void theGradingIsForMembersAndItsConditionsForEverybody() {
    var report = map.picture().reports(line).getFirst().id();
    map.draw(Edit.of(report, Map.of(Field.BY_THE_POLICE, "YES", Field.GRADING, "2BP")));
    assertThat(said(Sources.MEMBERS)).contains("seen on 3 May 2026, police grading 2BP");
    assertThat(said(Sources.OTHERS)).doesNotContain("2BP", "police", "conditions");

    map.say(report, Field.GRADING, "2BC");

    assertThat(said(Sources.MEMBERS)).contains("police grading 2BC: the police set conditions");
    assertThat(said(Sources.OTHERS)).contains("from the police on conditions: ask them");
    assertThat(Conditions.areOn(map.picture(), line())).isTrue();
    assertThat(Conditions.on(map.picture())).isEqualTo(1);
  }

  @Test
  void whoTurnedOutToBeSomebodyElseIsCalledThat() {
    var unknown = map.person("Unknown adult 2");
    var theirs = map.line(unknown, map.person("Dee Pretend"));
    map.say(unknown, Field.SAME_AS, map.person("Eli Assumed").toString());

    assertThat(sentences.line(map.picture(), map.picture().find(theirs), Sources.MEMBERS))
        .startsWith("Eli Assumed and Dee Pretend");
  }

  @ParameterizedTest
  @EnumSource(LineKind.class)
  void everyKindOfLineHasASentence(LineKind kind) {
    map.say(line, Field.LINE_KIND, kind.name());

    assertThat(said(Sources.MEMBERS)).contains("Ann Invented", "Bo Madeup");
  }

  @Test
  void everyAnswerThatAFieldTakesHasASentence() {
    for (var field : Field.ASKED) {
      for (var value : words(field)) {
        if (field.accepts(value)) {
          map.say(line, field, value);
          assertThat(said(Sources.OTHERS)).as(field + " " + value).isNotBlank();
        }
      }
    }
    for (var value : words(Field.RELIABILITY)) {
      if (Field.RELIABILITY.accepts(value)) {
        map.say(map.picture().reports(line).getFirst().id(), Field.RELIABILITY, value);
        assertThat(said(Sources.OTHERS)).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Refusal.Reason.class)
  void everyRefusalIsASentenceThatSaysWhatToDo(Refusal.Reason reason) {
    assertThat(sentences.refusal(new Refusal(reason, line, null, 1), map.picture()))
        .endsWith(".")
        .doesNotContain("{");
  }

  private static String[] words(Field field) {
    return ("1 2 3 4 5 NONE FROM TO BOTH NOT_KNOWN PROTECTIVE OF_CONCERN YES NO BELIEVED KNOWN"
            + " FIRST_HAND RELIABLE SOMETIMES_WRONG UNTESTED SEEN HEARD FRIENDS "
            + field.name().toUpperCase(Locale.ROOT))
        .split(" ");
  }

  private java.util.List<String> open() {
    return sentences.open(map.picture(), line(), Sources.MEMBERS);
  }

  private Element line() {
    return map.picture().find(line);
  }

  private String said(Sources sources) {
    return sentences.line(map.picture(), line(), sources);
  }
}
