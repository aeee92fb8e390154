package org.sightline.access.teams;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sightline.access.Teams;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class TeamsController {

  private final Teams teams;
  private final Words words;

  TeamsController(Teams teams, Words words) {
    this.teams = teams;
    this.words = words;
  }

  @Fresh
  @GetMapping("/teams")
  String list(SignedIn who, Model model) {
    return page(who, Answers.none(words), model);
  }

  @Fresh
  @PostMapping("/teams")
  String make(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    String name = form.needLine("name", "access.teams.name.missing");
    if (!form.isWrong()) {
      try {
        teams.make(who, name);
        Notice.leave(redirect, words.say("access.teams.made"));
        return "redirect:/teams";
      } catch (Refused refused) {
        form.problem("name", String.valueOf(refused.getMessage()));
      }
    }
    response.setStatus(422);
    return page(who, form, model);
  }

  private String page(SignedIn who, Answers form, Model model) {
    model.addAttribute("page", new TeamsPage(teams.mine(who), form));
    return "access/teams/teams";
  }
}
