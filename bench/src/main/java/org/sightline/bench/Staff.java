package org.sightline.bench;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// New colleagues, set up as people set them up: the administrator adds each and hands over a link,
/// each chooses a password and an authenticator app, the head gives the role, the owner of a round
/// takes them in.
final class Staff {

  private static final String PASSWORD = "four purple invented kettles";

  private final World world;

  Staff(World world) {
    this.world = world;
  }

  /// @param rounds addresses of rounds in which each becomes a facilitator
  /// @param piece in which each becomes a practitioner
  /// @return their browsers, signed in
  List<Browser> members(Owner owner, List<String> rounds, Chair chair, Chair.Piece piece, int count)
      throws IOException, InterruptedException {
    var administrator = signedIn("ADMINISTRATOR");
    var head = signedIn("HEAD");
    String run = Long.toString(System.nanoTime(), 36);
    var browsers = new ArrayList<Browser>();
    for (int i = 0; i < count; i++) {
      String name = "Loaded " + run + " " + i;
      String link =
          administrator
              .post("/colleagues/new", Map.of("name", name, "username", run + "-" + i))
              .find("<code[^>]*>https?://[^/]+(/setting-up/[^<]+)</code>");
      browsers.add(chosen(link));
    }
    var ids =
        administrator
            .get("/colleagues")
            .all("href=\"/colleagues/([0-9a-f-]{36})\"[^>]*>\\s*Loaded " + run);
    String role =
        head.get("/colleagues/" + ids.getFirst())
            .find("<option value=\"([0-9a-f-]{36} FACILITATOR)\"");
    for (String id : ids) {
      head.post("/colleagues/" + id + "/roles", Map.of("role", role));
      for (String round : rounds) {
        owner.post(round + "/facilitators", Map.of("colleague", id));
      }
    }
    // A head gives roles to newcomers; whoever works elsewhere already is none.
    for (int i = 0; i < count; i++) {
      chair.letIn(piece, run + "-" + i, browsers.get(i));
    }
    administrator.close();
    head.close();
    return browsers;
  }

  private Browser signedIn(String role) throws IOException, InterruptedException {
    var browser = new Browser(world.staff());
    var who = world.signIn(role);
    var home =
        browser.post("/signing-in", Map.of("username", who.username(), "password", who.password()));
    if (home.path().equals("/signing-in")) {
      throw new IllegalStateException("The demonstration's " + role + " could not sign in");
    }
    return browser;
  }

  private Browser chosen(String link) throws IOException, InterruptedException {
    var browser = new Browser(world.staff());
    String key = browser.get(link + "/app").find("name=\"key\"[^>]*value=\"([A-Z2-7]+)\"");
    var codes =
        browser.post(link + "/app", Map.of("password", PASSWORD, "key", key, "code", code(key)));
    if (codes.status() != 200 || codes.path().startsWith("/setting-up")) {
      throw new IllegalStateException("A link did not work: " + codes.status());
    }
    return browser;
  }

  private static String code(String key) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(new Base32().decode(key), "HmacSHA1"), Instant.now());
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
