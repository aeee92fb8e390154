package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/// Remembers which page somebody asked for before signing in: its path and nothing else. The
/// framework's own way keeps the whole request in the session, and a form sent after the session
/// had ended would lie in the database unsealed (CR-02).
final class PlaceAskedFor implements RequestCache {

  private static final String PATH = PlaceAskedFor.class.getName();

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    if (request.getMethod().equals("GET") && TypedForm.isOurs(request.getRequestURI())) {
      remember(request, request.getRequestURI());
    }
  }

  /// @param path a page of ours
  static void remember(HttpServletRequest request, String path) {
    request.getSession().setAttribute(PATH, path);
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(PATH) instanceof String path
        ? new SimpleSavedRequest(path)
        : null;
  }

  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    var session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(PATH);
    }
  }
}
