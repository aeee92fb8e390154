package org.sightline.access.alerts;

import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AlertsController {

  private final AlertDesk desk;
  private final Words words;

  AlertsController(AlertDesk desk, Words words) {
    this.desk = desk;
    this.words = words;
  }

  @GetMapping("/alerts")
  String list(Model model, SignedIn who) {
    model.addAttribute("page", desk.page(who));
    return "access/alerts/alerts";
  }

  @PostMapping("/alerts/{alert}/seen")
  String see(@PathVariable String alert, SignedIn who, RedirectAttributes redirect) {
    desk.mark(who, Ids.parse(alert), true);
    Notice.leave(redirect, words.say("access.alerts.is-seen"));
    return "redirect:/alerts";
  }

  @PostMapping("/alerts/{alert}/reopened")
  String reopen(@PathVariable String alert, SignedIn who, RedirectAttributes redirect) {
    desk.mark(who, Ids.parse(alert), false);
    Notice.leave(redirect, words.say("access.alerts.is-reopened"));
    return "redirect:/alerts";
  }
}
