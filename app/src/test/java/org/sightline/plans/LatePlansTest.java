package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.audit.PastDays;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Late;
import org.sightline.store.RecordKeys;
import org.sightline.store.SystemStore;
import org.springframework.beans.factory.annotation.Autowired;

class LatePlansTest extends PlanPageTest {

  @Autowired private SystemProcesses processes;
  @Autowired private SystemStore store;
  @Autowired private RecordKeys keys;
  @Autowired private CouncilLetters letters;

  @Test
  void anActionIsLateOnceItsDayIsOverAndUntilItIsDoneAndReviewed() {
    var id = raise("Stairs", null, null);
    var action = act(id, "Two adults", null);
    var today = dates.today();

    assertThat(kinds(action.value(), 30)).isEmpty();
    assertThat(kinds(action.value(), 31)).containsExactly("action not done");
    actions.markDone(owner, round, action, 1, today, today.plusDays(40));
    assertThat(kinds(action.value(), 40)).isEmpty();
    assertThat(kinds(action.value(), 41)).containsExactly("action not reviewed");
    actions.markNotDone(owner, round, action, 2);
    assertThat(kinds(action.value(), 41)).containsExactly("action not done");
  }

  @Test
  void aLetterIsLateUntilItsReplyIsThere() {
    var today = dates.today();
    var place =
        plans.raiseIssue(
            owner,
            round,
            new NewIssue(
                null, Source.DISCUSSION, new IssueText("The park", null, null, true, null, false)));
    var letter = letters.recordSent(owner, round, List.of(place), "Parks", today, today);

    assertThat(kinds(letter.value(), 0)).isEmpty();
    assertThat(kinds(letter.value(), 1)).containsExactly("council reply not there");
    letters.recordReply(owner, round, letter, today, "They come on Monday", null);
    assertThat(kinds(letter.value(), 1)).isEmpty();
  }

  private List<String> kinds(UUID of, int daysFromNow) {
    var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
    return new LatePlans(new PastDays(processes, store, keys, later))
        .list().stream().filter(late -> late.id().equals(of)).map(Late::kind).toList();
  }
}
