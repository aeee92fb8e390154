package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.engagement.planning.Question.Kind;

/// The questions that come with the product ask what the guidance asks (A54, A70 to A76).
class ShippedQuestionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "safe-places  | feel safe and welcome",
        "unsafe-places | feel unsafe",
        "mixed-views  | fine for some students and not for others",
        "gender       | boys and girls",
        "year-group   | a younger student and an older student",
        "size         | how big or small someone is",
        "reasons      | makes a place feel safe, or not safe",
        "our-ideas    | we as students do",
        "staff-ideas  | the adults at school do"
      })
  void eachOfTheNineIsThere(String source, String words) {
    assertThat(Question.shipped(Kind.DISCUSSION))
        .filteredOn(question -> source.equals(question.source()))
        .singleElement()
        .satisfies(question -> assertThat(question.words()).contains(words));
  }

  @Test
  void theShortOnesAskForSafePlacesForIdeasAndForStaff() {
    assertThat(Question.shipped(Kind.IN_SESSION))
        .extracting(Question::source)
        .containsExactly("short-safe-places", "short-our-ideas", "short-staff-ideas");
  }

  /// A73: how big somebody is belongs into a note at most. Nothing else of the set-up asks it.
  @Test
  void sizeIsAQuestionAndNeverAFieldOfAnybody() {
    var size =
        Question.shipped(Kind.DISCUSSION).stream()
            .filter(question -> "size".equals(question.source()))
            .findFirst()
            .orElseThrow();

    assertThat(size.hint()).contains("never a student");
    assertThat(SetUpSteps.shipped().fields())
        .extracting(SetUpSteps.Field::label)
        .noneMatch(label -> label.matches("(?i).*\\b(height|weight|tall|body|build)\\b.*"));
    assertThat(
            Arrays.stream(SessionDetails.class.getRecordComponents()).map(part -> part.getName()))
        .doesNotContain("size", "height", "weight");
  }
}
