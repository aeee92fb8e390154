package org.sightline.access.signingin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class SigningInTest {

  @Autowired private TestPeople people;

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
