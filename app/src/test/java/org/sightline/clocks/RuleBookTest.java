package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.clocks.Examples.day;
import static org.sightline.clocks.Examples.larkrise;
import static org.sightline.clocks.Examples.london;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

  private final RuleBook rules = RuleBook.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "withdrawal.amount | 27 | withdrawal must be between 28 and 84, not 27",
        "withdrawal.amount | -1 | withdrawal must be between 28 and 84, not -1",
        "withdrawal.amount | 99999999999 | withdrawal must be a whole number between 28 and 84, not \"99999999999\"",
        "withdrawal.amount | four weeks | withdrawal must be a whole number between 28 and 84, not \"four weeks\"",
        "withdrawal.kind | elapsed-hours | The kind of withdrawal is fixed, because of A31, ST-08",
        "withdrawal.landing | any-day | The landing of withdrawal is fixed, because of A31, ST-08",
        "measure-due.kind | fortnights | measure-due: there is no way of counting called \"fortnights\"",
        "measure-due.kind | calendar-months | measure-due now counts in months; set measure-due.amount as well",
        "measure-due.landing | never | measure-due: a date can land on any-day, working-day or school-day",
        "concern-seen.latest | 6 pm | The latest hour of concern-seen is a time such as 18:00, not \"6 pm\"",
        "concern-seen.latest | 00:00 | The latest hour of concern-seen must be 15:00 or after, not 00:00",
        "concern-deputy.amount | 4 | concern-deputy is due the next working day and takes no number, not 4",
        "withdrawl.amount | 30 | The rule book has no rule called withdrawl",
        "withdrawal.sentence | 30 | withdrawal.sentence cannot be set",
        "withdrawal | 30 | \"withdrawal\" is no setting",
        "With Drawal.amount | 30 | A rule's name is lower-case words"
      })
  void refusesNonsense(String key, String value, String sentence) {
    assertThatThrownBy(() -> rules.with(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void refusesAWayOfCountingThatDoesNotSuitTheRule() {
    var hours = Map.of("measure-due.kind", "elapsed-hours", "measure-due.amount", "42");
    var months = Map.of("measure-due.kind", "calendar-months", "measure-due.amount", "42");

    assertThatThrownBy(() -> rules.with(hours))
        .hasMessage(
            "measure-due can be counted in calendar-days or working-days or school-days or"
                + " calendar-months, not in elapsed-hours");
    assertThatThrownBy(() -> rules.with(months))
        .hasMessage("measure-due cannot be longer than 24 months, not 42");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules: | The rule book has no list called rules",
        "rules: [4] | Rule 1 of the rule book has no fields",
        "rules: [{id: x, colour: red}] | has a field nobody knows, colour",
        "rules: [{id: x}] | Rule 1 of the rule book (x) is refused: sentence must be words",
        "rules: [{id: x, id: y}] | The rule book is not YAML",
        "rules: [!!java.util.Date {}] | The rule book is not YAML",
        "]: | The rule book is not YAML"
      })
  void refusesABookThatIsWrongAndSaysWhere(String yaml, String sentence) {
    var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> RuleBook.from(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void hoursCannotStartFromADayAlone() {
    assertThatThrownBy(
            () -> rules.deadline(new RuleId("breach-reported"), day("2027-03-27"), larkrise()))
        .hasMessage(
            "breach-reported counts hours, so it needs the time of day it started,"
                + " not only 2027-03-27");
  }

  @Test
  void everyNamedRuleIsInTheBookAndEveryKindIsUsed() throws IllegalAccessException {
    for (var field : RuleId.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        assertThat(rules.rule((RuleId) field.get(null)).sentence()).isNotBlank();
      }
    }
    var used = EnumSet.noneOf(Kind.class);
    rules.rules().forEach(rule -> used.add(rule.kind()));
    assertThat(used).containsExactlyInAnyOrderElementsOf(Arrays.asList(Kind.values()));
  }

  @Test
  void aCouncilCanGiveStudentsLonger() {
    var longer = rules.with(Map.of("withdrawal.amount", " 35 "));

    assertThat(longer.deadline(RuleId.WITHDRAWAL, day("2027-01-12"), larkrise()).lastDay())
        .isEqualTo(day("2027-02-22"));
    assertThat(rules.rule(RuleId.WITHDRAWAL).amount()).isEqualTo(28);
    assertThat(longer.rule(RuleId.WITHDRAWAL).sentence()).contains("for 35 days after");
  }

  @Test
  void aCouncilCanCountTwoWeeksInWorkingDays() {
    var counted =
        rules.with(Map.of("first-mapping.kind", "working-days", "first-mapping.amount", "10"));

    // Good Friday 26 March and Easter Monday 29 March 2027
    var deadline = counted.deadline(new RuleId("first-mapping"), day("2027-03-22"), larkrise());

    assertThat(deadline.lastDay()).isEqualTo(day("2027-04-07"));
    assertThat(deadline.explanation()).contains("10 working days after", "Not counted:", "Good");
  }

  @ParameterizedTest
  @CsvSource({
    "first-mapping, 2027-12-13, 2027-12-27",
    "access-request, 2026-12-24, 2027-01-25",
    "access-request, 2027-01-31, 2027-03-01",
    "access-request, 2028-01-31, 2028-02-29",
    "access-request, 2027-11-30, 2027-12-30",
    "access-request, 2027-11-25, 2027-12-29",
    "emergency-access, 2027-12-23, 2028-01-04",
    "protection-file, 2027-02-11, 2027-02-25",
    "protection-file, 2027-07-21, 2027-09-08",
    "mapping-review, 2027-11-30, 2028-02-29",
    "round-comparison, 2027-01-29, 2027-09-02"
  })
  void knownDates(String rule, String started, String last) {
    assertThat(rules.deadline(new RuleId(rule), day(started), larkrise()).lastDay())
        .isEqualTo(day(last));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-27T09:00, 2027-03-30T10:00",
    "2027-10-29T09:00, 2027-11-01T08:00",
    "2028-02-28T12:00, 2028-03-02T12:00"
  })
  void hoursAreCountedAsTheyPass(String noticed, String due) {
    var deadline = rules.deadline(new RuleId("breach-reported"), london(noticed), larkrise());

    assertThat(deadline.due()).isEqualTo(new Due.AtTime(london(due)));
  }

  @Test
  void aMomentIsReadInLondonWhateverZoneItCameIn() {
    var inAuckland = london("2027-06-07T10:00").withZoneSameInstant(ZoneId.of("Pacific/Auckland"));

    assertThat(rules.deadline(RuleId.CONCERN_SEEN, inAuckland, larkrise()).lastDay())
        .isEqualTo(day("2027-06-07"));
  }
}
