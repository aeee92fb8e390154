package org.sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/// The headers of every answer on both sites, errors included (WB-01, WB-02): nothing from
/// elsewhere, nothing inline, nothing framed, nothing kept.
final class Headers {

  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'; object-src 'none'";

  private Headers() {}

  static void set(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    response.setHeader("Cache-Control", keeping(request.getRequestURI()));
  }

  /// What has its version in its address may be kept for a year, our other files are asked after
  /// each time, and pages are not kept at all.
  private static String keeping(@Nullable String path) {
    if (path == null) {
      return "no-store";
    }
    if (path.startsWith("/webjars/") || StaticFiles.isKept(path)) {
      return "max-age=31536000, immutable";
    }
    return path.startsWith("/static/") ? "no-cache" : "no-store";
  }
}
