package org.sightline.web.home;

import jakarta.servlet.http.HttpServletRequest;
import org.sightline.web.Shells;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

  private final Shells shells;

  HomeController(Shells shells) {
    this.shells = shells;
  }

  /// To the first entry of the reader's own menu; who has none yet comes to their own sign-in.
  @GetMapping("/")
  String home(HttpServletRequest request) {
    var menu = shells.around(request).navigation();
    return "redirect:" + (menu.isEmpty() ? "/your-sign-in" : menu.getFirst().href());
  }
}
