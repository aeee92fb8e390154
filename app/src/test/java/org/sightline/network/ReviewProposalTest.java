package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// B66.
class ReviewProposalTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void nothingToDoProposesNothing() {
    assertThat(ReviewProposal.of(List.of(), TODAY.plusMonths(3), TODAY)).isNull();
  }

  @Test
  void theDayOfTheLastActionIsProposedAndNeverOneAfterTheReviewIsDue() {
    var due = List.of(TODAY.plusDays(20), TODAY.plusDays(5));

    var inTime = ReviewProposal.of(due, TODAY.plusDays(90), TODAY);
    assertThat(inTime.day()).isEqualTo(TODAY.plusDays(20));
    assertThat(inTime.isTooSoon()).isFalse();
    var tooSoon = ReviewProposal.of(due, TODAY.plusDays(10), TODAY);
    assertThat(tooSoon.day()).isEqualTo(TODAY.plusDays(10));
    assertThat(tooSoon.isTooSoon()).isTrue();
    assertThat(ReviewProposal.of(due, null, TODAY).day()).isEqualTo(TODAY.plusDays(20));
  }

  @Test
  void whatIsOverdueProposesNoDayThatHasPassed() {
    var proposal = ReviewProposal.of(List.of(TODAY.minusDays(4)), TODAY.plusDays(10), TODAY);

    assertThat(proposal.day()).isEqualTo(TODAY);
  }
}
