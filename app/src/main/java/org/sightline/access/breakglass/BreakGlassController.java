package org.sightline.access.breakglass;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.sightline.access.BreakGlass;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
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
class BreakGlassController {

  private static final int SHORTEST = 20;
  private static final int LONGEST = 2_000;

  private final BreakGlass breakGlass;
  private final Words words;

  BreakGlassController(BreakGlass breakGlass, Words words) {
    this.breakGlass = breakGlass;
    this.words = words;
  }

  @Fresh
  @GetMapping("/break-glass")
  String choose(SignedIn who, Model model) {
    model.addAttribute("schools", breakGlass.schools(who));
    return "access/breakglass/choose";
  }

  /// The same page for every id: whether there is such a workspace only the broken glass says.
  @Fresh
  @GetMapping("/break-glass/{workspace}")
  String ask(@PathVariable String workspace, Model model) {
    return page(WorkspaceId.of(workspace), "", "", List.of(), model);
  }

  @Fresh
  @PostMapping("/break-glass/{workspace}")
  String open(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    var id = WorkspaceId.of(workspace);
    var problems = new ArrayList<String>();
    var chosen =
        List.of(BreakGlass.Category.values()).stream()
            .filter(each -> each.name().equals(category))
            .findFirst();
    if (chosen.isEmpty()) {
      problems.add("category-missing");
    }
    if (reason.strip().length() < SHORTEST) {
      problems.add("reason-short");
    } else if (reason.length() > LONGEST) {
      problems.add("reason-long");
    }
    if (chosen.isEmpty() || !problems.isEmpty()) {
      response.setStatus(422);
      return page(id, category, reason, problems, model);
    }
    return "redirect:" + breakGlass.open(who, id, chosen.get(), reason);
  }

  @PostMapping("/break-glass/{glass}/giving-back")
  String giveBack(SignedIn who, @PathVariable String glass, RedirectAttributes redirect) {
    breakGlass.giveBack(who, Ids.parse(glass));
    Notice.leave(redirect, words.say("access.breakglass.given-back"));
    return "redirect:/";
  }

  private static String page(
      WorkspaceId workspace, String category, String reason, List<String> problems, Model model) {
    model.addAttribute("page", new BreakGlassPage(workspace, category, reason, problems));
    return "access/breakglass/asking";
  }
}
