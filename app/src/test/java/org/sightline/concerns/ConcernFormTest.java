package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.concerns.ConcernForm.Option;
import org.sightline.concerns.ConcernForm.Outcome;
import org.sightline.concerns.ConcernForm.Question;
import org.sightline.kernel.Role;
import org.sightline.web.Words;

class ConcernFormTest {

  private final ConcernForm form = new ConcernForm();
  private final Words words = new Words();

  @Test
  void asksAboutDangerFirstAndWhetherTheSchoolKnewAndDidEnough() {
    assertThat(form.questions().getFirst().id()).isEqualTo("immediate-risk");
    assertThat(form.questions().stream().map(Question::id)).contains("known", "done", "enough");
  }

  @Test
  void offersEveryStageAndEveryAdultOfARouteAndNoOther() {
    assertThat(options("when-raised"))
        .containsExactly(Arrays.stream(Stage.values()).map(Stage::key).toArray(String[]::new));
    assertThat(options("about-adult"))
        .containsExactly(Arrays.stream(About.values()).map(About::key).toArray(String[]::new));
  }

  @Test
  void hasASentenceForEveryAnswerThatIsMissing() {
    form.questions().stream()
        .filter(question -> !question.optional())
        .forEach(
            question ->
                assertThat(words.has("concerns.raising.missing." + question.id()))
                    .as(question.id())
                    .isTrue());
  }

  @Test
  void saysWhatTheReasonOfEveryOutcomeNeeds() {
    assertThat(form.outcomes().stream().map(Outcome::id))
        .doesNotHaveDuplicates()
        .contains("group-welfare", "sent-by-mistake", "no-further-action");
    assertThat(form.outcomes()).allSatisfy(outcome -> assertThat(outcome.needs()).isNotBlank());
  }

  @Test
  void hasWordsForEveryStateStepWayReaderAndAnswerToTheOwner() {
    var keys =
        Stream.of(
                Arrays.stream(ConcernState.values()).map(ConcernState::key),
                Arrays.stream(StepKind.values()).map(kind -> "concerns.step." + kind),
                Arrays.stream(Way.values()).map(way -> "concerns.way." + way),
                Route.READERS.stream().map(Role::name).map(role -> "concerns.role." + role),
                Stream.of(
                        new FollowedUp.NotYet(),
                        new FollowedUp.OnTime(),
                        new FollowedUp.NotAllOnTime())
                    .map(FollowedUp::key))
            .flatMap(each -> each);

    assertThat(keys).allSatisfy(key -> assertThat(words.has(key)).as(key).isTrue());
  }

  private Stream<String> options(String question) {
    return form.questions().stream()
        .filter(each -> each.id().equals(question))
        .flatMap(each -> each.options().stream())
        .map(Option::id);
  }
}
