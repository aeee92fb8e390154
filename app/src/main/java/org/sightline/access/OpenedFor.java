package org.sightline.access;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_SESSION;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.springframework.web.context.request.RequestContextHolder;

/// What the browser that asks has each piece of work open for: kept in its sign-in, and gone with
/// it. Also the page that asked for it, and when a form was sent back by the question.
final class OpenedFor {

  private static final String NAME = OpenedFor.class.getName() + ".";
  private static final String BACK = NAME + "back.";
  private static final String FORM_KEPT = NAME + "form-kept";

  private OpenedFor() {}

  /// What was chosen, or `null`: nothing yet, or nobody asks through a browser.
  static @Nullable OpeningPurpose here(WorkspaceId workspace) {
    var request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(NAME + workspace, SCOPE_SESSION) instanceof String chosen
        ? OpeningPurpose.valueOf(chosen)
        : null;
  }

  static void choose(WorkspaceId workspace, @Nullable OpeningPurpose purpose) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return;
    }
    if (purpose == null) {
      request.removeAttribute(NAME + workspace, SCOPE_SESSION);
    } else {
      request.setAttribute(NAME + workspace, purpose.name(), SCOPE_SESSION);
    }
  }

  /// Somebody else signs in on this browser: what was said on it was not theirs.
  static void forget(HttpSession session) {
    Collections.list(session.getAttributeNames()).stream()
        .filter(name -> name.startsWith(NAME))
        .forEach(session::removeAttribute);
  }

  /// @param path a page of ours
  static void comeBack(HttpServletRequest request, WorkspaceId workspace, String path) {
    request.getSession().setAttribute(BACK + workspace, path);
  }

  /// The page that was asked for, once.
  static Optional<String> wayBack(HttpServletRequest request, WorkspaceId workspace) {
    HttpSession session = request.getSession();
    var path = session.getAttribute(BACK + workspace);
    session.removeAttribute(BACK + workspace);
    return path instanceof String ours && TypedForm.isOurs(ours)
        ? Optional.of(ours)
        : Optional.empty();
  }

  /// A form was sent, and the question came instead of an answer.
  static void keepForm(HttpServletRequest request, Instant now) {
    request.setAttribute(FORM_KEPT, true);
    request.getSession().setAttribute(FORM_KEPT, now.plusSeconds(1).toEpochMilli());
  }

  static boolean isFormKept(HttpServletRequest request) {
    return request.getAttribute(FORM_KEPT) != null;
  }

  /// When a form was last sent back; what was kept until then was not taken.
  static Instant lastKept(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(FORM_KEPT) instanceof Long moment
        ? Instant.ofEpochMilli(moment)
        : Instant.EPOCH;
  }
}
