package org.sightline.network.ownmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OwnMapTest {

  @Test
  void whatIsNoPlaceOnTheRingsIsRefused() {
    assertThatThrownBy(() -> someone("Kit", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> someone("Kit", 4, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> someone("Kit", 1, 360)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> someone(" ", 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAgreementSaysWithWhomFromWhenAndWhenItIsLookedAtAgain() {
    var from = LocalDate.of(2026, 12, 3);
    assertThatThrownBy(() -> plan("", from, from)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan("School", from, from.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(plan("School", from, from).with()).isEqualTo("School");
  }

  @Test
  void sixtyStandApartAndNoMoreFit() {
    var map = OwnMap.empty();
    for (int n = 0; n < OwnMap.MOST + 5; n++) {
      int ring = 1 + n % Someone.RINGS;
      map = map.with(someone("Friend " + n, ring, map.roomOn(ring)));
    }
    assertThat(map.people()).hasSize(OwnMap.MOST);
    for (int ring = 1; ring <= Someone.RINGS; ring++) {
      assertThat(map.on(ring)).extracting(Someone::angle).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatPointsAtSomebodyHiddenIsHiddenToo() {
    var kit = someone("Kit", 1, 0);
    var ash = someone("Ash", 2, 0);
    var map =
        OwnMap.empty()
            .with(kit)
            .with(ash)
            .replying(1, answer(kit.id(), "Kit, always"))
            .replying(2, answer(ash.id(), "Ash"));

    var hidden = map.hiding(Set.of(kit.id()));
    assertThat(hidden.people()).containsExactly(ash);
    assertThat(hidden.replies()).containsOnlyKeys(2);
    var taken = map.without(Set.of(kit.id()));
    assertThat(taken.replies().get(1).people()).isEmpty();
    assertThat(taken.replies().get(1).words()).isEqualTo("Kit, always");
  }

  @Test
  void thePictureIsWhatItIsWhateverIsTyped() {
    var map =
        OwnMap.empty()
            .with(someone("<script>&\"'", 1, 10))
            .with(someone("\u202eKit\u0000 a very long name that goes on and on", 3, 200));
    Function<Someone, String> said = one -> one.name() + " \"said\"";
    String svg =
        RingsPicture.of(
            map, new RingsPicture.Words("My map", "Me", List.of("a", "b", "c")), said, null);
    assertThat(svg).startsWith("<svg").doesNotContain("<script", "\u0000", "style=");
    assertThat(RingsPicture.wrapped("one two three four five six seven eight", 8, 2))
        .containsExactly("one two", "three…");
  }

  private static Someone someone(String name, int ring, int angle) {
    return new Someone(
        UUID.randomUUID(), Someone.Kind.FRIEND, name, ring, angle, false, "in their words");
  }

  private static Plan plan(String with, LocalDate from, LocalDate looked) {
    return new Plan(UUID.randomUUID(), Plan.For.AGREED, "Leave early", with, from, looked);
  }

  private static Reply answer(UUID who, String words) {
    return new Reply(Reply.How.ANSWERED, List.of(who), words);
  }
}
