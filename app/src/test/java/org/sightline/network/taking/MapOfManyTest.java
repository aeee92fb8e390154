package org.sightline.network.taking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

/// Nobody alone takes out more than fifty people (AC-12, EX-06).
@SightlineTest
class MapOfManyTest {

  private static final String REASON = "The conference on Monday needs all of them on one sheet.";

  /// Whatever names those who are on the map.
  private static final List<String> FILES =
      List.of(
          "/copies/picture-a4.pdf",
          "/copies/picture.svg",
          "/copies/people.csv",
          "/copies/lines.xlsx",
          "/copies/map.graphml",
          "/wall-kit/labels-names.pdf");

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private WorkspaceId work;
  private Visitor asker;
  private Visitor second;
  private String map;

  @BeforeEach
  void fiftyPeople() {
    team = casework.aTeam("Many");
    work = casework.aPieceOf(team);
    asker = people.signedIn(team.chair());
    second = people.signedIn(team.practitioner());
    map = "/network/maps/" + work;
    draw(
        IntStream.rangeClosed(1, 50)
            .mapToObj(i -> Drawn.aPerson(ElementId.random(), "Planted " + i))
            .reduce(Edit::and)
            .orElseThrow());
    var place = ElementId.random();
    draw(
        Edit.of(
            new Change(place, Field.KIND, "PLACE"), new Change(place, Field.LABEL, "The arcade")));
  }

  @Test
  void fiftyPeopleAndAPlaceTakeNobodyElse() {
    assertThat(take("/copies/people.csv").status()).isEqualTo(200);
    assertThat(asker.get(map + "/copies").page().text()).doesNotContain("second person");
    assertThat(ask().status()).as("nothing to ask").isEqualTo(422);
  }

  @Test
  void oneMoreIsInNoFileThatNobodyElseAgreedTo() {
    oneMore();

    for (String file : FILES) {
      var refused = take(file);

      assertThat(refused.status()).as(file).isEqualTo(409);
      assertThat(refused.page().text()).as(file).contains("51 people", "within seven days");
      assertThat(refused.page().html()).as(file).doesNotContain("Planted");
    }
    var page = asker.get(map + "/copies").page();
    assertThat(page.text()).contains("This names 51 people");
    assertThat(page.select("main a[href$=.csv]")).isEmpty();
    assertThat(copies()).isZero();
    assertThat(take("/wall-kit/labels-letters.pdf").status()).as("names nobody").isEqualTo(200);
  }

  @Test
  void theFirstIsNeverTheSecond() {
    oneMore();
    String question = ask().path();

    var alone = asker.post(question + "/agreement");

    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.page().text()).contains("you are the first");
    assertThat(asker.get(question).page().select("form[action$=/agreement]")).isEmpty();
    assertThat(take("/copies/people.csv").status()).isEqualTo(409);
    assertThat(take("/copies/people.csv").page().text()).contains("a second person is asked");
    assertThat(ask().status()).as("asked again").isEqualTo(409);
  }

  @Test
  void whoeverAskedTakesItOutOnceSomebodyElseLookedAndAgreed() {
    oneMore();
    assertThat(ask("why", " ").status()).isEqualTo(422);
    assertThat(ask("why", " ").page().text()).contains("Say why it has to be so many");

    String question = ask().path();

    assertThat(second.get("/waiting").page().text())
        .contains("Somebody asks for a second person")
        .doesNotContain("Planted", REASON);
    var asked = second.get(question).page();
    assertThat(asked.text()).contains("more than 50 people", REASON, team.chair().name());
    String look = asked.select("main dd a").attr("href");
    assertThat(second.get(look).page().text()).as("they see the map").contains("Many work");
    assertThat(second.get(look + "/table").page().text()).contains("Planted 51");
    assertThat(second.post(question + "/agreement").page().text())
        .contains(team.practitioner().name() + " agreed.");
    assertThat(second.post(question + "/agreement").status()).as("twice").isEqualTo(409);

    assertThat(second.get(map + "/copies/people.csv").status())
        .as("who agreed did not ask")
        .isEqualTo(409);
    assertThat(asker.get("/waiting").page().text())
        .contains("A second person agreed: you can go on");
    for (String file : FILES) {
      assertThat(take(file).status()).as(file).isEqualTo(200);
    }
    assertThat(new String(take("/copies/people.csv").response().body(), StandardCharsets.UTF_8))
        .contains("Planted 51", "Copy ");
    assertThat(acts())
        .contains(
            "access.second-person-asked", "access.second-person-agreed", "documents.copy-taken");
  }

  @Test
  void theSecondReadsWhatItIsAboutBeforeTheyAreAskedWhatForTheyHaveItOpen() {
    oneMore();
    String question = ask().path();
    var unasked = people.signedIn(team.practitioner()).answeringNoPurposes();

    var shown = unasked.get(question);

    assertThat(shown.path()).isEqualTo(question);
    assertThat(shown.page().select("main").text())
        .contains("51 people on the map of \"Many work", REASON, "You are first asked what you")
        .doesNotContain("Planted");
    assertThat(unasked.get(map).path()).isEqualTo("/casework/" + work + "/opening");
    second.get(map);
    assertThat(second.get(question).page().text()).doesNotContain("You are first asked what you");
  }

  @Test
  void somebodyMoreIsAskedForAnewAndALineIsNot() {
    oneMore();
    agreed();
    draw(Edit.of(new Change(firstOnMap(), Field.BEARING, "PROTECTIVE")));
    assertThat(take("/copies/people.csv").status()).as("the same people").isEqualTo(200);

    oneMore();

    assertThat(take("/copies/people.csv").status()).isEqualTo(409);
    assertThat(ask().status()).as("can be asked").isEqualTo(200);
  }

  @Test
  void afterSevenDaysItIsNeitherAgreedToNorTaken() {
    oneMore();
    String question = ask().path();
    aWeekGoesBy();
    assertThat(second.post(question + "/agreement").status()).isEqualTo(409);
    assertThat(take("/copies/people.csv").status()).isEqualTo(409);

    agreed();
    assertThat(take("/copies/people.csv").status()).isEqualTo(200);
    aWeekGoesBy();

    assertThat(take("/copies/people.csv").status()).isEqualTo(409);
  }

  @Test
  void whoeverIsNoPartOfTheWorkFindsNothing() {
    oneMore();
    String question = ask().path();
    var stranger = people.signedIn(casework.aTeam("Strange").chair());
    var reader = people.signedIn(casework.joins(team, Role.GOVERNANCE));

    assertThat(stranger.get(question).status()).isEqualTo(404);
    assertThat(stranger.post(question + "/agreement").status()).isEqualTo(404);
    assertThat(stranger.post(map + "/copies/second-person", "what", "map", "why", REASON).status())
        .isEqualTo(404);
    assertThat(reader.post(question + "/agreement").status()).isIn(403, 404);
  }

  private void oneMore() {
    draw(Drawn.aPerson(ElementId.random(), "Planted 51"));
  }

  private void draw(Edit edit) {
    maps.draw(team.asChair(), work, edit, maps.open(team.asChair(), work).last());
  }

  private ElementId firstOnMap() {
    return maps.open(team.asChair(), work).on(ElementKind.NODE).getFirst().id();
  }

  private Arrived take(String file) {
    return asker.get(map + file);
  }

  private Arrived ask(String... instead) {
    String why = instead.length == 0 ? REASON : instead[1];
    return asker.post(map + "/copies/second-person", "what", "map", "why", why);
  }

  private void agreed() {
    second.post(ask().path() + "/agreement");
  }

  private void aWeekGoesBy() {
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update access.second_person
                       set asked_at = asked_at - interval '7 days 1 minute',
                           agreed_at = agreed_at - interval '7 days 1 minute'
                     where workspace_id = :work
                    """)
                .param("work", work.value())
                .update());
  }

  private long copies() {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql("select count(*) from documents.copy where workspace_id = :work")
                .param("work", work.value())
                .query(Long.class)
                .single());
  }

  private String acts() {
    return String.join(" ", Superuser.acts(database, work));
  }
}
