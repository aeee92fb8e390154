package org.sightline.access.colleagues;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleagues;
import org.sightline.access.ColleaguesRoles;
import org.sightline.access.RoleTerm;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ColleaguesController {

  private static final int LONGEST = 120;

  private final Colleagues colleagues;
  private final Sites sites;
  private final Words words;
  private final ColleaguesRoles roles;
  private final Clock clock;

  ColleaguesController(
      Colleagues colleagues, ColleaguesRoles roles, Sites sites, Words words, Clock clock) {
    this.roles = roles;
    this.clock = clock;
    this.colleagues = colleagues;
    this.sites = sites;
    this.words = words;
  }

  @GetMapping("/colleagues")
  String list(Model model, SignedIn who) {
    model.addAttribute(
        "page",
        new ColleaguesPage(
            colleagues.around(who),
            colleagues.isAdministrator(who),
            colleagues.makesTeams(who),
            !roles.givable(who, UserId.random()).isEmpty()));
    return "access/colleagues/colleagues";
  }

  @Fresh
  @OnlyFor(Role.ADMINISTRATOR)
  @GetMapping("/colleagues/new")
  String ask(Model model, SignedIn who) {
    if (!colleagues.isAdministrator(who)) {
      throw new NotThere();
    }
    return form(model, who, "", "", "", List.of());
  }

  @Fresh
  @OnlyFor(Role.ADMINISTRATOR)
  @PostMapping("/colleagues/new")
  String add(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String agency,
      Model model,
      SignedIn who,
      HttpServletResponse response) {
    var problems = new ArrayList<String>();
    check("name", name, problems);
    check("username", username, problems);
    if (!problems.isEmpty()) {
      response.setStatus(422);
      return form(model, who, name, username, agency, problems);
    }
    model.addAttribute(
        "link",
        sites.staffUrl() + colleagues.add(who, name.strip(), username.strip(), agency(agency)));
    return "access/colleagues/link";
  }

  @Fresh
  @GetMapping("/colleagues/{user}")
  String show(@PathVariable String user, Model model, SignedIn who) {
    return one(who, new UserId(Ids.parse(user)), Answers.none(words), model);
  }

  private String one(SignedIn who, UserId id, Answers form, Model model) {
    model.addAttribute(
        "page",
        new ColleaguePage(
            colleagues.person(who, id),
            roles.roles(who, id),
            roles.givable(who, id),
            colleagues.isAdministrator(who),
            id.equals(who.user()),
            colleagues.agencyOf(who, id).stream().toList(),
            colleagues.agencies(who),
            form));
    return "access/colleagues/colleague";
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  @Fresh
  @OnlyFor(Role.ADMINISTRATOR)
  @PostMapping("/colleagues/{user}/link")
  String link(@PathVariable String user, Model model, SignedIn who) {
    model.addAttribute(
        "link", sites.staffUrl() + colleagues.link(who, new UserId(Ids.parse(user))));
    return "access/colleagues/link";
  }

  @Fresh
  @OnlyFor(Role.ADMINISTRATOR)
  @PostMapping("/colleagues/{user}/switch")
  String switchTo(
      @PathVariable String user,
      @RequestParam(defaultValue = "") String to,
      SignedIn who,
      RedirectAttributes redirect) {
    boolean on = to.equals("on");
    colleagues.switchTo(who, new UserId(Ids.parse(user)), on);
    Notice.leave(redirect, words.say(on ? "access.colleagues.is-on" : "access.colleagues.is-off"));
    return "redirect:/colleagues/" + user;
  }

  @Fresh
  @OnlyFor(Role.ADMINISTRATOR)
  @PostMapping("/colleagues/{user}/agency")
  String record(
      @PathVariable String user,
      @RequestParam(defaultValue = "") String agency,
      SignedIn who,
      RedirectAttributes redirect) {
    colleagues.recordAgency(who, new UserId(Ids.parse(user)), agency(agency));
    Notice.leave(redirect, words.say("access.colleagues.agency-recorded"));
    return "redirect:/colleagues/" + user;
  }

  private static @Nullable UUID agency(String chosen) {
    return chosen.isEmpty() ? null : Ids.parse(chosen);
  }

  @Fresh
  @PostMapping("/colleagues/{user}/roles")
  String give(
      @PathVariable String user,
      @RequestParam Map<String, String> values,
      Model model,
      SignedIn who,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var chosen = Chosen.of(form.value("role"));
    var term = RoleTerm.typed(form, words, today());
    var id = new UserId(Ids.parse(user));
    if (term.isEmpty()) {
      response.setStatus(422);
      return one(who, id, form, model);
    }
    colleagues.give(who, chosen.school(), id, chosen.role(), term.get());
    Notice.leave(redirect, words.say("access.colleagues.given"));
    return "redirect:/colleagues/" + user;
  }

  @Fresh
  @PostMapping("/colleagues/{user}/roles/ending")
  String end(
      @PathVariable String user,
      @RequestParam(defaultValue = "") String role,
      SignedIn who,
      RedirectAttributes redirect) {
    var chosen = Chosen.of(role);
    colleagues.end(who, chosen.school(), new UserId(Ids.parse(user)), chosen.role());
    Notice.leave(redirect, words.say("access.colleagues.ended"));
    return "redirect:/colleagues/" + user;
  }

  private String form(
      Model model,
      SignedIn who,
      String name,
      String username,
      String agency,
      List<String> problems) {
    model.addAttribute("agency", agency);
    model.addAttribute("agencies", colleagues.agencies(who));
    model.addAttribute("name", name);
    model.addAttribute("username", username);
    model.addAttribute("problems", problems);
    return "access/colleagues/new";
  }

  private static void check(String field, String text, List<String> problems) {
    if (text.isBlank()) {
      problems.add(field + "-missing");
    } else if (text.length() > LONGEST) {
      problems.add(field + "-long");
    }
  }
}
