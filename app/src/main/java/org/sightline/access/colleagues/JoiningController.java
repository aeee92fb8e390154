package org.sightline.access.colleagues;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.access.Colleagues;
import org.sightline.access.ColleaguesRoles;
import org.sightline.access.RoleTerm;
import org.sightline.access.SignInNames;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A first role for somebody who signs in already and is on no list here: a guest who was hired, or
/// somebody from another school. They are named by what they sign in with, which they tell.
@Fresh
@Controller
class JoiningController {

  private final Colleagues colleagues;
  private final SignInNames names;
  private final Words words;
  private final ColleaguesRoles givable;
  private final Clock clock;

  JoiningController(
      Colleagues colleagues, ColleaguesRoles givable, SignInNames names, Words words, Clock clock) {
    this.givable = givable;
    this.clock = clock;
    this.colleagues = colleagues;
    this.names = names;
    this.words = words;
  }

  @GetMapping("/colleagues/joining")
  String ask(SignedIn who, Model model) {
    return page(Answers.none(words), roles(who), model);
  }

  @PostMapping("/colleagues/joining")
  String give(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var roles = roles(who);
    var form = new Answers(words, values);
    String username = form.needLine("username", "access.joining.username.missing");
    if (!roles.containsKey(form.value("role"))) {
      form.problem("role", words.say("access.joining.role.missing"));
    }
    var term = RoleTerm.typed(form, words, today());
    var user = names.find(username);
    if (user.isEmpty()) {
      form.problem("username", words.say("access.joining.username.unknown"));
    } else if (user.get().equals(who.user())) {
      form.problem("username", words.say("access.joining.username.yourself"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(form, roles, model);
    }
    var chosen = Chosen.of(form.value("role"));
    colleagues.give(who, chosen.school(), user.orElseThrow(), chosen.role(), term.orElseThrow());
    Notice.leave(redirect, words.say("access.colleagues.given"));
    return "redirect:/colleagues/" + user.orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  /// What the reader could give somebody who holds nothing.
  private Map<String, String> roles(SignedIn who) {
    var roles = new LinkedHashMap<String, String>();
    givable
        .givable(who, UserId.random())
        .forEach(
            one ->
                roles.put(
                    one.school() + " " + one.role(),
                    words.say("access.role." + one.role()) + ", " + one.schoolName()));
    if (roles.isEmpty()) {
      throw new NotThere();
    }
    return roles;
  }

  private static String page(Answers form, Map<String, String> roles, Model model) {
    model.addAttribute("page", new JoiningPage(form, roles));
    return "access/colleagues/joining";
  }
}
