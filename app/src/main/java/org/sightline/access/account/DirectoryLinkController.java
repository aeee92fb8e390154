package org.sightline.access.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.sightline.access.DirectoryDesk;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Linking one's account with the one in the council's directory, and parting them (AN-13).
@Controller
class DirectoryLinkController {

  private final DirectoryDesk desk;
  private final Words words;

  DirectoryLinkController(DirectoryDesk desk, Words words) {
    this.desk = desk;
    this.words = words;
  }

  @Fresh
  @GetMapping("/your-sign-in/directory")
  ResponseEntity<Void> link(HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(desk.toLink(request)))
        .build();
  }

  @Fresh
  @PostMapping("/your-sign-in/directory/{identity}/removing")
  String unlink(@PathVariable String identity, SignedIn who, RedirectAttributes redirect) {
    desk.unlink(who, Ids.parse(identity));
    Notice.leave(redirect, words.say("access.directory.unlinked"));
    return "redirect:/your-sign-in";
  }
}
