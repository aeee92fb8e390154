package org.sightline.documents.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sightline.documents.Inbox;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.WaitingPlace;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class InboxController {

  private final Inbox inbox;
  private final List<WaitingPlace> places;
  private final Words words;

  InboxController(Inbox inbox, List<WaitingPlace> places, Words words) {
    this.inbox = inbox;
    this.places = places.stream().sorted(Comparator.comparing(WaitingPlace::href)).toList();
    this.words = words;
  }

  @GetMapping("/waiting")
  String show(SignedIn who, Model model) {
    var entries = inbox.of(who);
    var told = entries.stream().map(Inbox.Entry::path).collect(Collectors.toSet());
    var more =
        places.stream()
            .filter(place -> !told.contains(place.href()) && place.waitsFor(who))
            .toList();
    model.addAttribute("page", new InboxPage(entries, more));
    return "documents/inbox/inbox";
  }

  @PostMapping("/waiting/{notice}/reading")
  String read(SignedIn who, @PathVariable String notice, RedirectAttributes redirect) {
    inbox.read(who, Ids.parse(notice));
    Notice.leave(redirect, words.say("documents.inbox.marked"));
    return "redirect:/waiting";
  }
}
