package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @CsvSource({
    "elevenchars, TOO_SHORT",
    "password1234, EASILY_GUESSED",
    "safeguarding, EASILY_GUESSED",
    "SightlineSchool, EASILY_GUESSED",
    "qwertyuiop123, EASILY_GUESSED",
    "ada.example.ada, EASILY_GUESSED",
    "Safeguarding-2026!, EASILY_GUESSED",
    "Hackney-Council-2026, EASILY_GUESSED",
    "fernbrook.Academy.11, EASILY_GUESSED",
    "Example&Fernbrook7, EASILY_GUESSED",
    "!!superman!!2026, EASILY_GUESSED",
    "SUPERMANsuperman, EASILY_GUESSED",
    "unbelievable, EASILY_GUESSED"
  })
  void refusesWhatIsGuessedFirst(String password, PasswordRules.Weakness weakness) {
    var own = List.of("ada.example", "Ada Example", "Fernbrook Invented School");

    assertThat(rules.weakness(password, own)).contains(weakness);
  }

  @Test
  void knowsMoreThanThreeThousandCommonPasswordsWithoutAskingAnybody() {
    assertThat(rules.commonOnes()).isGreaterThan(3_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kettle harbour nineteen moss",
        "гривна-паровоз-57-лист",
        "vQ8#zr!m2Lk0pT",
        "school kettle harbour nineteen"
      })
  void takesAnyCharactersThatAreHardToGuess(String password) {
    assertThat(rules.weakness(password, List.of("ada.example"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 100_000})
  void refusesTheEndlessWithoutMeasuringThem(int length) {
    assertThat(rules.weakness("x7".repeat(length / 2 + 1), List.of()))
        .contains(PasswordRules.Weakness.TOO_LONG);
  }
}
