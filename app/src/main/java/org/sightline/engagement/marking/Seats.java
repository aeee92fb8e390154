package org.sightline.engagement.marking;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.Seat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The one cookie of the student site: a random seat, until the browser closes or somebody leaves.
/// With TLS it is bound to this host (`__Host-`).
@Component
class Seats {

  private final SecureRandom random = new SecureRandom();

  Optional<Seat> at(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name(request)))
        .map(Cookie::getValue)
        .flatMap(value -> Seat.read(value).stream())
        .findFirst();
  }

  /// Always a fresh one: whoever joins after somebody else on the same tablet must not meet their
  /// slip.
  void take(ClassCode code, HttpServletRequest request, HttpServletResponse response) {
    set(Seat.take(code, random).value(), request, response, false);
  }

  /// Forgets the seat and whatever the browser might have kept. Not `"cookies"`: that would also
  /// sign staff out of a staff site on the same host.
  void leave(HttpServletRequest request, HttpServletResponse response) {
    set("", request, response, true);
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  private static void set(
      String value, HttpServletRequest request, HttpServletResponse response, boolean expire) {
    var cookie =
        ResponseCookie.from(name(request), value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict");
    if (expire) {
      cookie.maxAge(0);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-seat" : "seat";
  }
}
