package org.sightline.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/// Remembers which page somebody asked for before signing in: its path and nothing else, in their
/// browser and for a quarter of an hour. The framework's own way keeps the whole request in a
/// session: a form sent after the session had ended would lie in the database unsealed (CR-02), and
/// a stranger would make a row there with every address they try.
@Component
class PlaceAskedFor implements RequestCache {

  private static final Duration LASTS = Duration.ofMinutes(15);

  private final boolean secure;
  private final String name;

  PlaceAskedFor(@Value("${sightline.public-url:}") String publicUrl) {
    this.secure = publicUrl.startsWith("https:");
    this.name = secure ? "__Host-sightline-asked" : "sightline-asked";
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    if (request.getMethod().equals("GET") && TypedForm.isOurs(request.getRequestURI())) {
      remember(response, request.getRequestURI());
    }
  }

  /// @param path a page of ours
  void remember(HttpServletResponse response, String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    set(response, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), LASTS);
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return path(request).map(SimpleSavedRequest::new).orElse(null);
  }

  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    if (path(request).isPresent()) {
      set(response, "", Duration.ZERO);
    }
  }

  /// Nobody but the browser vouches for it: it leads to a page of ours or nowhere.
  private Optional<String> path(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .flatMap(value -> read(value).stream())
        .filter(TypedForm::isOurs)
        .findFirst();
  }

  private static Optional<String> read(String value) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

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
