package org.sightline.access.packs;

import org.sightline.access.CaseworkPacks;
import org.sightline.access.GuestDesk;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class PacksController {

  private final GuestDesk guests;
  private final CaseworkPacks casework;

  PacksController(GuestDesk guests, CaseworkPacks casework) {
    this.guests = guests;
    this.casework = casework;
  }

  @GetMapping("/packs")
  String list(SignedIn who, Model model) {
    model.addAttribute("packs", guests.mine(who));
    return "access/packs/packs";
  }

  @GetMapping("/packs/casework/{pack}")
  String show(SignedIn who, @PathVariable String pack, Model model) {
    model.addAttribute("piece", casework.read(who, Ids.parse(pack)));
    return "access/packs/purpose";
  }
}
