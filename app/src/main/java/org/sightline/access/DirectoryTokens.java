package org.sightline.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks what a council's directory says about somebody (AN-13): signed by its own key, for us, in
/// answer to what this browser asked, and still good.
final class DirectoryTokens {

  private static final Set<JWSAlgorithm> SIGNED_WITH =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final Duration OLDEST = Duration.ofMinutes(10);
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);
  private static final int MAX_SUBJECT = 255;

  private final DirectorySettings.Given given;
  private final JWKSource<SecurityContext> keys;
  private final Clock clock;

  DirectoryTokens(DirectorySettings.Given given, JWKSource<SecurityContext> keys, Clock clock) {
    this.given = given;
    this.keys = keys;
    this.clock = clock;
  }

  /// Who somebody is in the directory. Nothing else it says of them is read: no name, no address.
  ///
  /// @param strong whether the directory says that two factors were shown
  /// @param shownAt when the person showed who they are there, or `null` when it does not say
  record Identity(String issuer, String subject, boolean strong, @Nullable Instant shownAt) {}

  /// @param nonce what this browser's question carried
  Identity check(String token, String nonce) throws DirectoryRefused {
    JWTClaimsSet claims = claims(token, nonce);
    String subject = claims.getSubject();
    if (subject == null || subject.isBlank() || subject.length() > MAX_SUBJECT) {
      throw DirectoryRefused.because("no subject");
    }
    var issued = claims.getIssueTime();
    if (issued == null || issued.toInstant().isBefore(clock.instant().minus(OLDEST))) {
      throw DirectoryRefused.because("issued too long ago");
    }
    if (issued.toInstant().isAfter(clock.instant().plus(CLOCKS_APART))) {
      throw DirectoryRefused.because("issued in the future");
    }
    try {
      String party = claims.getStringClaim("azp");
      boolean many = claims.getAudience().size() > 1;
      if (party == null ? many : !party.equals(given.clientId())) {
        throw DirectoryRefused.because("made for another party");
      }
      return new Identity(given.issuer(), subject, isStrong(claims), shownAt(claims));
    } catch (ParseException odd) {
      throw DirectoryRefused.because("a claim of the wrong kind");
    }
  }

  private JWTClaimsSet claims(String token, String nonce) throws DirectoryRefused {
    var exact = new JWTClaimsSet.Builder().issuer(given.issuer()).claim("nonce", nonce).build();
    var verifier =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            given.clientId(), exact, Set.of("sub", "aud", "exp", "iat", "nonce")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew((int) CLOCKS_APART.toSeconds());
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED_WITH, keys));
    processor.setJWTClaimsSetVerifier(verifier);
    try {
      return processor.process(token, null);
    } catch (com.nimbusds.jose.RemoteKeySourceException keysAway) {
      throw DirectoryRefused.away("the keys could not be fetched");
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      throw DirectoryRefused.because(bad.getClass().getSimpleName());
    }
  }

  private boolean isStrong(JWTClaimsSet claims) throws ParseException {
    List<String> methods = claims.getStringListClaim("amr");
    String level = claims.getStringClaim("acr");
    return methods != null && methods.contains("mfa")
        || level != null && given.strongAcr().contains(level);
  }

  private static @Nullable Instant shownAt(JWTClaimsSet claims) throws ParseException {
    Long seconds = claims.getLongClaim("auth_time");
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }
}
