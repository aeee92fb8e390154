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
    boolean sent = !request.getMethod().equals("GET");
    String back = Freshness.asked(request);
    if (sent) {
      boolean kept = late.keep(request, who);
      back = late.wayBack(request, kept);
      OpenedFor.keepForm(request, clock.instant());
      refuse(who, missing.workspace(), "not said");
    }
    OpenedFor.comeBack(request, missing.workspace(), back);
    return "redirect:/casework/" + missing.workspace() + "/opening";
  }

  @ExceptionHandler
  ModelAndView refuse(WrongPurpose wrong, HttpServletRequest request) {
    refuse(who(request), wrong.workspace(), wrong.purpose().name());
    var page = new WrongPurposePage(wrong.workspace().toString(), wrong.purpose());
    var view = new ModelAndView("access/opening/refused", "page", page);
    view.setStatus(HttpStatus.FORBIDDEN);
    return view;
  }

  private void refuse(SignedIn who, WorkspaceId workspace, String purpose) {
    processes.refuse(
        who, Act.in(workspace, "access.purpose-refused", workspace.value()).with(purpose));
  }

  private static SignedIn who(HttpServletRequest request) {
    return Present.at(request).orElseThrow(NotThere::new);
  }
}
