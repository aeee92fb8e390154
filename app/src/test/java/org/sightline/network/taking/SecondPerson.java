package org.sightline.network.taking;

import static org.assertj.core.api.Assertions.assertThat;

import org.sightline.testing.Visitor;

/// Somebody else agrees that a map of many people is taken out.
public final class SecondPerson {

  private SecondPerson() {}

  /// @param map its address
  public static void agrees(Visitor asker, Visitor second, String map) {
    agrees(asker, second, map, "map");
  }

  /// @param what is taken out, as the form says it
  public static void agrees(Visitor asker, Visitor second, String map, String what) {
    var asked =
        asker.post(map + "/copies/second-person", "what", what, "why", "All are talked about.");
    assertThat(asked.path()).as(asked.page().text()).startsWith("/second-person/");
    assertThat(second.post(asked.path() + "/agreement").status()).isEqualTo(200);
  }
}
