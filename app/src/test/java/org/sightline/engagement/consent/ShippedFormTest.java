package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The form that comes with the product says what the guidance asks, in every kind (A20, A77 to
/// A86).
class ShippedFormTest {

  private static final List<String> SEVEN =
      List.of("about", "questions", "stop", "use", "pass-on", "support", "stays-here");

  @ParameterizedTest
  @EnumSource
  void hasTheSevenStatementsTheQuestionAndBothAnswers(FormKind kind) {
    var words = ConsentText.shipped().words(kind);

    assertThat(words.statements()).extracting(FormWords.Statement::id).isEqualTo(SEVEN);
    assertThat(words.say("finalQuestion")).startsWith("Do you want to");
    assertThat(words.list("answers")).hasSize(2);
    assertThat(words.say("answers.yes")).startsWith("Yes");
    assertThat(words.say("answers.no")).startsWith("No");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "about      | sexual bullying; sexism; violence; harassed",
        "questions  | safe at our school",
        "stop       | stop at any time; four weeks; {lastDay}",
        "use        | make things better; not use my name",
        "pass-on    | I must pass it on",
        "support    | talk to {staffMember}",
        "stays-here | stays here; You can always tell an adult"
      })
  void theSevenStatementsSayWhatTheGuidanceAsks(String id, String parts) {
    var statement = ConsentText.shipped().standard().say("statements." + id + ".text");

    assertThat(statement).contains(parts.split("; "));
  }

  @Test
  void saysThatNobodyHasToTakePart() {
    var shipped = ConsentText.shipped();

    assertThat(shipped.standard().list("introduction"))
        .anyMatch(line -> line.startsWith("You do not have to take part. It is fine to say no."));
    assertThat(shipped.easyRead().list("introduction")).contains("You can say no.");
  }

  @ParameterizedTest
  @EnumSource
  void offersToReadItAloudAndToBeAsked(FormKind kind) {
    var words = ConsentText.shipped().words(kind);

    assertThat(words.say("askMe")).containsIgnoringCase("ask me");
    assertThat(words.say("readAloud")).contains("read");
  }

  @ParameterizedTest
  @EnumSource
  void asksForNameAgeSignatureAndDay(FormKind kind) {
    for (String field : List.of("name", "age", "signature", "date")) {
      assertThat(ConsentText.shipped().words(kind).say("fields." + field)).isNotBlank();
    }
  }
}
