package org.sightline.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `demo.json` as issue 2, section 1 promises it to programs that drive a demonstration: these
/// fields and no others.
public final class WorldSchema {

  private WorldSchema() {}

  public static void check(Path directory) {
    var world = JsonMapper.shared().readTree(directory.resolve("demo.json").toFile());
    hasOnly(world, "demonstration", "staffUrl", "studentUrl", "signIns", "sessions", "slips");
    assertThat(world.get("demonstration").asBoolean()).isTrue();
    assertThat(world.get("staffUrl").asString()).startsWith("http");
    assertThat(world.get("studentUrl").asString()).startsWith("http");
    for (String list : Set.of("signIns", "sessions", "slips")) {
      assertThat(world.get(list)).as(list).isNotEmpty();
    }
    world.get("signIns").forEach(s -> hasOnly(s, "name", "role", "username", "password"));
    world.get("sessions").forEach(s -> hasOnly(s, "id", "classCode", "state"));
    world.get("slips").forEach(s -> hasOnly(s, "session", "code", "state"));
  }

  private static void hasOnly(JsonNode node, String... names) {
    assertThat(node.propertyNames()).containsExactlyInAnyOrder(names);
  }
}
