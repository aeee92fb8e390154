package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.BreakGlass;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.plans.agreed.OwnActions;
import org.sightline.store.RecordKeys;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

/// Actions about somebody who is no longer part of the map, or was erased (AC-08, CR-06).
@SightlineTest
class ActionsOfTheGoneTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestCasework casework;
  @Autowired private BreakGlass breakGlass;
  @Autowired private RecordKeys keys;
  @Autowired private Maps maps;
  @Autowired private MapActions actions;
  @Autowired private AgreedActions agreed;
  @Autowired private OwnActions own;

  private WorkspaceId work;
  private SignedIn chair;
  private ElementId ann;

  @BeforeEach
  void open() {
    var team = casework.aTeam("Gone");
    work = casework.aPieceOf(team);
    chair = team.asChair();
    ann = ElementId.random();
    maps.draw(chair, work, Drawn.aPerson(ann, "Ann Invented"), 0);
    actions.agree(chair, work, ann, terms("A mentor for Ann"));
    actions.agree(chair, work, null, terms("A light in the passage"));
  }

  @Test
  void whoOnlyReadsFindsNoActionAboutSomebodyWhoIsOffTheMap() {
    maps.draw(chair, work, Edit.of(new Change(ann, Field.OFF, "Moved away")), 1);
    var visitor = casework.aTeam("Urgent").asPractitioner();
    breakGlass.open(visitor, work, BreakGlass.Category.MISSING, "Seen with a missing child.");

    assertThat(agreed.of(visitor, work))
        .extracting(one -> one.terms().words())
        .containsExactly("A light in the passage");
    assertThat(agreed.of(chair, work)).hasSize(2);
    var id = agreed.of(visitor, work).getFirst().id();
    assertThatThrownBy(() -> agreed.update(visitor, work, id, AgreedAction.State.DONE, "Not mine"))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void withSomebodyWhoIsErasedGoTheActionsThatAnsweredThem() {
    assertThat(own.of(chair)).hasSize(2);

    keys.shred(ann.value());

    assertThat(own.of(chair)).hasSize(1);
    assertThat(agreed.of(chair, work))
        .extracting(one -> one.terms().words())
        .containsExactly("A light in the passage");
  }

  private ActionTerms terms(String words) {
    return new ActionTerms(
        ActionTerms.Kind.SUPPORT,
        ActionTerms.About.PERSON,
        words,
        "Youth service",
        chair.user(),
        "",
        TODAY.plusDays(3));
  }
}
