package org.sightline.access.unsent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// AN-10: sessions end after a quarter of an hour with what was typed kept; also what was sent too
/// late is kept, and never carried out by itself.
@SightlineTest
class UnsentTest {

  private static final String FORM = "/concerns/raising";
  private static final String WHAT = "Perpetua Quillfeather will not go near the underpass";
  private static final String BANNER = "This was not saved yet";

  @Autowired private TestPeople people;
  @Autowired private SystemStore store;
  @Autowired private SessionRepository<? extends Session> sessions;

  private Cast.Member member;
  private Visitor visitor;

  @BeforeEach
  void startAnew() {
    member = people.cast().the(Role.FACILITATOR);
    visitor = people.signedIn(member);
    visitor.post("/signing-out");
    signIn(visitor, member);
  }

  @Test
  void aFormThatComesTooLateIsNotCarriedOutAndIsFilledInAfterSigningIn() {
    String id = UUID.randomUUID().toString();
    endSession(visitor);

    var late = visitor.post(FORM, "id", id, "what", WHAT, "known", "yes", "immediate-risk", "no");
    assertThat(late.path()).isEqualTo("/signing-in");
    assertThat(late.page().text()).contains("What you typed is kept").doesNotContain("underpass");
    var back = signIn(visitor, member);

    assertThat(back.path()).isEqualTo(FORM);
    var form = back.page().select("form[action=" + FORM + "]");
    assertThat(back.page().text()).contains(BANNER);
    assertThat(form.select("[name=what]").text()).isEqualTo(WHAT);
    assertThat(form.select("[name=id]").val()).isEqualTo(id);
    assertThat(form.select("#known-yes").hasAttr("checked")).isTrue();
    assertThat(form.select("#known-no").hasAttr("checked")).isFalse();
    assertThat(visitor.get(FORM + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void nobodyElseOnThisBrowserAndNoOtherBrowserIsShownIt() {
    endSession(visitor);
    visitor.post(FORM, "what", WHAT);

    var elsewhere = people.signedIn(member);
    assertThat(elsewhere.get(FORM).page().text()).doesNotContain("underpass");
    assertThat(elsewhere.get("/your-sign-in/unsent").page().text()).doesNotContain("underpass");
    var other = signIn(visitor, people.cast().the(Role.ROUND_OWNER));
    assertThat(other.page().text()).doesNotContain("underpass", BANNER);
    assertThat(visitor.get("/your-sign-in/unsent").page().text()).doesNotContain("underpass");
  }

  @Test
  void whatAPageKeptWhileItWasTypedIsThereAfterSigningIn() {
    assertThat(keep(visitor, FORM, WHAT)).isEqualTo(204);
    assertThat(visitor.get(FORM).page().text()).doesNotContain(BANNER);
    endSession(visitor);

    assertThat(visitor.get(FORM).path()).isEqualTo("/signing-in");
    var back = signIn(visitor, member);

    assertThat(back.page().text()).contains(BANNER);
    assertThat(back.page().select("[name=what]").text()).isEqualTo(WHAT);
    assertThat(visitor.get("/your-sign-in/unsent").page().text()).contains(WHAT);
  }

  @Test
  void alsoWhatIsTypedOnAfterTheSessionHasEnded() {
    endSession(visitor);

    assertThat(keep(visitor, FORM, WHAT)).isEqualTo(202);
    assertThat(keep(people.stranger(), FORM, WHAT)).isEqualTo(401);
    assertThat(keep(visitor, "/signing-in", WHAT)).isEqualTo(401);
    assertThat(visitor.put("/your-sign-in/unsent", "application/json", "{[").status())
        .isEqualTo(401);

    signIn(visitor, member);
    assertThat(visitor.get(FORM).page().select("[name=what]").text()).isEqualTo(WHAT);
  }

  @Test
  void sendingTheFormLetsGoOfIt() {
    keep(visitor, FORM, WHAT);

    var refused = visitor.post(FORM, "id", UUID.randomUUID().toString(), "what", WHAT);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(left()).isEqualTo(1);
    var sent =
        visitor.post(
            FORM,
            "id",
            UUID.randomUUID().toString(),
            "immediate-risk",
            "no",
            "when-raised",
            "in-session",
            "what",
            WHAT,
            "known",
            "no");

    assertThat(sent.status()).as(sent.page().text()).isLessThan(400);
    assertThat(left()).isZero();
  }

  @Test
  void signingOutLeavesNothing() {
    keep(visitor, FORM, WHAT);

    visitor.post("/signing-out");

    assertThat(left()).isZero();
    visitor.post(FORM, "what", WHAT);
    assertThat(left()).as("nobody is known to have been here").isZero();
  }

  @Test
  void itIsThrownAwayByHandAndByNobodyElse() {
    keep(visitor, FORM, WHAT);
    var page = visitor.get("/your-sign-in/unsent").page();
    String away = page.select("main form").attr("action");

    assertThat(people.signedIn(Role.HEAD).post(away).status()).isEqualTo(404);
    assertThat(left()).isEqualTo(1);
    assertThat(visitor.post(away).page().text()).contains("It is thrown away");
    assertThat(left()).isZero();
  }

  @Test
  void afterADayItIsGone() {
    keep(visitor, FORM, WHAT);
    store
        .jdbc()
        .sql("update access.unsent set kept_at = :then where user_id = :user")
        .param("then", Timestamp.from(Instant.now().minus(Duration.ofHours(25))))
        .param("user", member.id().value())
        .update();
    endSession(visitor);
    signIn(visitor, member);

    assertThat(visitor.get(FORM).page().text()).doesNotContain(BANNER);
  }

  @Test
  void nothingOfItCanBeReadInTheDatabase() {
    keep(visitor, FORM, WHAT);

    var rows =
        store
            .jdbc()
            .sql("select u::text from access.unsent u where user_id = :user")
            .param("user", member.id().value())
            .query(String.class)
            .list();
    assertThat(rows)
        .hasSize(1)
        .noneMatch(row -> row.contains("underpass") || row.contains("raising"))
        .noneMatch(row -> row.contains(hex("underpass")) || row.contains(hex("raising")));
  }

  @Test
  void passwordsMarksAndWhatYoungPeopleWriteAreNeverKept() {
    String someId = UUID.randomUUID().toString();
    var never =
        List.of(
            "/signing-in",
            "/your-sign-in/app",
            "/engagement/sessions/" + someId + "/keying",
            "/engagement/sessions/" + someId + "/keying/writing",
            "/engagement/sessions/" + someId + "/consent/" + someId + "/signing",
            "/marking",
            "/slip",
            "/nothing/of/ours",
            "//elsewhere.example/raising");
    for (String form : never) {
      assertThat(keep(visitor, form, WHAT)).as(form).isEqualTo(400);
    }
    endSession(visitor);
    never.forEach(form -> visitor.post(form, "what", WHAT));

    assertThat(left()).isZero();
  }

  @Test
  void aMadeUpCookieAndAScriptsRequestKeepNothing() {
    endSession(visitor);
    visitor.post(FORM, "what", WHAT, "script", "yes");
    assertThat(left()).isZero();

    var stranger = people.stranger();
    stranger.post(FORM, "what", WHAT);
    for (String value : List.of("", "nonsense", "A".repeat(500), "%00")) {
      var cookie = new java.net.HttpCookie("sightline-last", value);
      cookie.setPath("/");
      stranger.cookies().getCookieStore().add(java.net.URI.create(people.staffUrl()), cookie);
      assertThat(stranger.post(FORM, "what", WHAT).path()).isEqualTo("/signing-in");
    }
    assertThat(left()).isZero();
  }

  @Test
  void aFileIsNotKeptAndThePageSaysSo() {
    var owner = people.cast().the(Role.ROUND_OWNER);
    var uploading = people.signedIn(owner);
    endSession(uploading);

    uploading.upload(
        "/contexts/plans/starting",
        "file",
        "plan.pdf",
        new byte[] {1, 2, 3},
        "name",
        "Invented annexe");
    signIn(uploading, owner);

    assertThat(uploading.get("/your-sign-in/unsent").page().text())
        .contains("Invented annexe")
        .contains("Choose the file again");
    uploading.post("/signing-out");
  }

  private int left() {
    return store
        .jdbc()
        .sql("select count(*) from access.unsent where user_id = :user")
        .param("user", member.id().value())
        .query(Integer.class)
        .single();
  }

  private static int keep(Visitor visitor, String form, String what) {
    String json =
        """
        {"page":"/concerns/raising","form":"%s","fields":[{"name":"what","value":"%s"}],"hadFiles":false}
        """
            .formatted(form, what);
    return visitor.put("/your-sign-in/unsent", "application/json", json).status();
  }

  private static Visitor.Arrived signIn(Visitor visitor, Cast.Member member) {
    return visitor.post(
        "/signing-in", "username", member.username(), "password", member.password());
  }

  /// As if a quarter of an hour had passed.
  private void endSession(Visitor visitor) {
    String id =
        visitor.cookies().getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("sightline"))
            .map(cookie -> new String(Base64.getDecoder().decode(cookie.getValue())))
            .findFirst()
            .orElseThrow();
    sessions.deleteById(id);
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
