package org.sightline.access.signingin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SigningInController {

  @GetMapping("/signing-in")
  String show(@RequestParam(required = false) String failed, Model model) {
    model.addAttribute("failed", failed != null);
    return "access/signingin/signing-in";
  }
}
