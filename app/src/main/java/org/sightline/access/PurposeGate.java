package org.sightline.access;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/// Lets nobody into a piece of work before they have said what for, and nobody in for what the
/// agreements it relies on do not allow (AC-03). An emergency is not asked: it has its own reason.
@Component
class PurposeGate {

  private final JdbcClient jdbc;
  private final AllowedPurposes allowed;

  /// What a workspace is never changes.
  private final Map<WorkspaceId, Boolean> casework = new ConcurrentHashMap<>();

  PurposeGate(JdbcClient jdbc, AllowedPurposes allowed) {
    this.jdbc = jdbc;
    this.allowed = allowed;
  }

  /// Runs inside a process. What asks through no browser has no sign-in to ask once for.
  ///
  /// @throws PurposeMissing when nothing was chosen since they signed in
  /// @throws WrongPurpose when what was chosen is not allowed, or not any more
  void pass(WorkspaceId workspace) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null || !casework.computeIfAbsent(workspace, this::isCasework)) {
      return;
    }
    String passed = PurposeGate.class.getName() + workspace;
    if (request.getAttribute(passed, SCOPE_REQUEST) != null) {
      return;
    }
    var chosen = OpenedFor.here(workspace);
    if (chosen == null) {
      throw new PurposeMissing(workspace);
    }
    if (!allowed.of(workspace).purposes().contains(chosen)) {
      throw new WrongPurpose(workspace, chosen);
    }
    request.setAttribute(passed, true, SCOPE_REQUEST);
  }

  private boolean isCasework(WorkspaceId workspace) {
    return jdbc.sql("select kind = 'CASEWORK' from access.workspace where id = :id")
        .param("id", workspace.value())
        .query(Boolean.class)
        .single();
  }
}
