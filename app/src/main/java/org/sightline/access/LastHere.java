package org.sightline.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Knows who was signed in on a browser last, once their session is over: a cookie with their id
/// and a random number, sealed, so that nobody reads or makes one. It opens nothing. A form that
/// comes too late is kept for this person, and shown to them in this browser (AN-10).
@Component
class LastHere {

  private static final SealedColumn COOKIE = new SealedColumn("access.unsent", "cookie");
  private static final SealedColumn BROWSER = new SealedColumn("access.unsent", "browser");
  private static final UUID NO_ROW = new UUID(0, 0);
  private static final Duration LASTS = LongestSession.LONGEST.plus(Unsent.KEPT);
  private static final int NUMBER_BYTES = 16;
  private static final int LENGTH = 16 + 8 + NUMBER_BYTES;

  private final SecureRandom random = new SecureRandom();
  private final Sealing sealing;
  private final Clock clock;
  private final boolean secure;
  private final String name;

  LastHere(Sealing sealing, Clock clock, @Value("${sightline.public-url:}") String publicUrl) {
    this.sealing = sealing;
    this.clock = clock;
    this.secure = publicUrl.startsWith("https:");
    this.name = secure ? "__Host-sightline-last" : "sightline-last";
  }

  /// @param browser stands for this browser in the database
  record Last(UserId user, byte[] browser) {}

  Optional<Last> at(HttpServletRequest request) {
    return read(request)
        .map(
            held ->
                new Last(
                    held.user(),
                    sealing.blindIndex(BROWSER, HexFormat.of().formatHex(held.number()))));
  }

  /// @param browser what stands for a browser, or `null` for any
  boolean isHere(HttpServletRequest request, byte @Nullable [] browser) {
    return browser == null
        || at(request).filter(last -> MessageDigest.isEqual(last.browser(), browser)).isPresent();
  }

  void remember(HttpServletRequest request, HttpServletResponse response, UserId user) {
    byte[] number =
        read(request)
            .filter(held -> held.user().equals(user))
            .map(Held::number)
            .orElseGet(this::newNumber);
    var content = ByteBuffer.allocate(LENGTH);
    content.putLong(user.value().getMostSignificantBits());
    content.putLong(user.value().getLeastSignificantBits());
    content.putLong(clock.instant().getEpochSecond());
    content.put(number);
    byte[] sealed = sealing.sealBytes(COOKIE, NO_ROW, content.array());
    set(response, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LASTS);
  }

  void forget(HttpServletResponse response) {
    set(response, "", Duration.ZERO);
  }

  private record Held(UserId user, byte[] number) {}

  private Optional<Held> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .flatMap(value -> open(value).stream())
        .findFirst();
  }

  private Optional<Held> open(String value) {
    try {
      byte[] content = sealing.openBytes(COOKIE, NO_ROW, Base64.getUrlDecoder().decode(value));
      var read = ByteBuffer.wrap(content);
      var user = new UserId(new UUID(read.getLong(), read.getLong()));
      var since = Instant.ofEpochSecond(read.getLong());
      byte[] number = new byte[NUMBER_BYTES];
      read.get(number);
      return since.plus(LASTS).isAfter(clock.instant())
          ? Optional.of(new Held(user, number))
          : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException notOurs) {
      return Optional.empty();
    }
  }

  private byte[] newNumber() {
    byte[] number = new byte[NUMBER_BYTES];
    random.nextBytes(number);
    return number;
  }

  /// Lax: whoever comes back from a council's directory brings it along.
  private void set(HttpServletResponse response, String value, Duration lasts) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .path("/")
            .maxAge(lasts)
            .build()
            .toString());
  }
}
