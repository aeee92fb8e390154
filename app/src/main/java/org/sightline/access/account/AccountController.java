package org.sightline.access.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.sightline.access.DirectoryDesk;
import org.sightline.access.OwnSignIn;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AccountController {

  private static final String HOME = "redirect:/your-sign-in";

  private final OwnSignIn own;
  private final DirectoryDesk directory;
  private final Words words;

  AccountController(OwnSignIn own, DirectoryDesk directory, Words words) {
    this.own = own;
    this.directory = directory;
    this.words = words;
  }

  @GetMapping("/your-sign-in")
  String show(Model model, SignedIn who, HttpServletRequest request) {
    model.addAttribute("page", own.overview(who.user(), request));
    model.addAttribute("directory", directory.isOffered());
    model.addAttribute("linked", directory.of(who.user()));
    return "access/account/account";
  }

  @Fresh
  @GetMapping("/your-sign-in/passkeys/new")
  String newPasskey() {
    return "access/account/new-passkey";
  }

  @Fresh
  @GetMapping("/your-sign-in/passkeys/options")
  ResponseEntity<String> options(
      SignedIn who, HttpServletRequest request, HttpServletResponse response) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(own.offerPasskey(request, response, who.user()));
  }

  @Fresh
  @PostMapping("/your-sign-in/passkeys")
  ResponseEntity<Void> addPasskey(
      @RequestBody NewPasskey passkey,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    own.addPasskey(who, request, response, passkey.answer().toString(), passkey.label());
    return ResponseEntity.noContent().build();
  }

  @Fresh
  @PostMapping("/your-sign-in/passkeys/{passkey}/removing")
  String removePasskey(
      @PathVariable String passkey,
      SignedIn who,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    own.removePasskey(who, Ids.parse(passkey));
    own.endOtherBrowsers(who, request);
    Notice.leave(redirect, words.say("access.account.passkey-removed"));
    return HOME;
  }

  @Fresh
  @GetMapping("/your-sign-in/app")
  String newApp(Model model, SignedIn who) {
    return app(model, who, own.newAppKey(), List.of());
  }

  @Fresh
  @PostMapping("/your-sign-in/app")
  String setApp(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String code,
      Model model,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var problems = own.problems(who.user(), password, key, code);
    if (!problems.isEmpty()) {
      response.setStatus(422);
      return app(model, who, key, problems);
    }
    own.setPasswordAndApp(who, password, key);
    own.endOtherBrowsers(who, request);
    Notice.leave(redirect, words.say("access.account.app-set"));
    return HOME;
  }

  @Fresh
  @GetMapping("/your-sign-in/recovery-codes")
  String askForCodes() {
    return "access/account/renew-codes";
  }

  @Fresh
  @PostMapping("/your-sign-in/recovery-codes")
  String renewCodes(Model model, SignedIn who) {
    model.addAttribute("codes", own.renewRecoveryCodes(who));
    return "access/account/codes";
  }

  @PostMapping("/your-sign-in/browsers/{number}/ending")
  String endBrowser(@PathVariable String number, SignedIn who, RedirectAttributes redirect) {
    own.endBrowser(who, number);
    Notice.leave(redirect, words.say("access.account.browser-ended"));
    return HOME;
  }

  @PostMapping("/your-sign-in/browsers/ending")
  String endOthers(SignedIn who, HttpServletRequest request, RedirectAttributes redirect) {
    own.endOtherBrowsers(who, request);
    Notice.leave(redirect, words.say("access.account.others-ended"));
    return HOME;
  }

  private String app(Model model, SignedIn who, String key, List<String> problems) {
    model.addAttribute("page", AppPage.of(own, who.user(), key, problems));
    return "access/account/app";
  }
}
