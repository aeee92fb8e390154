package org.sightline.access.conflicts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Conflicts;
import org.sightline.access.Reasons;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ConflictsController {

  private static final int LONGEST = 2_000;

  private final Conflicts conflicts;
  private final Reasons reasons;
  private final Words words;

  ConflictsController(Conflicts conflicts, Reasons reasons, Words words) {
    this.conflicts = conflicts;
    this.reasons = reasons;
    this.words = words;
  }

  @GetMapping("/conflicts")
  String list(SignedIn who, Model model) {
    model.addAttribute("kept", conflicts.kept(who));
    return "access/conflicts/conflicts";
  }

  @Fresh
  @GetMapping("/conflicts/{workspace}")
  String inWorkspace(SignedIn who, @PathVariable String workspace, Model model) {
    return page(who, WorkspaceId.of(workspace), null, Typed.NOTHING, model);
  }

  @Fresh
  @GetMapping("/conflicts/{workspace}/{record}")
  String aboutRecord(
      SignedIn who, @PathVariable String workspace, @PathVariable String record, Model model) {
    return page(who, WorkspaceId.of(workspace), Ids.parse(record), Typed.NOTHING, model);
  }

  @Fresh
  @PostMapping("/conflicts/{workspace}")
  String declare(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "") String colleague,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var id = WorkspaceId.of(workspace);
    var about = record.isEmpty() ? null : Ids.parse(record);
    var typed = new Typed(colleague, reason, problems(colleague, reason));
    if (!typed.problems().isEmpty()) {
      String page = page(who, id, about, typed, model);
      response.setStatus(422);
      return page;
    }
    conflicts.declare(who, id, about, new UserId(Ids.parse(colleague)), reason);
    Notice.leave(redirect, words.say("access.conflicts.declared"));
    return "redirect:/conflicts/" + id;
  }

  @Fresh
  @PostMapping("/conflicts/{workspace}/{block}/lifting")
  String lift(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String block,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(workspace);
    conflicts.lift(who, id, Ids.parse(block));
    Notice.leave(redirect, words.say("access.conflicts.lifted"));
    return "redirect:/conflicts/" + id;
  }

  private static List<String> problems(String colleague, String reason) {
    var problems = new ArrayList<String>();
    if (colleague.isBlank()) {
      problems.add("colleague-missing");
    }
    if (reason.isBlank()) {
      problems.add("reason-missing");
    } else if (reason.length() > LONGEST) {
      problems.add("reason-long");
    }
    return problems;
  }

  private String page(
      SignedIn who, WorkspaceId workspace, @Nullable UUID record, Typed typed, Model model) {
    model.addAttribute(
        "page",
        new ConflictsPage(
            conflicts.one(who, workspace),
            record,
            record == null ? null : reasons.why(who, workspace, record).title(),
            conflicts.in(who, workspace),
            conflicts.candidates(who, workspace, record),
            typed));
    return "access/conflicts/workspace";
  }
}
