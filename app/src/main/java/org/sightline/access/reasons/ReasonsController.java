package org.sightline.access.reasons;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Conflicts;
import org.sightline.access.Reasons;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.WhoIsHere;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ReasonsController {

  private static final int LONGEST = 2_000;

  /// To whom the journeys `conflicts` and `reviewing` are open.
  private static final Set<Role> KEEPERS =
      Set.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.GOVERNANCE, Role.CHAIR);

  /// To whom the journey `rolereviews` is open.
  private static final Set<Role> LOOK_THROUGH =
      Set.of(Role.SAFEGUARDING_LEAD, Role.HEAD, Role.GOVERNANCE, Role.CHAIR);

  /// To whom the journey `guests` is open.
  private static final Set<Role> ASK_GUESTS =
      Set.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD, Role.CHAIR);

  private static final Set<Role> NEVER_IN_AN_EMERGENCY =
      Set.of(Role.ADMINISTRATOR, Role.GOVERNANCE);

  private final Reasons reasons;
  private final Conflicts conflicts;
  private final WhoIsHere whoIsHere;
  private final Words words;

  ReasonsController(Reasons reasons, Conflicts conflicts, WhoIsHere whoIsHere, Words words) {
    this.whoIsHere = whoIsHere;
    this.reasons = reasons;
    this.conflicts = conflicts;
    this.words = words;
  }

  @GetMapping("/who-sees-what")
  String overview(HttpServletRequest request, Model model) {
    var present = whoIsHere.at(request);
    Set<Role> roles = present == null ? Set.of() : present.roles();
    model.addAttribute("keeps", roles.stream().anyMatch(KEEPERS::contains));
    model.addAttribute("looksThrough", roles.stream().anyMatch(LOOK_THROUGH::contains));
    model.addAttribute("mayAsk", roles.stream().anyMatch(ASK_GUESTS::contains));
    model.addAttribute("mayBreak", !NEVER_IN_AN_EMERGENCY.containsAll(roles));
    return "access/reasons/overview";
  }

  @GetMapping("/reasons/{workspace}")
  String ofWorkspace(SignedIn who, @PathVariable String workspace, Model model) {
    return page(who, WorkspaceId.of(workspace), null, "", null, model);
  }

  @GetMapping("/reasons/guests/{pack}")
  String ofPack(SignedIn who, @PathVariable String pack, Model model) {
    var guest = reasons.asGuest(who, Ids.parse(pack));
    model.addAttribute("givenBy", guest.givenBy());
    model.addAttribute("until", Dates.moment(guest.until()));
    return "access/reasons/guest";
  }

  @GetMapping("/reasons/{workspace}/{record}")
  String ofRecord(
      SignedIn who, @PathVariable String workspace, @PathVariable String record, Model model) {
    return page(who, WorkspaceId.of(workspace), Ids.parse(record), "", null, model);
  }

  @PostMapping("/reasons/{workspace}/stepping-back")
  String stepBackFromWorkspace(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String sure,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    return stepBack(
        who, WorkspaceId.of(workspace), null, new Typed(reason, sure), response, redirect, model);
  }

  @PostMapping("/reasons/{workspace}/{record}/stepping-back")
  String stepBackFromRecord(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String sure,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    return stepBack(
        who,
        WorkspaceId.of(workspace),
        Ids.parse(record),
        new Typed(reason, sure),
        response,
        redirect,
        model);
  }

  /// @param sure ticked, since only a colleague can undo it
  private record Typed(String reason, String sure) {

    @Nullable String problem() {
      return !sure.equals("yes") ? "sure" : reason.length() > LONGEST ? "reason" : null;
    }
  }

  private String stepBack(
      SignedIn who,
      WorkspaceId workspace,
      @Nullable UUID record,
      Typed typed,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    String problem = typed.problem();
    if (problem != null) {
      String page = page(who, workspace, record, typed.reason(), problem, model);
      response.setStatus(422);
      return page;
    }
    conflicts.stepBack(who, workspace, record, typed.reason());
    Notice.leave(redirect, words.say("access.reasons.stepped-back"));
    return "redirect:/";
  }

  private String page(
      SignedIn who,
      WorkspaceId workspace,
      @Nullable UUID record,
      String typed,
      @Nullable String problem,
      Model model) {
    model.addAttribute(
        "page", new ReasonsPage(reasons.why(who, workspace, record), typed, problem));
    return "access/reasons/reasons";
  }
}
