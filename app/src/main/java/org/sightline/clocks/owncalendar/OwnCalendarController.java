package org.sightline.clocks.owncalendar;

import jakarta.servlet.http.HttpServletRequest;
import org.sightline.clocks.Feeds;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
@RequestMapping("/clocks/my-calendar")
class OwnCalendarController {

  private final Feeds feeds;
  private final Words words;

  OwnCalendarController(Feeds feeds, Words words) {
    this.feeds = feeds;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, Model model) {
    return page(who, "", model);
  }

  /// The address is on this answer and nowhere else.
  @PostMapping
  String lend(SignedIn who, HttpServletRequest request, Model model) {
    String secret = feeds.lend(who);
    String address =
        ServletUriComponentsBuilder.fromRequest(request)
            .replacePath("/clocks/feed/" + secret + ".ics")
            .replaceQuery(null)
            .toUriString();
    return page(who, address, model);
  }

  @PostMapping("/ending")
  String end(SignedIn who, RedirectAttributes redirect) {
    feeds.end(who);
    Notice.leave(redirect, words.say("clocks.feed.ended"));
    return "redirect:/clocks/my-calendar";
  }

  private String page(SignedIn who, String address, Model model) {
    var since = feeds.since(who).map(Dates::moment).orElse("");
    model.addAttribute("page", new OwnCalendarPage(since, address));
    return "clocks/owncalendar/calendar";
  }
}
