package org.sightline.access.agreeing;

import java.util.List;
import org.sightline.access.Openings;
import org.sightline.access.TwoPeople;
import org.sightline.access.TwoPeople.Asked;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AgreeingController {

  private final TwoPeople two;
  private final Openings openings;
  private final Words words;

  AgreeingController(TwoPeople two, Openings openings, Words words) {
    this.two = two;
    this.openings = openings;
    this.words = words;
  }

  @GetMapping("/second-person")
  String list(SignedIn who, Model model) {
    model.addAttribute("page", page(who, two.all(who), false));
    return "access/agreeing/list";
  }

  @GetMapping("/second-person/{asked}")
  String show(SignedIn who, @PathVariable String asked, Model model) {
    var one = two.find(who, Ids.parse(asked));
    boolean asksFirst =
        !one.about().isEmpty() && openings.chosen(one.matter().workspace()).isEmpty();
    model.addAttribute("page", page(who, List.of(one), asksFirst));
    return "access/agreeing/one";
  }

  @Fresh
  @PostMapping("/second-person/{asked}/agreement")
  String agree(SignedIn who, @PathVariable String asked, RedirectAttributes redirect) {
    var id = Ids.parse(asked);
    two.agree(who, id);
    Notice.leave(redirect, words.say("access.two.agreed"));
    return "redirect:/second-person/" + id;
  }

  private static AgreeingPage page(SignedIn who, List<Asked> all, boolean asksFirst) {
    return new AgreeingPage(
        all,
        all.stream()
            .filter(asked -> asked.by().equals(who.user()))
            .map(asked -> asked.id().toString())
            .toList(),
        asksFirst);
  }
}
