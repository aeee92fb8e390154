package org.sightline.access.guests;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.InventedWorld;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A guest from being asked to the end of the pass (AC-19).
@SightlineTest
class GuestPagesTest {

  private static final String PASSWORD = "kettle harbour nineteen moss";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private final String username = "guest-" + UUID.randomUUID();

  @Test
  void aGuestSeesThePackAndNothingElseUntilItEnds() throws Exception {
    var round = InventedWorld.in(application).finished().id();
    var owner = people.signedIn(Role.ROUND_OWNER);
    String pack = "/guests/" + round;
    assertThat(owner.get("/guests").page().select("a[href=" + pack + "]")).hasSize(1);

    String link = ask(owner, pack, "Guesta Invented", 7).page().select("code").text();
    var guest = set(link.replaceAll("^https?://[^/]+", "") + "/app");

    var packs = guest.get("/");
    assertThat(packs.path()).isEqualTo("/packs");
    assertThat(packs.page().select("nav a[href=/sharing], header a[href=/sharing]"))
        .as("a guest has nothing to share")
        .isEmpty();
    String results = packs.page().select("main a[href^=/engagement]").attr("href");
    var shown = guest.get(results);
    String why = shown.page().select(".why a").attr("href");
    assertThat(guest.get(why).page().select("main").text())
        .contains("You are a guest", "nothing else");
    assertThat(owner.get(why).status()).as("no guest").isEqualTo(404);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.page().select("tbody tr")).hasSizeGreaterThan(3);
    for (String closed :
        List.of(
            "/engagement/rounds",
            "/engagement/rounds/" + round,
            "/engagement/rounds/" + round + "/results",
            "/casework",
            "/guests",
            "/colleagues",
            "/plans/" + round,
            "/engagement/guest-results/" + UUID.randomUUID())) {
      assertThat(guest.get(closed).status()).as(closed).isEqualTo(404);
    }

    var pass = owner.get(pack).page().select(".govuk-summary-card:contains(Guesta Invented)");
    owner.post(pass.select("form[action$=/ending]").attr("action"));

    assertThat(guest.get(results).status()).isEqualTo(404);
    assertThat(guest.get("/packs").page().select("main li")).isEmpty();
    hired(guest);
  }

  /// A guest is on nobody's list of colleagues: whoever hires them names them by their sign-in
  /// name.
  private void hired(Visitor guest) {
    var head = people.signedIn(Role.HEAD);
    String role = people.school() + " " + Role.FACILITATOR;
    String joining = "/colleagues/joining";
    assertThat(head.get("/colleagues").page().text()).doesNotContain("Guesta Invented");
    assertThat(head.get("/colleagues").page().select("main a[href=" + joining + "]")).hasSize(1);
    for (String[] wrong :
        new String[][] {
          {"", role},
          {"nobody-" + UUID.randomUUID(), role},
          {people.cast().the(Role.HEAD).username(), role},
          {username, people.school() + " " + Role.GOVERNANCE},
          {username, ""}
        }) {
      var refused = head.post(joining, "username", wrong[0], "role", wrong[1]);
      assertThat(refused.status()).as(String.join(" ", wrong)).isEqualTo(422);
    }

    var given = head.post(joining, "username", username, "role", role);

    assertThat(given.page().text()).contains("Guesta Invented", "Facilitator");
    assertThat(guest.get("/engagement/rounds").status()).isEqualTo(200);
  }

  @Test
  void aChairAsksAGuestToThePurposeOfAPieceOfWork() {
    var team = casework.aTeam("Guestward");
    var piece = casework.aPieceOf(team);
    var chair = people.signedIn(team.chair());

    var asked = ask(chair, "/guests/" + piece, "", 1, people.cast().the(Role.HEAD).username());
    assertThat(asked.page().select("code")).as("no link into an account that is there").isEmpty();
    var head = people.signedIn(Role.HEAD);

    var purpose = head.get("/packs/casework/" + piece);
    assertThat(purpose.page().text()).contains("Guestward work", "Guestward duty desk");
    assertThat(head.get("/casework/" + piece).status()).isEqualTo(404);
    assertThat(head.get("/people/" + piece).status()).isEqualTo(404);
    assertThat(people.signedIn(team.practitioner()).get("/guests/" + piece).status())
        .as("only its chair asks")
        .isEqualTo(404);
  }

  @Test
  void whatIsWrongComesBackWithASentence() {
    var chair = people.signedIn(Role.CHAIR);
    String pack = "/guests/" + casework.aPiece();

    for (int days : List.of(-1, 90)) {
      var refused = ask(chair, pack, "Guesta Invented", days);
      assertThat(refused.status()).as(refused.page().text()).isEqualTo(422);
      assertThat(refused.page().select("#until-error")).hasSize(1);
      assertThat(refused.page().select("#username").val()).isEqualTo(username);
    }
    assertThat(ask(chair, pack, "", 1).page().select("#name-error")).hasSize(1);
    assertThat(ask(chair, pack, "Guesta Invented", 1).status()).isEqualTo(200);
    assertThat(ask(chair, pack, "Guesta Invented", 1).page().select("#username-error")).hasSize(1);
    assertThat(
            ask(chair, pack, "", 1, people.cast().the(Role.CHAIR).username())
                .page()
                .select("#username-error"))
        .hasSize(1);
  }

  private Arrived ask(Visitor by, String pack, String name, int days) {
    return ask(by, pack, name, days, username);
  }

  private Arrived ask(Visitor by, String pack, String name, int days, String whom) {
    var last = today.plusDays(days);
    var fields = new ArrayList<>(List.of("username", whom, "name", name));
    fields.addAll(List.of("until-day", "" + last.getDayOfMonth()));
    fields.addAll(List.of("until-month", "" + last.getMonthValue()));
    fields.addAll(List.of("until-year", "" + last.getYear()));
    return by.post(pack, fields.toArray(String[]::new));
  }

  /// Chooses a password and an app.
  private Visitor set(String path) throws Exception {
    var guest = people.stranger();
    String key = guest.get(path).page().select("input[name=key]").val();
    String code =
        new TimeBasedOneTimePasswordGenerator()
            .generateOneTimePasswordString(
                new SecretKeySpec(new Base32().decode(key), "HmacSHA1"), Instant.now());
    guest.post(path, "key", key, "password", PASSWORD, "code", code);
    return guest;
  }
}
