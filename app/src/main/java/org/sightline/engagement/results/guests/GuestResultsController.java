package org.sightline.engagement.results.guests;

import org.sightline.engagement.results.GuestResults;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class GuestResultsController {

  private final GuestResults results;

  GuestResultsController(GuestResults results) {
    this.results = results;
  }

  @GetMapping("/engagement/guest-results/{pack}")
  String show(SignedIn who, @PathVariable String pack, Model model) {
    model.addAttribute("pack", results.read(who, Ids.parse(pack)));
    return "engagement/results/guest";
  }
}
