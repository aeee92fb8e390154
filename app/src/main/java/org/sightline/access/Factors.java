package org.sightline.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/// How somebody has shown who they are, and when. What is kept of a signed-in browser is an id and
/// these, never a name. Only somebody who has shown enough is a [UserId] in a browser's session.
final class Factors {

  /// A passkey whose device checked the person (AN-01): enough by itself.
  static final String PASSKEY = FactorGrantedAuthority.WEBAUTHN_AUTHORITY;

  /// A password: never enough by itself, but in a demonstration.
  static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;

  /// A one-time code, from the authenticator app or from the list of recovery codes.
  static final String CODE = FactorGrantedAuthority.OTT_AUTHORITY;

  /// The word of a council's directory that it was shown two factors.
  static final String DIRECTORY = FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;

  private Factors() {}

  /// Somebody whose password was right and whose code is still to come: not signed in.
  record HalfWay(UserId user) implements Serializable {

    @Override
    public String toString() {
      return "half-way " + user;
    }
  }

  /// Somebody who has shown enough, just now.
  static Authentication signedIn(UserId user, Instant at, String... shown) {
    List<GrantedAuthority> factors = new ArrayList<>();
    for (String factor : shown) {
      factors.add(FactorGrantedAuthority.withAuthority(factor).issuedAt(at).build());
    }
    return UsernamePasswordAuthenticationToken.authenticated(user, null, factors);
  }

  static Authentication halfWay(UserId user) {
    return UsernamePasswordAuthenticationToken.authenticated(new HalfWay(user), null, List.of());
  }

  /// When the person last showed who they are; long ago when they never did.
  static Instant lastShown(@Nullable Authentication someone) {
    return someone == null
        ? Instant.MIN
        : someone.getAuthorities().stream()
            .filter(FactorGrantedAuthority.class::isInstance)
            .map(held -> ((FactorGrantedAuthority) held).getIssuedAt())
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
  }

  /// Whether the person has shown who they are within this time (AN-12).
  static boolean fresh(Authentication someone, Instant now, Duration within) {
    return someone.getAuthorities().stream()
        .filter(FactorGrantedAuthority.class::isInstance)
        .map(FactorGrantedAuthority.class::cast)
        .anyMatch(held -> held.getIssuedAt().plus(within).isAfter(now));
  }
}
