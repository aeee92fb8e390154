package org.sightline.access.settingup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.sightline.access.DirectoryDesk;
import org.sightline.access.FirstSteps;
import org.sightline.access.OwnSignIn;
import org.sightline.access.account.AppPage;
import org.sightline.access.account.NewPasskey;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.UserId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SettingUpController {

  private static final String CODES = "/your-sign-in/recovery-codes";

  private final FirstSteps steps;
  private final OwnSignIn own;
  private final DirectoryDesk directory;

  SettingUpController(FirstSteps steps, OwnSignIn own, DirectoryDesk directory) {
    this.steps = steps;
    this.own = own;
    this.directory = directory;
  }

  @GetMapping("/setting-up/{secret}")
  String show(@PathVariable String secret, Model model, HttpServletResponse response) {
    var link = steps.open(secret);
    if (link.isEmpty()) {
      response.setStatus(404);
      return "access/settingup/gone";
    }
    model.addAttribute("secret", secret);
    var user = link.get().user();
    if (user == null) {
      model.addAttribute("page", SchoolForm.EMPTY);
      return "access/settingup/school";
    }
    model.addAttribute("name", own.name(user));
    model.addAttribute("directory", directory.isOffered());
    return "access/settingup/choosing";
  }

  @PostMapping("/setting-up/{secret}/school")
  String school(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String username,
      Model model,
      HttpServletResponse response) {
    var form = SchoolForm.of(school, name, username);
    if (!form.problems().isEmpty()) {
      response.setStatus(422);
      model.addAttribute("secret", secret);
      model.addAttribute("page", form);
      return "access/settingup/school";
    }
    steps.firstAdministrator(secret, form.school(), form.username(), form.name());
    return "redirect:/setting-up/" + secret;
  }

  @GetMapping("/setting-up/{secret}/passkey-options")
  ResponseEntity<String> options(
      @PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(steps.offerPasskey(request, response, secret));
  }

  @PostMapping("/setting-up/{secret}/passkey")
  ResponseEntity<Map<String, String>> passkey(
      @PathVariable String secret,
      @RequestBody NewPasskey passkey,
      HttpServletRequest request,
      HttpServletResponse response) {
    steps.choosePasskey(request, response, secret, passkey.answer().toString(), passkey.label());
    return ResponseEntity.ok(Map.of("to", CODES));
  }

  @GetMapping("/setting-up/{secret}/directory")
  ResponseEntity<Void> directory(@PathVariable String secret, HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(directory.toChoose(request, secret)))
        .build();
  }

  @GetMapping("/setting-up/{secret}/app")
  String app(@PathVariable String secret, Model model) {
    return app(model, secret, own.newAppKey(), List.of());
  }

  @PostMapping("/setting-up/{secret}/app")
  String setApp(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var problems = own.problems(whose(secret), password, key, code);
    if (!problems.isEmpty()) {
      response.setStatus(422);
      return app(model, secret, key, problems);
    }
    steps.choosePasswordAndApp(request, response, secret, password, key);
    return "redirect:" + CODES;
  }

  private String app(Model model, String secret, String key, List<String> problems) {
    model.addAttribute("secret", secret);
    model.addAttribute("page", AppPage.of(own, whose(secret), key, problems));
    return "access/settingup/app";
  }

  private UserId whose(String secret) {
    var user = steps.open(secret).orElseThrow(NotThere::new).user();
    if (user == null) {
      throw new NotThere();
    }
    return user;
  }
}
