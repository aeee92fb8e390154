package org.sightline.network.guests;

import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.network.SessionPacks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class GuestSessionsController {

  private final SessionPacks packs;

  GuestSessionsController(SessionPacks packs) {
    this.packs = packs;
  }

  @GetMapping("/network/guest-sessions/{pack}")
  String show(SignedIn who, @PathVariable String pack, Model model) {
    model.addAttribute("pack", packs.read(who, Ids.parse(pack)));
    return "network/guests/session";
  }
}
