package org.sightline.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class InventedPileTest {

  @Autowired private InventedPile pile;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;

  @Test
  void isReadAndLeavesSomethingToDecide(@TempDir Path directory) throws Exception {
    var session = rounds.anOpenSession(rounds.aRound());
    pile.write(rounds.owner(), session.id(), 7, directory);
    var owner = people.signedIn(Role.ROUND_OWNER);
    var page = "/engagement/sessions/" + session.id() + "/pile";

    owner.drop(
        page + "/files",
        InventedPile.FILE,
        Files.readAllBytes(directory.resolve(InventedPile.FILE)));
    for (int i = 0;
        i < 300 && owner.get(page).page().select("#pile[data-reading=yes]").size() == 1;
        i++) {
      Thread.sleep(200);
    }

    var read = owner.get(page).page();
    assertThat(read.select("[data-progress]").text()).isEqualTo("8 of 8 pages");
    assertThat(read.select(".pile__refused li").eachText()).isEmpty();
    assertThat(read.select("[data-waiting]").text()).isEqualTo("1");
    assertThat(read.select("[data-staged]").text()).isEqualTo("7");
  }
}
