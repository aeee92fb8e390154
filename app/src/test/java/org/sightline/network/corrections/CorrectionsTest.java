package org.sightline.network.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever has a line of a map as it was is listed on its page, and can be told (RR-02).
@SightlineTest
class CorrectionsTest {

  private final ElementId ann = ElementId.random();
  private final ElementId bo = ElementId.random();
  private final ElementId cy = ElementId.random();
  private final ElementId line = ElementId.random();
  private final ElementId other = ElementId.random();

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private WorkspaceId work;
  private Visitor chair;
  private String map;

  @BeforeEach
  void draw() {
    team = casework.aTeam("Put right");
    work = casework.aPieceOf(team);
    chair = people.signedIn(team.chair());
    map = "/network/maps/" + work;
    draw(
        Drawn.aPerson(ann, "Ann Invented")
            .and(Drawn.aPerson(bo, "Bo Madeup"))
            .and(Drawn.aPerson(cy, "Cy Third"))
            .and(Drawn.aLine(line, ann, bo))
            .and(Drawn.aLine(other, bo, cy))
            .and(Edit.of(new Change(line, Field.STRENGTH, "4"))));
  }

  @Test
  void nobodyElseReadsWhoHasACopyOrSaysThatTheyWereTold() {
    take("picture.svg");
    draw(Edit.of(new Change(line, Field.STRENGTH, "1")));
    String telling = corrections().select("form[action$=/telling]").attr("action");
    var stranger = people.signedIn(casework.aTeam("Elsewhere").chair());

    assertThat(stranger.get(map + "/corrections").status()).isEqualTo(404);
    assertThat(stranger.post(telling, "seen", "9").status()).isEqualTo(404);
    assertThat(chair.post(telling.replace(work.toString(), casework.aPieceOf(team) + "")).status())
        .isEqualTo(404);
    assertThat(corrections().select("[data-to-be-told]")).hasSize(1);
  }

  @Test
  void whoeverHasALineIsListedOnItsPageAndToldOnceItIsPutRight() {
    take("lines.csv");
    take("lines.csv");
    take("map.graphml");
    assertThat(recipients(line)).hasSize(2).noneMatch(said -> said.contains("not told"));
    draw(Edit.of(new Change(other, Field.STRENGTH, "2")));
    assertThat(corrections().select("[data-to-be-told]")).as("it was not asked before").isEmpty();

    draw(Edit.of(new Change(line, Field.STRENGTH, "1")));

    assertThat(recipients(line)).hasSize(2).allMatch(said -> said.contains("not told"));
    assertThat(recipients(other)).hasSize(2).noneMatch(said -> said.contains("not told"));
    assertThat(page(line).select(".govuk-inset-text").text())
        .contains("2 copies that went out say this as it was before.");
    var told = corrections();
    assertThat(told.select("[data-to-be-told] h2").eachText())
        .hasSize(2)
        .allMatch(said -> said.startsWith(team.chair().name() + " has: "));
    assertThat(told.select("[data-to-be-told]").first().text())
        .contains("They have", "4 of 5", "It says now", "1 of 5");

    var form = told.select("form[action$=/telling]").first();
    chair.post(form.attr("action"), "seen", form.select("input[name=seen]").val());

    assertThat(corrections().select("[data-to-be-told]")).hasSize(1);
    assertThat(recipients(line)).filteredOn(said -> said.contains("Told on")).hasSize(1);
    assertThat(audited()).isEqualTo(1);
    draw(Edit.of(new Change(line, Field.STRENGTH, "2")));
    assertThat(corrections().select("[data-to-be-told]")).as("put right again").hasSize(2);
  }

  /// What they were told is what was on the page, not what was put right in the meantime.
  @Test
  void whoeverWasToldOfOneCorrectionIsStillToBeToldOfTheNext() {
    take("lines.csv");
    draw(Edit.of(new Change(line, Field.STRENGTH, "1")));
    var form = corrections().select("form[action$=/telling]").first();
    draw(Edit.of(new Change(line, Field.STRENGTH, "5")));

    chair.post(form.attr("action"), "seen", form.select("input[name=seen]").val());

    assertThat(corrections().select("[data-to-be-told]").text()).contains("1 of 5", "5 of 5");
  }

  @Test
  void aPictureOfPartOfTheMapConcernsWhatIsOnItOnly() {
    // Whoever shows again who they are comes back to the whole picture.
    chair.get(map + "/copies");
    take("picture.svg?around=" + cy);
    take("lines.csv?around=" + cy);

    assertThat(recipients(other)).hasSize(2);
    assertThat(recipients(line)).as("a table has all of it").hasSize(1);
    draw(Edit.of(new Change(line, Field.OFF, "A mix-up")));
    assertThat(corrections().select("[data-to-be-told]").eachText())
        .hasSize(1)
        .allMatch(said -> said.contains("lines of a map, as a table"))
        .allMatch(said -> said.contains("Withdrawn."));
  }

  private Document corrections() {
    return chair.get(map + "/corrections").page();
  }

  private Document page(ElementId element) {
    return chair.get(map + "/elements/" + element).page();
  }

  private List<String> recipients(ElementId element) {
    return page(element).select("[data-recipients] li").eachText();
  }

  private void take(String file) {
    assertThat(chair.get(map + "/copies/" + file).status()).isEqualTo(200);
  }

  private void draw(Edit edit) {
    maps.draw(team.asChair(), work, edit, maps.open(team.asChair(), work).last());
  }

  private int audited() {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    select count(*)::int from audit.entry
                     where act = 'network.map-recipient-told' and workspace = :work
                       and outcome = 'DONE'
                    """)
                .param("work", work.value())
                .query(Integer.class)
                .single());
  }
}
