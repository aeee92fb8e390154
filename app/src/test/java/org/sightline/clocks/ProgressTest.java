package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.clocks.Examples.day;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  private static final LocalDate DUE = LocalDate.of(2027, 5, 14);

  @Test
  void cannotBeDoneInTheFuture() {
    assertThatThrownBy(
            () -> Progress.of(DUE, day("2027-05-02"), day("2027-05-01"), RuleBook.shipped()))
        .hasMessage("An action cannot be done on 2027-05-02, which is after today, 2027-05-01");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-05-06, , On track",
    "2027-05-07, , At risk",
    "2027-05-14, , At risk",
    "2027-05-15, , Overdue by 1 day",
    "2027-06-14, , Overdue by 31 days",
    "2027-06-14, 2027-05-14, Done",
    "2027-06-14, 2027-05-17, 'Done, 3 days late'"
  })
  void wordsComeFirst(LocalDate today, @Nullable LocalDate done, String words) {
    assertThat(Progress.of(DUE, done, today, RuleBook.shipped()).words()).isEqualTo(words);
  }
}
