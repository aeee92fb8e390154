package org.sightline.access.telling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// How a piece of work is used and who was told is said by its chair, read by who works on it, and
/// never overwritten (E43).
@SightlineTest
class TellingTest {

  private static final String USED = "For the plan of this peer group.";
  private static final String TOLD = "Both families, on Monday. The youth club has not been told.";

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private Visitor chair;
  private String piece;

  @BeforeEach
  void aPieceOfWork() {
    team = casework.aTeam("Telling");
    piece = "/casework/" + casework.aPieceOf(team);
    chair = people.signedIn(team.chair());
  }

  @Test
  void bothAreAskedForAndWhatWasTypedStays() {
    var refused = chair.post(piece + "/telling", "usedFor", USED, "told", " ");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").eachText())
        .containsExactly("Say who has been told, or why nobody has");
    assertThat(refused.page().select("[name=usedFor]").text()).isEqualTo(USED);
    assertThat(chair.get(piece + "/telling").page().text()).contains("Nobody has said so yet.");
  }

  @Test
  void itIsReadFromThePieceOfWorkAndWhatWasSaidBeforeStays() {
    chair.post(piece + "/telling", "usedFor", USED, "told", TOLD);
    chair.post(piece + "/telling", "usedFor", USED, "told", "The youth club too, on Friday.");

    var colleague = people.signedIn(team.practitioner());
    String link = colleague.get(piece).page().select("a[href$=/telling]").attr("href");
    var page = colleague.get(link).page();
    assertThat(page.select("dl").eachText()).hasSize(2);
    assertThat(page.select("dl").get(0).text())
        .contains(USED, "The youth club too, on Friday.", team.chair().name());
    assertThat(page.select("dl").get(1).text()).contains(TOLD);
    assertThat(page.select("main form")).isEmpty();
    assertThat(sealed()).isTrue();
  }

  @Test
  void nobodyButItsChairSaysSoAndNobodyElseReadsIt() {
    chair.post(piece + "/telling", "usedFor", USED, "told", TOLD);

    var colleague = people.signedIn(team.practitioner());
    assertThat(colleague.post(piece + "/telling", "usedFor", "x", "told", "y").status())
        .isEqualTo(404);
    var stranger = people.signedIn(casework.aTeam("Strange").chair());
    assertThat(stranger.get(piece + "/telling").status()).isEqualTo(404);
    assertThat(stranger.post(piece + "/telling", "usedFor", "x", "told", "y").status())
        .isEqualTo(404);
  }

  private boolean sealed() {
    return Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        """
                        select count(*) from access.work_use
                         where used_for like :words::bytea or told like :words::bytea
                        """)
                    .param("words", "%youth club%")
                    .query(Integer.class)
                    .single())
        .equals(0);
  }
}
