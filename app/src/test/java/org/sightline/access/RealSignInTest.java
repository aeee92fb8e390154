package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestMail;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// Signing in where things are real: no path without a second factor (AN-02).
@SightlineTest
@TestPropertySource(properties = "sightline.test.sign-in=real")
class RealSignInTest {

  private static final String PASSWORD = "kettle harbour nineteen moss";

  @Autowired private TestPeople people;
  @Autowired private FirstSteps steps;
  @Autowired private OneTimeCodes codes;
  @Autowired private org.sightline.store.SystemStore store;
  @Autowired private DatabaseSettings database;
  @Autowired private ApplicationContext application;
  @Autowired private org.sightline.audit.AuditChain chain;

  /// Somebody with a password, an app and recovery codes.
  private record Equipped(Cast.Member member, byte[] key, List<String> recovery, Visitor visitor) {}

  @Test
  void aPasswordAloneOpensNothing() {
    var person = equipped(Role.HEAD);
    var visitor = people.stranger();

    var arrived = password(visitor, person, PASSWORD);

    assertThat(arrived.path()).isEqualTo("/signing-in/code");
    assertThat(visitor.get("/").path()).isEqualTo("/signing-in/code");
    assertThat(visitor.get("/signing-in").page().select(".top__who")).isEmpty();
  }

  @Test
  void withACodeOneIsInAndTheSameCodeIsNotTakenTwice() {
    var person = equipped(Role.HEAD);
    var code = codes.codeAt(person.key(), Instant.now().plusSeconds(30));
    var first = people.stranger();
    password(first, person, PASSWORD);

    assertThat(first.post("/signing-in/code", "code", code).path()).doesNotContain("signing-in");

    var second = people.stranger();
    password(second, person, PASSWORD);
    var again = second.post("/signing-in/code", "code", code);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.page().text()).contains("was used already");
  }

  @Test
  void fiveWrongCodesEndTheAttemptAndTheOwnerIsTold() {
    var person = equipped(Role.DEPUTY_LEAD);
    var mail = new TestMail(application);
    String address = mail.address(person.member().id());
    var stranger = people.stranger();
    password(stranger, person, PASSWORD);

    Visitor.Arrived last = stranger.get("/signing-in/code");
    for (int i = 0; i < OneTimeCodes.MAX_WRONG; i++) {
      last = stranger.post("/signing-in/code", "code", "00000" + i);
    }

    assertThat(last.path()).isEqualTo("/signing-in");
    assertThat(last.page().text()).contains("too many wrong codes");
    assertThat(stranger.get("/").path()).isEqualTo("/signing-in");
    password(stranger, person, PASSWORD);
    var right = codes.codeAt(person.key(), Instant.now().plusSeconds(30));
    assertThat(stranger.post("/signing-in/code", "code", right).page().text())
        .contains("too many wrong codes");
    assertThat(person.visitor().get("/your-sign-in").page().text())
        .contains("knew your password and tried wrong codes");
    assertThat(mail.sentTo(address).values())
        .filteredOn(one -> one.contains("To: " + address))
        .isNotEmpty()
        .allSatisfy(
            one -> assertThat(one).contains("/waiting").doesNotContain("wrong", "password"));
  }

  /// AN-07: one step of thirty seconds either way, and no more.
  @Test
  void aCodeOfThirtySecondsAwayIsTakenAndOneOfNinetyIsNot() {
    byte[] key = codes.newKey();
    List<Boolean> taken;
    Instant now;
    do {
      now = Instant.now();
      Instant then = now;
      taken =
          Stream.of(-90, -60, -30, 0, 30, 60, 90)
              .map(away -> codes.matches(key, codes.codeAt(key, then.plusSeconds(away))))
              .toList();
    } while (now.getEpochSecond() / 30 != Instant.now().getEpochSecond() / 30);

    assertThat(taken).containsExactly(false, false, true, true, true, false, false);
  }

  @Test
  void aSetUpLinkWorksForHalfAnHourAndNoLonger() {
    String link = link(Role.FACILITATOR);
    var finder = people.stranger();
    String key = finder.get(link + "/app").page().select("input[name=key]").val();
    age(Role.FACILITATOR, 29);
    assertThat(finder.get(link).status()).isEqualTo(200);

    age(Role.FACILITATOR, 1);

    assertThat(finder.get(link).status()).isEqualTo(404);
    var chosen =
        finder.post(
            link + "/app",
            "key",
            key,
            "password",
            "another long and odd sentence",
            "code",
            codes.codeAt(new Base32().decode(key), Instant.now()));
    assertThat(chosen.status()).isEqualTo(404);
  }

  /// As if the link had been made so many minutes before.
  private void age(Role role, int minutes) {
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update access.set_up_link set until = until - make_interval(mins => :minutes)
                     where user_id = :user
                    """)
                .param("minutes", minutes)
                .param("user", people.cast().the(role).id().value())
                .update());
  }

  @Test
  void aRecoveryCodeWorksOnce() {
    var person = equipped(Role.SAFEGUARDING_LEAD);
    String code = person.recovery().get(3);
    var visitor = people.stranger();
    password(visitor, person, PASSWORD);

    assertThat(visitor.post("/signing-in/code", "code", code.toUpperCase()).path())
        .doesNotContain("signing-in");
    assertThat(visitor.get("/your-sign-in").page().text())
        .contains("You have 9 left")
        .contains("A recovery code was used");
    assertThat(person.visitor().get("/your-sign-in").path())
        .as("every other session is over")
        .isEqualTo("/signing-in");
    var waits = visitor.get("/waiting").page().select("tr:has(a[href=/your-sign-in])");
    assertThat(waits.text()).contains("with how you sign in");

    var again = people.stranger();
    password(again, person, PASSWORD);
    assertThat(again.post("/signing-in/code", "code", code).status()).isEqualTo(422);
  }

  @Test
  void aSetUpLinkWorksOnceAndNothingChosenBeforeGoesOnWorking() {
    var before = equipped(Role.FACILITATOR);
    String link = steps.linkFor(SignedIn.as(before.member().id()), before.member().id());
    var finder = people.stranger();
    String key = finder.get(link + "/app").page().select("input[name=key]").val();

    finder.post(
        link + "/app",
        "key",
        key,
        "password",
        "another long and odd sentence",
        "code",
        codes.codeAt(new Base32().decode(key), Instant.now()));

    assertThat(finder.get(link).status()).isEqualTo(404);
    assertThat(before.visitor().get("/").path()).isEqualTo("/signing-in");
    var old = people.stranger();
    assertThat(password(old, before, PASSWORD).status()).isEqualTo(422);
  }

  @Test
  void aLinkThatTakesOverFromSomebodyIsLookedInto() {
    var person = equipped(Role.SAFEGUARDING_LEAD);
    long before = alerts(people.as(Role.ADMINISTRATOR));

    steps.linkFor(people.as(Role.ADMINISTRATOR), person.member().id());

    assertThat(alerts(people.as(Role.ADMINISTRATOR))).isEqualTo(before + 1);
  }

  private long alerts(SignedIn maker) {
    return store
        .jdbc()
        .sql(
            "select count(*) from audit.alert where kind = 'sign-in-replaced' and subject_user = :who")
        .param("who", maker.user().value())
        .query(Long.class)
        .single();
  }

  @Test
  void aNewPasswordEndsEveryOtherBrowser() {
    var person = equipped(Role.HEAD);
    var stolen = people.stranger();
    password(stolen, person, PASSWORD);
    code(stolen, person);
    assertThat(stolen.get("/your-sign-in").path()).isEqualTo("/your-sign-in");
    String key = person.visitor().get("/your-sign-in/app").page().select("input[name=key]").val();

    var set =
        person
            .visitor()
            .post(
                "/your-sign-in/app",
                "key",
                key,
                "password",
                "another long and odd sentence",
                "code",
                codes.codeAt(new Base32().decode(key), Instant.now()));

    assertThat(set.path()).isEqualTo("/your-sign-in");
    assertThat(set.page().text()).contains("signed out everywhere else");
    assertThat(stolen.get("/your-sign-in").path()).isEqualTo("/signing-in");
  }

  @Test
  void aSetUpLinkLetsOneOfTwoInWhoUseItAtTheSameTime() {
    String link = link(Role.FACILITATOR);
    var finders = List.of(people.stranger(), people.stranger(), people.stranger());
    String key = finders.getFirst().get(link + "/app").page().select("input[name=key]").val();
    String code = codes.codeAt(new Base32().decode(key), Instant.now());

    long in =
        finders.parallelStream()
            .map(
                finder ->
                    finder.post(
                        link + "/app",
                        "key",
                        key,
                        "password",
                        "another long and odd sentence " + finders.indexOf(finder),
                        "code",
                        code))
            .filter(arrived -> arrived.status() == 200)
            .count();

    assertThat(in).isEqualTo(1);
  }

  @Test
  void aWeakPasswordAndAWrongCodeAreSaidTogether() {
    String link = link(Role.FACILITATOR);
    var page = people.stranger().get(link + "/app").page();

    var arrived =
        people
            .stranger()
            .post(
                link + "/app",
                "key",
                page.select("input[name=key]").val(),
                "password",
                "short",
                "code",
                "123456");

    assertThat(arrived.status()).isEqualTo(422);
    assertThat(arrived.page().select(".govuk-error-summary li").eachText()).hasSize(2);
    assertThat(arrived.page().select("input[name=key]").val())
        .isEqualTo(page.select("input[name=key]").val());
  }

  @Test
  void noMoreThanThreeBrowsersStaySignedIn() {
    var person = equipped(Role.GOVERNANCE);
    for (int browser = 0; browser < 3; browser++) {
      var visitor = people.stranger();
      password(visitor, person, PASSWORD);
      assertThat(code(visitor, person).path()).doesNotContain("signing-in");
    }

    assertThat(person.visitor().get("/").path()).isEqualTo("/signing-in");
  }

  @Test
  void aLostDeviceIsSignedOutAtOnce() {
    var person = equipped(Role.ADMINISTRATOR);
    var lost = people.stranger();
    password(lost, person, PASSWORD);
    code(lost, person);

    var said = person.visitor().post("/your-sign-in/browsers/ending");

    assertThat(said.page().text()).contains("signed out everywhere else");
    assertThat(lost.get("/your-sign-in").path()).isEqualTo("/signing-in");
    assertThat(person.visitor().get("/your-sign-in").status()).isEqualTo(200);
  }

  @Test
  void refusalsAreAuditedAndTheChainHolds() {
    long before = chain.length();

    people.stranger().post("/signing-in", "username", "nobody-here", "password", "wrong");

    assertThat(chain.length()).isEqualTo(before + 1);
    assertThat(chain.firstBad()).isEmpty();
  }

  private Equipped equipped(Role role) {
    var member = people.cast().the(role);
    String link = link(role);
    var visitor = people.stranger();
    String key = visitor.get(link + "/app").page().select("input[name=key]").val();
    byte[] bytes = new Base32().decode(key);
    var arrived =
        visitor.post(
            link + "/app",
            "key",
            key,
            "password",
            PASSWORD,
            "code",
            codes.codeAt(bytes, Instant.now()));
    assertThat(arrived.path()).isEqualTo("/your-sign-in/recovery-codes");
    var recovery = visitor.post("/your-sign-in/recovery-codes").page().select("code").eachText();
    assertThat(recovery).hasSize(RecoveryCodes.HOW_MANY).doesNotHaveDuplicates();
    return new Equipped(member, bytes, recovery, visitor);
  }

  private String link(Role role) {
    var member = people.cast().the(role);
    return steps.linkFor(people.as(Role.ADMINISTRATOR), member.id());
  }

  /// Types a code of the app, as if the last one had been long ago.
  private Visitor.Arrived code(Visitor visitor, Equipped person) {
    store
        .jdbc()
        .sql("update access.user_account set code_step = null where id = :id")
        .param("id", person.member().id().value())
        .update();
    return visitor.post("/signing-in/code", "code", codes.codeAt(person.key(), Instant.now()));
  }

  private static Visitor.Arrived password(Visitor visitor, Equipped person, String password) {
    return visitor.post(
        "/signing-in", "username", person.member().username(), "password", password);
  }
}
