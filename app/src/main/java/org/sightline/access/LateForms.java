package org.sightline.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.kernel.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Forms that were sent when nobody was signed in any more, or by somebody who has to show again
/// who they are: what they held is kept, never carried out (AN-10). Only a page that a person sent
/// is kept: scripts keep what they could not send by themselves.
@Component
class LateForms {

  /// Where everything that was kept is listed: the way back when the browser did not say which page
  /// a form stood on.
  static final String LIST = "/your-sign-in/unsent";

  /// Set in the session of whoever is to sign in again before a form of theirs can be sent.
  static final String KEPT = LateForms.class.getName();

  private static final int MAX_BODY = 2_000_000;

  private final KeptForms forms;
  private final Unsent unsent;
  private final LastHere last;

  LateForms(KeptForms forms, Unsent unsent, LastHere last) {
    this.forms = forms;
    this.unsent = unsent;
    this.last = last;
  }

  /// Keeps the form of whoever was here last.
  ///
  /// @return whether it is kept
  boolean keep(HttpServletRequest request) {
    var person = last.at(request);
    if (person.isEmpty()) {
      return false;
    }
    var typed = typed(request);
    typed.ifPresent(form -> unsent.keepLate(person.get().user(), person.get().browser(), form));
    return typed.isPresent();
  }

  /// Whether a page sends what was typed so far, by its script.
  static boolean isWhileTyping(HttpServletRequest request) {
    return request.getMethod().equals("PUT") && request.getRequestURI().equals(LIST);
  }

  /// Keeps what a page sends of whoever was here last, while they still type.
  boolean keepWhileTyping(HttpServletRequest request) throws IOException {
    var person = last.at(request);
    var typed = person.isEmpty() ? Optional.<TypedForm>empty() : whileTyping(request);
    var worth = typed.filter(form -> !form.fields().isEmpty());
    worth.ifPresent(
        form -> unsent.keepLate(person.orElseThrow().user(), person.orElseThrow().browser(), form));
    return worth.isPresent();
  }

  /// The same of somebody who is here; a form that is as it was before is let go.
  boolean keepWhileTyping(HttpServletRequest request, SignedIn who) throws IOException {
    var typed = whileTyping(request);
    typed.ifPresent(form -> unsent.keep(who, form));
    return typed.isPresent();
  }

  private Optional<TypedForm> whileTyping(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    if (length < 0 || length > MAX_BODY) {
      return Optional.empty();
    }
    try {
      var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.ofNullable(TypedForm.of(body))
          .filter(typed -> typed.isKeepable() && forms.has(typed.form()));
    } catch (JacksonException nonsense) {
      return Optional.empty();
    }
  }

  /// Keeps the form of somebody who is here.
  boolean keep(HttpServletRequest request, SignedIn who) {
    var typed = typed(request);
    typed.ifPresent(form -> unsent.keep(who, form));
    return typed.isPresent();
  }

  /// The page a form stands on, as the browser says it; empty when it does not.
  private static Optional<String> page(HttpServletRequest request) {
    String from = request.getHeader(HttpHeaders.REFERER);
    try {
      var uri = URI.create(from == null ? "" : from);
      boolean ours =
          uri.getAuthority() != null
              && uri.getAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
      return Optional.ofNullable(uri.getRawPath())
          .filter(path -> ours && TypedForm.isOurs(path) && !path.startsWith("/signing-in"))
          .map(path -> uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery())
          .filter(TypedForm::isOurs);
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }

  /// The page to come back to after signing in.
  String wayBack(HttpServletRequest request, boolean kept) {
    String page = pageOf(request);
    return page.isEmpty() ? kept ? LIST : "/" : page;
  }

  private String pageOf(HttpServletRequest request) {
    String form = request.getRequestURI();
    return page(request).orElse(forms.isPage(form) ? form : "");
  }

  private Optional<TypedForm> typed(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    long length = request.getContentLengthLong();
    if (!request.getMethod().equals("POST")
        || mode != null && !mode.equals("navigate")
        || length < 0
        || length > MAX_BODY
        || !forms.has(request.getRequestURI())) {
      return Optional.empty();
    }
    try {
      var typed = read(request);
      boolean byScript = !typed.values("script").isEmpty();
      return typed.fields().isEmpty() || byScript || !typed.isKeepable()
          ? Optional.empty()
          : Optional.of(typed);
    } catch (IOException | ServletException | IllegalStateException unreadable) {
      return Optional.empty();
    }
  }

  private TypedForm read(HttpServletRequest request) throws IOException, ServletException {
    String type = String.valueOf(request.getContentType());
    var fields = new ArrayList<TypedForm.Field>();
    boolean files = false;
    if (type.startsWith("multipart/form-data")) {
      for (var part : request.getParts()) {
        if (part.getSubmittedFileName() == null) {
          String value = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          fields.add(new TypedForm.Field(part.getName(), value));
        } else {
          files |= !part.getSubmittedFileName().isEmpty();
        }
      }
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      request
          .getParameterMap()
          .forEach(
              (name, values) ->
                  List.of(values).forEach(value -> fields.add(new TypedForm.Field(name, value))));
    }
    return new TypedForm(pageOf(request), request.getRequestURI(), fields, files);
  }
}
