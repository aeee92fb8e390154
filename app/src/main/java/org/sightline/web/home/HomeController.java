package org.sightline.web.home;

import jakarta.servlet.http.HttpServletRequest;
import org.sightline.web.FirstPage;
import org.sightline.web.Shells;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

  private final Shells shells;
  private final ObjectProvider<FirstPage> firstPages;

  HomeController(Shells shells, ObjectProvider<FirstPage> firstPages) {
    this.shells = shells;
    this.firstPages = firstPages;
  }

  /// To the first entry of the reader's own menu; who has none yet comes to their own sign-in.
  @GetMapping("/")
  String home(HttpServletRequest request) {
    var first = firstPages.stream().flatMap(page -> page.of(request).stream()).findFirst();
    return "redirect:" + first.orElseGet(() -> firstOfMenu(request));
  }

  private String firstOfMenu(HttpServletRequest request) {
    var menu = shells.around(request).navigation();
    return menu.isEmpty() ? "/your-sign-in" : menu.getFirst().href();
  }
}
