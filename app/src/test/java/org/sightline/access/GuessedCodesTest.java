package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// AN-06: a thousand guesses open nothing, and whose account it is still gets in.
@SightlineTest
@TestPropertySource(properties = "sightline.test.sign-in=real")
class GuessedCodesTest {

  private static final int GUESSES = 1_000;
  private static final String PASSWORD = "kettle harbour nineteen moss";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private FirstSteps steps;
  @Autowired private OneTimeCodes codes;
  @Autowired private WrongPasswords wrongPasswords;
  @Autowired private SystemStore store;

  private Cast.Member member;
  private byte[] key;
  private Visitor owner;

  @BeforeEach
  void somebodyWithAPasswordAndAnApp() {
    var school = new TestSchools(application);
    member = school.the(Role.SAFEGUARDING_LEAD);
    String link = steps.linkFor(school.as(Role.ADMINISTRATOR), member.id());
    owner = people.stranger();
    String shown = owner.get(link + "/app").page().select("input[name=key]").val();
    key = new Base32().decode(shown);
    owner.post(link + "/app", "key", shown, "password", PASSWORD, "code", codes.codeAt(key, now()));
    owner.post("/your-sign-in/recovery-codes");
  }

  @Test
  void ofAThousandGuessesNoneIsTakenThoughTheRightOneIsAmongThem() {
    long taken =
        IntStream.range(0, GUESSES)
            .mapToObj(n -> n < OneTimeCodes.MAX_WRONG || n % 2 == 0 ? wrong(n) : right())
            .map(code -> codes.check(member.id(), code))
            .filter(outcome -> outcome == OneTimeCodes.Outcome.RIGHT)
            .count();

    assertThat(taken).isZero();
    assertThat(codes.isPaused(member.id())).isTrue();
    assertThat(owner.get("/your-sign-in").path()).as("who is in stays in").contains("your-sign-in");
  }

  @Test
  void eachPauseIsPaidForWithFiveGuessesOnly() {
    int looked = 0;
    for (int n = 0; n < GUESSES; n++) {
      if (codes.check(member.id(), wrong(n)) == OneTimeCodes.Outcome.WRONG) {
        looked++;
      } else {
        assertThat(codes.check(member.id(), right())).isEqualTo(OneTimeCodes.Outcome.OVER);
        aPauseGoesBy();
      }
    }

    // A thousand guesses take fifty hours, of which each quarter looks at five.
    assertThat(looked).isEqualTo(GUESSES / OneTimeCodes.MAX_WRONG * (OneTimeCodes.MAX_WRONG - 1));
    assertThat(codes.check(member.id(), right())).isEqualTo(OneTimeCodes.Outcome.RIGHT);
  }

  @Test
  void whoeverHasNoPasswordReachesNoCounterAndSlowsNobody() {
    var stranger = people.stranger();
    for (int n = 0; n < 50; n++) {
      assertThat(stranger.post("/signing-in/code", "code", wrong(n)).path())
          .isEqualTo("/signing-in");
    }

    assertThat(codes.isPaused(member.id())).isFalse();
    assertThat(in(people.stranger())).isTrue();
  }

  @Test
  void aThousandWrongPasswordsOfAStrangerKeepNobodyOutOfTheirOwnBrowser() {
    assertThat(in(owner)).as("a browser they signed in on before").isTrue();
    for (int n = 0; n < GUESSES; n++) {
      wrongPasswords.wrong(member.username(), Optional.empty(), Optional.empty());
    }

    assertThat(wrongPasswords.isHeld(member.username(), Optional.empty(), Optional.empty()))
        .isTrue();
    owner.post("/signing-out");
    assertThat(owner.get("/your-sign-in").path()).isEqualTo("/signing-in");
    codeStepGoesBy();
    assertThat(in(owner)).isTrue();
    assertThat(in(people.stranger())).as("a stranger with the right password").isFalse();
  }

  @Test
  void whoKnowsThePasswordEndsNoSessionAndIsToldOfToTheOwner() {
    var stranger = people.stranger();
    password(stranger);
    for (String code : List.of("000000", "000001", "000002", "000003", "000004")) {
      stranger.post("/signing-in/code", "code", code);
    }

    assertThat(codes.isPaused(member.id())).isTrue();
    assertThat(owner.get("/your-sign-in").page().text())
        .contains("knew your password and tried wrong codes");
    aPauseGoesBy();
    assertThat(in(people.stranger())).as("after a quarter of an hour at most").isTrue();
  }

  /// Signs in with password and code.
  private boolean in(Visitor visitor) {
    codeStepGoesBy();
    password(visitor);
    return !visitor.post("/signing-in/code", "code", right()).path().startsWith("/signing-in");
  }

  private void password(Visitor visitor) {
    visitor.post("/signing-in", "username", member.username(), "password", PASSWORD);
  }

  private static Instant now() {
    return Instant.now();
  }

  private String right() {
    return codes.codeAt(key, now());
  }

  /// A code that is not right, nor was or will be in a moment.
  private String wrong(int n) {
    var near =
        IntStream.rangeClosed(-3, 3).mapToObj(i -> codes.codeAt(key, now().plusSeconds(30L * i)));
    String code = String.format(Locale.ROOT, "%06d", n);
    return near.anyMatch(code::equals) ? "999999" : code;
  }

  private void aPauseGoesBy() {
    change("codes_from = codes_from - interval '16 minutes'");
  }

  /// As if the last code had been taken long ago.
  private void codeStepGoesBy() {
    change("code_step = null");
  }

  private void change(String what) {
    store
        .jdbc()
        .sql("update access.user_account set " + what + " where id = :id")
        .param("id", member.id().value())
        .update();
  }
}
