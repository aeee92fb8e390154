package org.sightline.engagement.running;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static RunSheet.Stage stage(RunSheet sheet, String id) {
    return sheet.stages().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
