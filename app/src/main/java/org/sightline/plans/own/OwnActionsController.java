package org.sightline.plans.own;

import org.sightline.kernel.SignedIn;
import org.sightline.plans.agreed.OwnActions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class OwnActionsController {

  private final OwnActions actions;

  OwnActionsController(OwnActions actions) {
    this.actions = actions;
  }

  @GetMapping("/plans/own")
  String show(SignedIn who, Model model) {
    model.addAttribute("actions", actions.of(who));
    return "plans/own/own";
  }
}
