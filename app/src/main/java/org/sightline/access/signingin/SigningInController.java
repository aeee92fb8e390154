package org.sightline.access.signingin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.DirectoryDesk;
import org.sightline.access.Entrance;
import org.sightline.access.Entrance.Step;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SigningInController {

  private final Entrance entrance;

  private final DirectoryDesk directory;

  SigningInController(Entrance entrance, DirectoryDesk directory) {
    this.entrance = entrance;
    this.directory = directory;
  }

  @GetMapping("/signing-in")
  String show(
      @RequestParam(required = false) @Nullable String over,
      Model model,
      HttpServletRequest request) {
    return page(model, request, over == null ? null : "access.signing-in.over");
  }

  @PostMapping("/signing-in")
  String password(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (entrance.password(request, response, username, password)) {
      case IN -> "redirect:" + entrance.wayBack(request, response);
      case CODE_WANTED -> "redirect:/signing-in/code";
      case REFUSED, OVER -> {
        response.setStatus(422);
        yield page(model, request, "access.signing-in.failed");
      }
    };
  }

  @GetMapping("/signing-in/code")
  String showCode(Model model) {
    model.addAttribute("failed", false);
    return entrance.isCodeWanted() ? "access/signingin/code" : "redirect:/signing-in";
  }

  @PostMapping("/signing-in/code")
  String code(
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (entrance.code(request, response, code)) {
      case IN -> "redirect:" + entrance.wayBack(request, response);
      case REFUSED, CODE_WANTED -> {
        response.setStatus(422);
        model.addAttribute("failed", true);
        yield "access/signingin/code";
      }
      case OVER -> "redirect:/signing-in?over";
    };
  }

  @GetMapping("/signing-in/passkey-options")
  ResponseEntity<String> options(HttpServletRequest request, HttpServletResponse response) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(entrance.passkeyOptions(request, response));
  }

  @PostMapping("/signing-in/passkey")
  ResponseEntity<Map<String, String>> passkey(
      @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
    return entrance.passkey(request, response, answer) == Step.IN
        ? ResponseEntity.ok(Map.of("to", entrance.wayBack(request, response)))
        : ResponseEntity.unprocessableContent().build();
  }

  private String page(Model model, HttpServletRequest request, @Nullable String problem) {
    model.addAttribute("problem", problem == null ? "" : problem);
    model.addAttribute("directory", directory.isOffered());
    model.addAttribute("kept", entrance.isFormWaiting(request));
    return "access/signingin/signing-in";
  }
}
