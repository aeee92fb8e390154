package org.sightline.access.signingin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class SigningInTest {

  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings database;

  @Test
  void aWrongPasswordSaysNothingAboutTheName() {
    var known =
        people
            .stranger()
            .post(
                "/signing-in",
                "username",
                people.cast().the(Role.HEAD).username(),
                "password",
                "wrong");
    var unknown = people.stranger().post("/signing-in", "username", "nobody", "password", "wrong");

    assertThat(known.page().select(".govuk-error-summary").text())
        .contains("did not work")
        .isEqualTo(unknown.page().select(".govuk-error-summary").text());
    assertThat(known.status()).isEqualTo(unknown.status());
  }

  @Test
  void everyPageOfTheStaffSiteAsksAStrangerToSignIn() {
    assertThat(people.stranger().get("/").path()).isEqualTo("/signing-in");
    assertThat(people.stranger().get("/engagement/rounds").path()).isEqualTo("/signing-in");
  }

  /// A session is a row in the database: a stranger who tries addresses makes none.
  @Test
  void askingForPagesMakesNoSessionAndLeadsBackAfterSigningIn() {
    int before = sessions();
    var stranger = people.stranger();
    for (int n = 0; n < 20; n++) {
      people.stranger().get("/concerns/" + UUID.randomUUID());
      stranger.get("/sharing/register");
      stranger.get("/signing-in");
    }
    assertThat(sessions()).isLessThanOrEqualTo(before);

    var head = people.cast().the(Role.HEAD);
    stranger.get("/who-sees-what");
    var arrived =
        stranger.post("/signing-in", "username", head.username(), "password", head.password());

    assertThat(arrived.path()).isEqualTo("/who-sees-what");
    stranger.post("/signing-out");
    arrived =
        stranger.post("/signing-in", "username", head.username(), "password", head.password());
    assertThat(arrived.path()).as("it led there once").isEqualTo("/engagement/rounds");
  }

  /// It has to wait in a session; a stranger's is gone sooner than somebody's.
  @Test
  void whatADeviceIsAskedIsForgottenAfterFiveMinutesUnlessSomebodySignsIn() {
    var head = people.cast().the(Role.HEAD);
    var stranger = people.stranger();
    assertThat(stranger.get("/signing-in/passkey-options").status()).isEqualTo(200);
    assertThat(secondsOfTheLatest(null)).isEqualTo(5 * 60);

    stranger.post("/signing-in", "username", head.username(), "password", head.password());

    assertThat(secondsOfTheLatest(head.id().toString())).isEqualTo(15 * 60);
  }

  private int secondsOfTheLatest(@Nullable String principal) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    select max_inactive_interval
                      from access.sign_in
                     where principal_name is not distinct from cast(:principal as text)
                     order by last_access_time desc limit 1
                    """)
                .param("principal", principal)
                .query(Integer.class)
                .single());
  }

  @Test
  void aPlaceOnAnotherSiteIsNowhereToGo() {
    var head = people.cast().the(Role.HEAD);
    for (String place : List.of("//elsewhere.example/", "https://elsewhere.example/", "/\\else")) {
      var stranger = people.stranger();
      var cookie =
          new HttpCookie(
              "sightline-asked",
              Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(place.getBytes(StandardCharsets.UTF_8)));
      cookie.setPath("/");
      stranger.cookies().getCookieStore().add(URI.create(people.staffUrl() + "/"), cookie);

      var arrived =
          stranger.post("/signing-in", "username", head.username(), "password", head.password());

      assertThat(arrived.path()).as(place).isEqualTo("/engagement/rounds");
    }
  }

  /// Of strangers, who are nobody; others sign in meanwhile.
  private int sessions() {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql("select count(*) from access.sign_in where principal_name is null")
                .query(Integer.class)
                .single());
  }

  @Test
  void signingInIsNotThereOnTheStudentSite() {
    assertThat(people.student().get("/signing-in").status()).isEqualTo(404);
  }

  @Test
  void aPersonOfTheCastSignsInAndOut() {
    var head = people.signedIn(Role.HEAD);

    assertThat(head.get("/signing-in").page().select(".top__who span").text())
        .isEqualTo(people.cast().the(Role.HEAD).name());

    var out = head.post("/signing-out");
    assertThat(out.path()).isEqualTo("/signing-in");
    assertThat(head.get("/").path()).isEqualTo("/signing-in");
  }

  @Test
  void aChangeAskedForByAnotherSiteIsRefused() throws Exception {
    var request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(people.staffUrl() + "/signing-in"))
            .header("Origin", "http://elsewhere.example")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("username=a&password=b"))
            .build();
    var answer =
        java.net.http.HttpClient.newHttpClient()
            .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
  }
}
