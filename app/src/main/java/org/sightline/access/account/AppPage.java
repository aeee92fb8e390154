package org.sightline.access.account;

import java.util.List;
import org.sightline.access.OwnSignIn;
import org.sightline.kernel.UserId;
import org.sightline.web.Qr;

/// Setting up a password with an authenticator app.
///
/// @param key in groups of four, to type by hand
/// @param rawKey goes back with the form
/// @param qr the same for an app's camera, as SVG
/// @param problems keys of sentences
public record AppPage(
    String username, String key, String rawKey, String qr, List<String> problems) {

  public AppPage {
    problems = List.copyOf(problems);
  }

  /// The page for somebody and a key; a key that is none of ours is replaced.
  public static AppPage of(OwnSignIn own, UserId user, String key, List<String> problems) {
    String good = key.matches("[A-Z2-7]{32}") ? key : own.newAppKey();
    return new AppPage(
        own.username(user),
        good.replaceAll("(.{4})(?=.)", "$1 "),
        good,
        Qr.of(own.appAddress(user, good), own.qrAlt()).svg(220),
        problems);
  }
}
