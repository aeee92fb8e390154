package org.sightline.access.guests;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.sightline.access.GuestDesk;
import org.sightline.access.Packs;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class GuestsController {

  private final GuestDesk guests;
  private final Sites sites;
  private final Clock clock;
  private final Words words;

  GuestsController(GuestDesk guests, Sites sites, Clock clock, Words words) {
    this.guests = guests;
    this.sites = sites;
    this.clock = clock;
    this.words = words;
  }

  @GetMapping("/guests")
  String list(SignedIn who, Model model) {
    model.addAttribute("packs", guests.packs(who));
    return "access/guests/list";
  }

  @Fresh
  @GetMapping("/guests/{pack}")
  String show(SignedIn who, @PathVariable String pack, Model model) {
    return page(who, found(who, pack), Answers.none(words), model);
  }

  @Fresh
  @PostMapping("/guests/{pack}")
  String ask(
      SignedIn who,
      @PathVariable String pack,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = found(who, pack);
    var form = new Answers(words, values);
    String username = form.needLine("username", "access.guests.username.missing");
    String name = form.line("name");
    if (name == null && !username.isEmpty() && guests.isNewcomer(username)) {
      form.problem("name", words.say("access.guests.name.missing"));
    }
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    var last = form.day("until", today.plusDays(GuestDesk.LONGEST), "access.guests.until.wrong");
    if (last.filter(day -> day.isBefore(today)).isPresent()) {
      form.problem("until", words.say("access.guests.until.wrong"));
    }
    if (!form.isWrong()) {
      try {
        var link = guests.ask(who, found, name, username, last.orElseThrow());
        if (link.isPresent()) {
          return link(link.get(), pack, model);
        }
        Notice.leave(redirect, words.say("access.guests.asked"));
        return "redirect:/guests/" + pack;
      } catch (Refused refused) {
        form.problem("username", String.valueOf(refused.getMessage()));
      }
    }
    response.setStatus(422);
    return page(who, found, form, model);
  }

  @Fresh
  @PostMapping("/guests/{pack}/{pass}/link")
  String link(SignedIn who, @PathVariable String pack, @PathVariable String pass, Model model) {
    return link(guests.link(who, found(who, pack), Ids.parse(pass)), pack, model);
  }

  @Fresh
  @PostMapping("/guests/{pack}/{pass}/ending")
  String end(
      SignedIn who,
      @PathVariable String pack,
      @PathVariable String pass,
      RedirectAttributes redirect) {
    guests.end(who, found(who, pack), Ids.parse(pass));
    Notice.leave(redirect, words.say("access.guests.ended"));
    return "redirect:/guests/" + pack;
  }

  private Packs.Pack found(SignedIn who, String pack) {
    return guests.pack(who, Ids.parse(pack));
  }

  private String link(String path, String pack, Model model) {
    model.addAttribute("link", sites.staffUrl() + path);
    model.addAttribute("back", "/guests/" + pack);
    return "access/guests/link";
  }

  private String page(SignedIn who, Packs.Pack pack, Answers form, Model model) {
    model.addAttribute(
        "page",
        new GuestsPage(
            pack, guests.given(who, pack), guests.without(who, pack).orElse(null), form));
    return "access/guests/pack";
  }
}
