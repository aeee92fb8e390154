package org.sightline.engagement.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.engagement.planning.SessionDetails.Sitting;

class RunSheetTest {

  @ParameterizedTest
  @CsvSource({"ONE_LESSON, 15, 25", "THIRTY_MINUTES, 9, 13", "TWO_LESSONS, 20, 30"})
  void marksAndTalksForTheMinutesOfItsPlan(Sitting sitting, int marking, int discussion) {
    var sheet = RunSheet.of(sitting);

    assertThat(stage(sheet, "marking").minutes()).isEqualTo(marking);
    assertThat(stage(sheet, "discussion").minutes()).isEqualTo(discussion);
  }

  @ParameterizedTest
  @EnumSource
  void saysBothRemindersWhenMarkingBegins(Sitting sitting) {
    var cues = stage(RunSheet.of(sitting), "marking").say().stream().filter(RunSheet.Line::cue);

    assertThat(cues.map(RunSheet.Line::id)).containsExactly("own-map", "need-not");
  }

  @ParameterizedTest
  @EnumSource
  void saysTheRuleOfGeneralExperienceBeforeTheQuestions(Sitting sitting) {
    var discussion = stage(RunSheet.of(sitting), "discussion");

    assertThat(discussion.say().getFirst().id()).isEqualTo("discussion-rule");
    assertThat(discussion.questions()).isNotNull();
  }

  /// What is said, done and kept in mind, in whichever plan a school chooses.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A04 | told school before and nothing was done, or not enough",
        "A06 | You are not here to get students to tell you about harm",
        "A20 | You do not have to take part. You can stop at any time.",
        "A22 | I would pass it on to {lead}, or to {deputy}.",
        "A23 | Here is our promise about what you tell us.",
        "A24 | anything that suggests the speaker, or any other young person, may be at risk",
        "A26 | If you want to go, just go to {quietPlace}.",
        "A39 | Red, or R, means it feels unsafe, unwelcome or uncomfortable, or I avoid it.",
        "A40 | Yellow, or Y, means a bit.",
        "A41 | Green, or G, means safe and welcome.",
        "A46 | No names.",
        "A56 | Thank you.",
        "A57 | Everyone gets a help slip.",
        "A57 | We will tell you what it did by {feedbackDate}."
      })
  void saysInEveryPlanWhatTheGuidanceAsks(String requirement, String words) {
    for (var sitting : Sitting.values()) {
      assertThat(RunSheet.of(sitting).stages())
          .as("%s in %s", requirement, sitting)
          .flatExtracting(RunSheetTest::everything)
          .anyMatch(text -> text.contains(words));
    }
  }

  private static List<String> everything(RunSheet.Stage stage) {
    return Stream.of(stage.say(), stage.doing(), stage.remember())
        .flatMap(List::stream)
        .map(RunSheet.Line::text)
        .toList();
  }

  private static RunSheet.Stage stage(RunSheet sheet, String id) {
    return sheet.stages().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
