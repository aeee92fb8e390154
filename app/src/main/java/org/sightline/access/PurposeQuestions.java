package org.sightline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Leads whoever has not said what they have a piece of work open for to the question and back, and
/// keeps the form they sent; tells whoever may not have it open for that (AC-03).
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PurposeQuestions {

  private final Processes processes;
  private final LateForms late;
  private final Clock clock;

  PurposeQuestions(Processes processes, LateForms late, Clock clock) {
    this.clock = clock;
    this.processes = processes;
    this.late = late;
  }

  @ExceptionHandler
  String ask(PurposeMissing missing, HttpServletRequest request) {
    var who = who(request);
    if (!isPage(request)) {
      refuse(who, missing.workspace(), "not said");
    }
    comeBack(request, who, missing.workspace());
    return "redirect:/casework/" + missing.workspace() + "/opening";
  }

  @ExceptionHandler
  ModelAndView refuse(WrongPurpose wrong, HttpServletRequest request) {
    var who = who(request);
    refuse(who, wrong.workspace(), wrong.purpose().name());
    comeBack(request, who, wrong.workspace());
    var page = new WrongPurposePage(wrong.workspace().toString(), wrong.purpose());
    var view = new ModelAndView("access/opening/refused", "page", page);
    view.setStatus(HttpStatus.FORBIDDEN);
    return view;
  }

  /// Once another purpose is chosen, the page that was wanted comes next, with the form as it was.
  private void comeBack(HttpServletRequest request, SignedIn who, WorkspaceId workspace) {
    String back = Freshness.asked(request);
    if (!isPage(request)) {
      boolean kept = late.keep(request, who);
      back = late.wayBack(request, kept);
      OpenedFor.keepForm(request, clock.instant());
    }
    if (!back.endsWith("/opening")) {
      OpenedFor.comeBack(request, workspace, back);
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    return request.getMethod().equals("GET");
  }

  private void refuse(SignedIn who, WorkspaceId workspace, String purpose) {
    processes.refuse(
        who, Act.in(workspace, "access.purpose-refused", workspace.value()).with(purpose));
  }

  private static SignedIn who(HttpServletRequest request) {
    return Present.at(request).orElseThrow(NotThere::new);
  }
}
