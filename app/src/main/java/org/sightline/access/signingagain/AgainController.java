package org.sightline.access.signingagain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.sightline.access.DirectoryDesk;
import org.sightline.access.Entrance;
import org.sightline.access.Entrance.Step;
import org.sightline.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AgainController {

  private final Entrance entrance;

  private final DirectoryDesk directory;

  AgainController(Entrance entrance, DirectoryDesk directory) {
    this.entrance = entrance;
    this.directory = directory;
  }

  @GetMapping("/signing-in-again")
  String show(Model model, SignedIn who) {
    return page(model, who, "");
  }

  @PostMapping("/signing-in-again")
  String show(
      @RequestParam(defaultValue = "") String code,
      Model model,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var step = entrance.again(request, response, who, code);
    if (step == Step.IN) {
      return "redirect:" + entrance.wayBack(request, response);
    }
    response.setStatus(422);
    return page(model, who, step == Step.OVER ? "access.again.over" : "access.again.failed");
  }

  @GetMapping("/signing-in-again/passkey-options")
  ResponseEntity<String> options(HttpServletRequest request, HttpServletResponse response) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(entrance.passkeyOptions(request, response));
  }

  @PostMapping("/signing-in-again/passkey")
  ResponseEntity<Map<String, String>> passkey(
      @RequestBody String answer,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    return entrance.passkeyAgain(request, response, who, answer) == Step.IN
        ? ResponseEntity.ok(Map.of("to", entrance.wayBack(request, response)))
        : ResponseEntity.unprocessableContent().build();
  }

  @GetMapping("/signing-in-again/directory")
  ResponseEntity<Void> directory(HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(directory.toShowAgain(request)))
        .build();
  }

  private String page(Model model, SignedIn who, String problem) {
    model.addAttribute("problem", problem);
    model.addAttribute("directory", directory.isOffered() && !directory.of(who.user()).isEmpty());
    model.addAttribute("passwordEnough", entrance.isPasswordEnough());
    return "access/signingagain/again";
  }
}
