package org.sightline.engagement.keying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.concerns.ConcernId;
import org.sightline.engagement.keying.Piles.APile;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.SlipWithdrawals;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The page for a pile in a browser without scripts: an ordinary form for each sheet.
@SightlineTest
class KeyingPagesTest {

  @Autowired private Keying keying;
  @Autowired private PrintedSheets sheets;
  @Autowired private SlipWithdrawals withdrawals;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private DatabaseSettings settings;

  private DatabaseReader thief;
  private APile pile;
  private String base;
  private Visitor facilitator;
  private Visitor owner;

  @BeforeEach
  void printAPile() {
    thief = new DatabaseReader(settings);
    pile = new Piles(keying, sheets, people, rounds).of(4);
    base = "/engagement/sessions/" + pile.session().id() + "/keying";
    facilitator = people.signedIn(Role.FACILITATOR);
    owner = people.signedIn(Role.ROUND_OWNER);
  }

  @Test
  void asksAStrangerToSignIn() {
    assertThat(people.stranger().get(base).path()).isEqualTo("/signing-in");
  }

  @Test
  void isNotThereForAnybodyWhoDoesNotRunTheRound() {
    for (Visitor other :
        List.of(
            people.signedIn(people.cast().outsider()),
            people.signedIn(Role.ADMINISTRATOR),
            people.signedIn(Role.SAFEGUARDING_LEAD))) {
      assertThat(other.get(base).status()).isEqualTo(404);
      assertThat(other.get(base + "/differences").status()).isEqualTo(404);
      assertThat(other.post(base, "label", label(0)).status()).isEqualTo(404);
      assertThat(other.post(base + "/opening", "label", label(0)).status()).isEqualTo(404);
      assertThat(other.post(base + "/labels").status()).isEqualTo(404);
      assertThat(
              other
                  .post(base + "/writing", "text", "x", "concern", ConcernId.random().toString())
                  .status())
          .isEqualTo(404);
    }
  }

  @Test
  void saysWhyASessionThatHasNotStartedOrHasClosedCannotBeKeyed() {
    var planned = rounds.aPlannedSession(rounds.aRound());

    assertThat(facilitator.get("/engagement/sessions/" + planned.id() + "/keying").page().text())
        .contains("has not started");
    owner.post("/engagement/sessions/" + pile.session().id() + "/closing", "out", "4");
    assertThat(facilitator.get(base).page().text()).contains("session is closed");
  }

  @Test
  void keepsWhatWasTypedWhenTheLabelIsUnknown() {
    var fields = fields("22", "R");

    var arrived = facilitator.post(base, fields);

    assertThat(arrived.status()).isEqualTo(422);
    assertThat(arrived.page().select(".govuk-error-summary").text())
        .contains("No sheet of this session");
    assertThat(arrived.page().select("#label").val()).isEqualTo("22");
    assertThat(arrived.page().select(".keying__place input[value=R][checked]"))
        .hasSize(pile.plan().zones().size());
  }

  @Test
  void aSheetWhoseMapWasTakenOutGoesIntoTheShredder() {
    withdrawals.withdraw(pile.sheets().get(0).slip().printed());

    for (String address : List.of(base, base + "/opening")) {
      var arrived = facilitator.post(address, fields(label(0), "R"));
      assertThat(arrived.status()).isEqualTo(422);
      assertThat(arrived.page().select(".govuk-error-summary").text())
          .contains("taken their map out: put the sheet in the shredder");
    }
  }

  @Test
  void savesASheetAndOpensItAgainOnlyForWhoKeyedIt() {
    var saved = facilitator.post(base, fields(label(0), "G"));

    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.page().select(".govuk-notification-banner").text())
        .contains("The sheet is saved");
    assertThat(saved.page().select("[data-progress]").text()).isEqualTo("1 sheet keyed");
    assertThat(saved.page().select("#label").val()).isEmpty();
    var again = facilitator.post(base + "/opening", "label", label(0).toLowerCase());
    assertThat(again.page().select(".keying__place input[value=G][checked]"))
        .hasSize(pile.plan().zones().size());
    assertThat(again.page().select("input[name=version]").val()).isEqualTo("1");
    var others = owner.post(base + "/opening", "label", label(0));
    assertThat(others.status()).isEqualTo(422);
    assertThat(others.page().select(".keying__place input[value=G][checked]")).isEmpty();
    assertThat(
            owner
                .post(base + "/opening", "label", label(0), "pass", "2")
                .page()
                .select("input[value=G][checked]"))
        .isEmpty();
    assertThat(audited("engagement.sheet-keyed")).isEqualTo(1);
    assertThat(audited("engagement.sheet-opened")).isEqualTo(3);
  }

  @Test
  void twoWindowsAreToldApart() {
    facilitator.post(base, fields(label(0), "G"));

    var second = facilitator.post(base, fields(label(0), "R"));

    assertThat(second.status()).isEqualTo(412);
    assertThat(second.page().select(".govuk-error-summary").text())
        .contains("changed or removed since");
  }

  @Test
  void takesBackWhatWasKeyedUnderAWrongLabel() {
    facilitator.post(base, fields(label(0), "G"));

    var arrived = facilitator.post(base + "/removing", "label", label(0), "version", "1");

    assertThat(arrived.page().select(".govuk-notification-banner").text()).contains("removed");
    assertThat(arrived.page().select("[data-progress]").text()).isEqualTo("0 sheets keyed");
    assertThat(audited("engagement.sheet-unkeyed")).isEqualTo(1);
  }

  @Test
  void saysHowManyOfTheSheetsThatWereCountedInAreKeyed() {
    facilitator.post(
        "/engagement/sessions/" + pile.session().id() + "/running/counts",
        "out",
        "5",
        "in",
        "4",
        "left",
        "1");
    facilitator.post(base, fields(label(0), "G"));

    assertThat(facilitator.get(base).page().select("[data-progress]").text())
        .isEqualTo("1 of 4 sheets");
    assertThat(owner.get(base + "?pass=2").page().select("[data-progress]").text())
        .isEqualTo("0 of 4 sheets");
  }

  /// A pile that nobody has keyed is not thrown away without a word (A55), and not held up either.
  @Test
  void closingAsksOnceMoreWhileFewerAreKeyedThanWereCountedIn() {
    String session = "/engagement/sessions/" + pile.session().id();
    facilitator.post(session + "/running/counts", "out", "5", "in", "4", "left", "0");
    facilitator.post(base, fields(label(0), "G"));

    var asked = facilitator.post(session + "/closing", "out", "5");

    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.page().select(".govuk-error-summary a[href=#without]").text())
        .startsWith("Counted in: 4. Sent or keyed so far: 1.");
    assertThat(asked.page().select("#out").val()).isEqualTo("5");
    assertThat(facilitator.get(base).status()).isEqualTo(200);

    var closed = facilitator.post(session + "/closing", "out", "5", "without", "yes");
    assertThat(closed.page().select(".closing__counts").text()).contains("5", "1");
  }

  @Test
  void givesASheetWithoutALabelOneToWriteOnIt() {
    var arrived = facilitator.post(base + "/labels");

    var sentence = arrived.page().select("[data-given]").text();
    assertThat(sentence).startsWith("Write ").contains("cannot be taken out later");
    var given = sentence.substring(6, 8);
    assertThat(facilitator.post(base, fields(given, "Y")).status()).isEqualTo(200);
    assertThat(audited("engagement.sheet-labelled")).isEqualTo(1);
  }

  @Test
  void passesWritingOnAMapToTheLeadWithoutItsLabel() {
    var page = facilitator.get(base).page();
    assertThat(page.select("#writing").text())
        .contains("Something is written on this map")
        .contains(people.cast().the(Role.SAFEGUARDING_LEAD).name());
    assertThat(
            facilitator
                .post(base + "/writing", "text", " ", "concern", ConcernId.random().toString())
                .status())
        .isEqualTo(422);
    var concern = page.select("input[name=concern]").val();

    var arrived =
        facilitator.post(
            base + "/writing", "text", "It says: help, on sheet " + label(0), "concern", concern);
    facilitator.post(base + "/writing", "text", "It says: help", "concern", concern);

    assertThat(arrived.page().select(".govuk-notification-banner__heading").text())
        .contains("Passed on")
        .contains(ConcernId.of(concern).receipt());
    assertThat(
            thief.count(
                "select count(*)::int from audit.entry where object = ?::uuid and act = 'concerns.concern-raised'",
                concern))
        .isGreaterThanOrEqualTo(1);
    assertThat(
            thief.count(
                "select count(*)::int from engagement.keyed_sheet where session_id = ?",
                pile.session().id().value()))
        .isZero();
  }

  @Test
  void showsOnlyWhatDiffersAndSettlesIt() {
    var zones = pile.plan().zones();
    facilitator.post(base, fields(label(0), "G"));
    var other = new ArrayList<>(List.of(fields(label(0), "G")));
    other.set(other.indexOf("place-" + zones.get(2).key()) + 1, "R");
    other.addAll(List.of("pass", "2"));
    owner.post(base, other.toArray(String[]::new));

    var page = facilitator.get(base + "/differences").page();
    assertThat(page.select(".settling")).hasSize(1);
    assertThat(page.select(".settling .keying__place legend").eachText())
        .containsExactly(zones.get(2).name() + " (first: G, second: R)");
    assertThat(
            facilitator
                .post(base + "/differences", "label", label(0), "first", "1", "second", "1")
                .status())
        .isEqualTo(422);

    var settled =
        facilitator.post(
            base + "/differences",
            "label",
            label(0),
            "first",
            "1",
            "second",
            "1",
            "place-" + zones.get(2).key(),
            "R");

    assertThat(settled.page().select(".settling")).isEmpty();
    assertThat(settled.page().text()).contains("The sheet is settled");
    assertThat(audited("engagement.difference-settled")).isEqualTo(1);
    assertThat(
            facilitator
                .post(
                    base + "/differences",
                    "label",
                    label(0),
                    "first",
                    "1",
                    "second",
                    "1",
                    "place-" + zones.get(2).key(),
                    "G")
                .status())
        .isEqualTo(412);
  }

  @Test
  void settlesWhetherASheetCanBeReadAndItsYearGroup() {
    var spoiled = new ArrayList<>(List.of(fields(label(0), "G")));
    spoiled.addAll(List.of("spoiled", "yes"));
    facilitator.post(base, spoiled.toArray(String[]::new));
    var read = new ArrayList<>(List.of(fields(label(0), "G")));
    read.set(read.indexOf("year") + 1, "8");
    read.addAll(List.of("pass", "2"));
    owner.post(base, read.toArray(String[]::new));
    var differences = base + "/differences";

    var half =
        facilitator.post(
            differences, "label", label(0), "first", "1", "second", "1", "spoiled", "no");
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.page().select(".govuk-error-summary a").attr("href"))
        .isEqualTo("#%s-year-", label(0));
    assertThat(half.page().select(".settling input[checked]").val()).isEqualTo("no");
    var page = facilitator.get(differences).page();
    assertThat(page.select(".settling input[name=year]").eachAttr("value"))
        .containsExactly("", "8");

    var answers = new ArrayList<>(List.of(fields(label(0), "G")));
    answers.set(answers.indexOf("year") + 1, "8");
    answers.addAll(List.of("first", "1", "second", "1", "spoiled", "no"));
    assertThat(
            facilitator
                .post(differences, answers.toArray(String[]::new))
                .page()
                .select(".settling"))
        .isEmpty();
    var opened = facilitator.post(base + "/opening", "label", label(0)).page();
    assertThat(opened.select("#year option[selected]").val()).isEqualTo("8");
    assertThat(opened.select("#spoiled[checked]")).isEmpty();
    assertThat(opened.select(".keying__place input[value=G][checked]"))
        .hasSize(pile.plan().zones().size());
  }

  @Test
  void closingSaysWhyItIsRefused() {
    facilitator.post(base, fields(label(0), "G"));
    var second = new ArrayList<>(List.of(fields(label(0), "R")));
    second.addAll(List.of("pass", "2"));
    owner.post(base, second.toArray(String[]::new));

    var arrived =
        owner.post("/engagement/sessions/" + pile.session().id() + "/closing", "out", "1");

    assertThat(arrived.status()).isEqualTo(422);
    assertThat(arrived.page().text()).contains("The two keyings of one sheet differ");
  }

  @Test
  void leavesNoLabelInTheStoredSignIn() {
    facilitator.post(base, fields(label(0), "G"));

    assertThat(
            thief.rows(
                "select 1 from access.sign_in_attributes where position(?::bytea in attribute_bytes) > 0",
                ("heet " + label(0)).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void holdsNoLabelInAnyAddress() {
    facilitator.post(base, fields(label(0), "G"));

    var page = facilitator.post(base + "/opening", "label", label(0)).page();
    assertThat(page.select("a").eachAttr("href")).noneMatch(address -> address.contains(label(0)));
    assertThat(page.select("form").eachAttr("action")).noneMatch(address -> address.contains("?"));
  }

  private String[] fields(String label, String level) {
    var fields = new ArrayList<>(List.of("label", label, "version", "0", "year", ""));
    for (var zone : pile.plan().zones()) {
      fields.addAll(List.of("place-" + zone.key(), level));
    }
    return fields.toArray(String[]::new);
  }

  private String label(int sheet) {
    return pile.sheets().get(sheet).label().letters();
  }

  private int audited(String act) {
    return thief.count(
        "select count(*)::int from audit.entry where object = ? and act = ? and outcome = 'DONE'",
        pile.session().id().value(),
        act);
  }
}
