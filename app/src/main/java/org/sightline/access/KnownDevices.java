package org.sightline.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Knows again a browser on which somebody has signed in before, by a cookie that says nothing but
/// a random number and our mark that it belongs to this person. It opens nothing: it only counts
/// wrong passwords apart from strangers' (AN-06, after OWASP's device cookies).
@Component
class KnownDevices {

  private static final SealedColumn MARK = new SealedColumn("access.wrong_password", "device");
  private static final Duration KEPT = Duration.ofDays(180);
  private static final int NUMBER_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Sealing sealing;
  private final boolean secure;
  private final String cookieName;

  KnownDevices(Sealing sealing, @Value("${sightline.public-url:}") String publicUrl) {
    this.sealing = sealing;
    this.secure = publicUrl.startsWith("https:");
    this.cookieName = secure ? "__Host-sightline-device" : "sightline-device";
  }

  /// The number of this browser, when this person has signed in on it before.
  Optional<String> of(HttpServletRequest request, UserId user) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(cookieName))
        .map(Cookie::getValue)
        .filter(value -> isMarked(value, user))
        .map(value -> value.substring(0, value.indexOf('.')))
        .findFirst();
  }

  void remember(HttpServletRequest request, HttpServletResponse response, UserId user) {
    if (of(request, user).isPresent()) {
      return;
    }
    byte[] bytes = new byte[NUMBER_BYTES];
    random.nextBytes(bytes);
    String number = encoded(bytes);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(cookieName, number + '.' + mark(number, user))
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .path("/")
            .maxAge(KEPT)
            .build()
            .toString());
  }

  private boolean isMarked(String value, UserId user) {
    int dot = value.indexOf('.');
    return dot > 0
        && MessageDigest.isEqual(
            value.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
            mark(value.substring(0, dot), user).getBytes(StandardCharsets.UTF_8));
  }

  private String mark(String number, UserId user) {
    return encoded(sealing.blindIndex(MARK, number + ' ' + user));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
