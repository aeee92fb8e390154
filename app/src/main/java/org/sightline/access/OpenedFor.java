package org.sightline.access;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_SESSION;

import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.springframework.web.context.request.RequestContextHolder;

/// What the browser that asks has each piece of work open for: kept in its sign-in, and gone with
/// it.
final class OpenedFor {

  private static final String NAME = OpenedFor.class.getName() + ".";

  private OpenedFor() {}

  /// What was chosen, or `null`: nothing yet, or nobody asks through a browser.
  static @Nullable OpeningPurpose here(WorkspaceId workspace) {
    var request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(NAME + workspace, SCOPE_SESSION) instanceof String chosen
        ? OpeningPurpose.valueOf(chosen)
        : null;
  }

  static void choose(WorkspaceId workspace, OpeningPurpose purpose) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(NAME + workspace, purpose.name(), SCOPE_SESSION);
    }
  }
}
