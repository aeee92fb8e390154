package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.kernel.Role;

class RouteTest {

  @Property
  void nobodyEverReadsAConcernAboutThemselvesWhateverElseTheyHold(
      @ForAll Set<About> about, @ForAll Set<Role> held, @ForAll boolean passedOn) {
    var route = Route.of(about);

    boolean theirOwn =
        (about.contains(About.LEAD) && held.contains(Role.SAFEGUARDING_LEAD))
            || (about.contains(About.DEPUTY) && held.contains(Role.DEPUTY_LEAD))
            || (about.contains(About.HEAD) && held.contains(Role.HEAD));

    if (theirOwn) {
      assertThat(route.opensTo(held, passedOn)).isFalse();
    }
  }

  @Property
  void nobodyOutsideTheThreeRolesReadsAnything(@ForAll Set<About> about, @ForAll Role role) {
    if (!Route.READERS.contains(role)) {
      assertThat(Route.of(about).opensTo(EnumSet.of(role), true)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                   | SAFEGUARDING_LEAD | DEPUTY_LEAD",
        "STAFF              | HEAD              | SAFEGUARDING_LEAD",
        "LEAD               | DEPUTY_LEAD HEAD  | ",
        "LEAD STAFF         | DEPUTY_LEAD HEAD  | ",
        "DEPUTY             | SAFEGUARDING_LEAD | HEAD",
        "HEAD               | SAFEGUARDING_LEAD | DEPUTY_LEAD",
        "HEAD STAFF         | SAFEGUARDING_LEAD | DEPUTY_LEAD",
        "LEAD DEPUTY        | HEAD              | ",
        "LEAD HEAD          | DEPUTY_LEAD       | ",
        "DEPUTY HEAD        | SAFEGUARDING_LEAD | ",
        "LEAD DEPUTY HEAD   |                   | "
      })
  void goesTo(String about, String first, String next) {
    var route = Route.of(Set.copyOf(words(about).map(About::valueOf).toList()));

    assertThat(route.first()).isEqualTo(words(first).map(Role::valueOf).toList());
    assertThat(route.next()).isEqualTo(words(next).map(Role::valueOf).toList());
  }

  @Test
  void theDeputyReadsOnlyWhatWasPassedOn() {
    var route = Route.of(Set.of());

    assertThat(route.opensTo(Set.of(Role.DEPUTY_LEAD), false)).isFalse();
    assertThat(route.opensTo(Set.of(Role.DEPUTY_LEAD), true)).isTrue();
    assertThat(route.opensTo(Set.of(Role.HEAD), true)).isFalse();
  }

  private static Stream<String> words(String text) {
    return text == null ? Stream.of() : List.of(text.split(" ")).stream();
  }
}
