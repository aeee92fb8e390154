package org.sightline.access;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which directory of a council people may sign in with, when there is one: `--oidc-issuer` and
/// what goes with it.
@Component
class DirectorySettings {

  private final String issuer;
  private final String clientId;
  private final String secret;
  private final Set<String> strongAcr;

  DirectorySettings(
      @Value("${sightline.oidc.issuer:}") String issuer,
      @Value("${sightline.oidc.client-id:}") String clientId,
      @Value("${sightline.oidc.client-secret:}") String secret,
      @Value("${sightline.oidc.strong-acr:}") List<String> strongAcr) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.secret = secret;
    this.strongAcr = Set.copyOf(strongAcr);
  }

  /// @param strongAcr values of `acr` that say two factors were shown
  record Given(String issuer, String clientId, String secret, Set<String> strongAcr) {

    /// Where the directory describes itself.
    URI description() {
      return URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    }
  }

  Optional<Given> given() {
    return issuer.isEmpty()
        ? Optional.empty()
        : Optional.of(new Given(issuer, clientId, secret, strongAcr));
  }
}
