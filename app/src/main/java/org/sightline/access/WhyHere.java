package org.sightline.access;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Shells;
import org.springframework.web.context.request.RequestContextHolder;

/// Remembers, for the length of a request, which workspace and which record its page shows, so that
/// the page can be asked "Why can I see this?".
final class WhyHere {

  private static final String RECORD = WhyHere.class.getName();

  private WhyHere() {}

  /// The first workspace stays, the innermost being asked first; a record goes before it.
  static void note(WorkspaceId workspace, @Nullable UUID record) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return;
    }
    if (record != null && request.getAttribute(RECORD, SCOPE_REQUEST) == null) {
      request.setAttribute(RECORD, record, SCOPE_REQUEST);
      request.setAttribute(Shells.WHY, "/reasons/" + workspace + "/" + record, SCOPE_REQUEST);
    } else if (request.getAttribute(Shells.WHY, SCOPE_REQUEST) == null) {
      request.setAttribute(Shells.WHY, "/reasons/" + workspace, SCOPE_REQUEST);
    }
  }

  /// A page a guest sees with their pass.
  static void notePack(UUID pack) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null && request.getAttribute(Shells.WHY, SCOPE_REQUEST) == null) {
      request.setAttribute(Shells.WHY, "/reasons/guests/" + pack, SCOPE_REQUEST);
    }
  }
}
