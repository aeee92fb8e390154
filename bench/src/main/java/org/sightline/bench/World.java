package org.sightline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A started demonstration, from its `demo.json`.
///
/// @param staff address of the staff site
/// @param student address of the student site
record World(URI staff, URI student, String json) {

  /// Somebody's way in.
  record SignIn(String username, String password) {}

  /// @throws IllegalStateException when the demonstration is not on this machine
  static World read(Path dataDirectory) throws IOException {
    String json = Files.readString(dataDirectory.resolve("demo.json"));
    var world =
        new World(URI.create(value(json, "staffUrl")), URI.create(value(json, "studentUrl")), json);
    for (URI site : new URI[] {world.staff, world.student}) {
      if (!InetAddress.getByName(site.getHost()).isLoopbackAddress()) {
        throw new IllegalStateException("Load goes to this machine only, not to " + site.getHost());
      }
    }
    return world;
  }

  /// The first person of the demonstration who holds this role.
  SignIn signIn(String role) {
    String person = find(json, "\\{[^{}]*\"" + role + "\"[^{}]*\\}");
    return new SignIn(value(person, "username"), value(person, "password"));
  }

  private static String value(String json, String key) {
    return find(json, "(?<=\"" + key + "\" : \")[^\"]*");
  }

  private static String find(String text, String pattern) {
    var match = Pattern.compile(pattern).matcher(text);
    if (!match.find()) {
      throw new IllegalStateException("demo.json is not as expected: no " + pattern);
    }
    return match.group();
  }
}
