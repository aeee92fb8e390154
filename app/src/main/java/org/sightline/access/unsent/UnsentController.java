package org.sightline.access.unsent;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.sightline.access.OwnUnsent;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class UnsentController {

  private static final String HOME = "/your-sign-in/unsent";

  private final OwnUnsent own;
  private final Words words;

  UnsentController(OwnUnsent own, Words words) {
    this.own = own;
    this.words = words;
  }

  @GetMapping(HOME)
  String show(Model model, SignedIn who, HttpServletRequest request) {
    model.addAttribute("page", own.list(who, request));
    return "access/unsent/unsent";
  }

  /// Sent by the page itself after each pause in typing.
  @PutMapping(HOME)
  ResponseEntity<Void> keep(SignedIn who, HttpServletRequest request) throws IOException {
    return own.keep(who, request)
        ? ResponseEntity.noContent().build()
        : ResponseEntity.badRequest().build();
  }

  @PostMapping(HOME + "/{kept}/throwing-away")
  String throwAway(@PathVariable String kept, SignedIn who, RedirectAttributes redirect) {
    String back = own.throwAway(who, Ids.parse(kept));
    Notice.leave(redirect, words.say("access.unsent.thrown-away"));
    return "redirect:" + back;
  }
}
