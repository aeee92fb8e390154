package org.sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.RawHttp;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The two sites are two places: what is on one is not there on the other, nor is whoever signed
/// in.
@SightlineTest
class SitesTest {

  @Autowired private TestPeople people;
  @Autowired private RequestMappingHandlerMapping handlers;
  @Autowired private DatabaseSettings database;

  @Test
  void noPageOfOneSiteIsOnTheOther() {
    var staff = new RawHttp(people.staffUrl());
    var student = new RawHttp(people.studentUrl());
    handlers
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              var path = mapping.getPatternValues().iterator().next().replaceAll("\\{[^}]*}", "x");
              var site = siteOf(handler);
              if (site.isEmpty() || path.equals("/")) {
                return;
              }
              for (String method : List.of("GET", "POST", "PUT", "HEAD", "OPTIONS")) {
                var answer =
                    site.get() == Site.STAFF
                        ? student.send(method, path, "Content-Length: 0")
                        : staff.send(method, path, "Content-Length: 0");
                assertThat(answer.status())
                    .as("%s %s on the other site", method, path)
                    .isIn(site.get() == Site.STAFF ? List.of(404) : List.of(302, 404));
                assertThat(answer.header("Allow")).as("%s %s", method, path).isEmpty();
              }
            });
  }

  @Test
  void everyHandlerBelongsToASite() {
    assertThat(handlers.getHandlerMethods().values())
        .filteredOn(handler -> !LastResort.class.equals(handler.getBeanType()))
        .allSatisfy(handler -> assertThat(siteOf(handler)).as(handler.toString()).isPresent());
  }

  @Test
  void whoIsSignedInIsNobodyOnTheStudentSite() {
    var head = people.signedIn(Role.HEAD);

    var page = head.get(people.studentUrl() + "/no-such-page");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.page().text()).doesNotContain(people.cast().the(Role.HEAD).name());
    assertThat(head.get(people.studentUrl() + "/signing-in").status()).isEqualTo(404);
  }

  @Test
  void theStudentSiteKeepsNoSessionAndSetsNoCookie() {
    var student = new RawHttp(people.studentUrl());
    long before = sessions();

    for (String path :
        List.of("/", "/signing-in", "/no-such-page", "/error", "/static/web/sightline.css")) {
      assertThat(student.send("GET", path).header("Set-Cookie")).as(path).isEmpty();
      assertThat(student.send("POST", path, "Content-Length: 0").header("Set-Cookie"))
          .as(path)
          .isEmpty();
    }

    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void aVisitToTheStudentSiteDoesNotKeepAStaffSessionAlive() {
    var head = people.signedIn(Role.HEAD);
    head.get("/signing-in");
    String before = lastAccesses();

    head.get(people.studentUrl() + "/");
    head.get(people.studentUrl() + "/no-such-page");

    assertThat(lastAccesses()).isEqualTo(before);
  }

  @Test
  void theErrorAddressByItselfIsAPageThatIsNotThere() {
    for (String origin : List.of(people.staffUrl(), people.studentUrl())) {
      assertThat(new RawHttp(origin).send("GET", "/error").status()).as(origin).isEqualTo(404);
    }
  }

  @Test
  void aFollowedLinkFromElsewhereSignsNobodyOut() {
    var head = people.signedIn(Role.HEAD);

    head.get("/signing-out");

    assertThat(head.get("/signing-in").page().select(".top__who span").text())
        .isEqualTo(people.cast().the(Role.HEAD).name());
  }

  @Test
  void signingInChangesTheSession() {
    var visitor = people.stranger();
    visitor.get("/engagement/rounds");
    String before = visitor.cookies().getCookieStore().getCookies().toString();
    var head = people.cast().the(Role.HEAD);

    visitor.post("/signing-in", "username", head.username(), "password", head.password());

    assertThat(visitor.cookies().getCookieStore().getCookies().toString())
        .contains("sightline=")
        .isNotEqualTo(before);
  }

  @Test
  void aPlantedSessionIsNotTakenUp() {
    var answer =
        new RawHttp(people.staffUrl())
            .send("GET", "/engagement/rounds", "Cookie: sightline=cGxhbnRlZC1zZXNzaW9u");

    assertThat(answer.header("Set-Cookie").orElse("")).doesNotContain("cGxhbnRlZC1zZXNzaW9u");
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    var cookie =
        people
            .stranger()
            .post("/signing-in", "username", "nobody", "password", "x")
            .response()
            .previousResponse()
            .flatMap(redirect -> redirect.headers().firstValue("Set-Cookie"))
            .or(() -> new RawHttp(people.staffUrl()).send("GET", "/").header("Set-Cookie"));

    assertThat(cookie)
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain="));
  }

  @Test
  void whatWasTypedBeforeASessionEndedIsNotKeptUnsealed() {
    people.stranger().post("/engagement/rounds", "worry", "planted-narrative-7316");
    people.stranger().get("/engagement/rounds?worry=planted-narrative-7316");

    long found =
        Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        """
                        select count(*) from access.sign_in_attributes
                         where position('planted-narrative-7316'::bytea in attribute_bytes) > 0
                        """)
                    .query(Long.class)
                    .single());

    assertThat(found).isZero();
  }

  @Test
  void signingInLeadsBackToThePageThatWasAskedFor() {
    var visitor = people.stranger();
    var head = people.cast().the(Role.HEAD);
    visitor.get("/no-such-page-of-mine");

    var arrived =
        visitor.post("/signing-in", "username", head.username(), "password", head.password());

    assertThat(arrived.path()).isEqualTo("/no-such-page-of-mine");
  }

  private static Optional<Site> siteOf(HandlerMethod handler) {
    return Optional.ofNullable(handler.getBeanType().getPackage().getAnnotation(OpenTo.class))
        .map(OpenTo::site);
  }

  private long sessions() {
    return Superuser.rolledBack(
        database,
        jdbc -> jdbc.sql("select count(*) from access.sign_in").query(Long.class).single());
  }

  private String lastAccesses() {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    "select string_agg(last_access_time::text, ',' order by primary_id) from access.sign_in")
                .query(String.class)
                .single());
  }
}
