package org.sightline.sharing.relying;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Agreement;
import org.sightline.sharing.Reliances;
import org.sightline.sharing.Saying;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/sharing/casework/{piece}/agreements")
class RelyingController {

  private final Reliances reliances;
  private final Saying saying;
  private final Words words;

  RelyingController(Reliances reliances, Saying saying, Words words) {
    this.reliances = reliances;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String piece, Model model) {
    return page(who, WorkspaceId.of(piece), Answers.none(words), model);
  }

  @OnlyFor(Role.CHAIR)
  @PostMapping
  String rely(
      SignedIn who,
      @PathVariable String piece,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(piece);
    var form = new Answers(words, values);
    if (form.is("agreement", "")) {
      form.problem("agreement", words.say("sharing.relying.missing"));
      response.setStatus(422);
      return page(who, id, form, model);
    }
    reliances.rely(who, id, Ids.parse(form.value("agreement")));
    Notice.leave(redirect, words.say("sharing.relying.relied"));
    return "redirect:/sharing/casework/" + id + "/agreements";
  }

  @OnlyFor(Role.CHAIR)
  @PostMapping("/{agreement}/ending")
  String end(
      SignedIn who,
      @PathVariable String piece,
      @PathVariable String agreement,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(piece);
    reliances.end(who, id, Ids.parse(agreement));
    Notice.leave(redirect, words.say("sharing.relying.ended"));
    return "redirect:/sharing/casework/" + id + "/agreements";
  }

  private String page(SignedIn who, WorkspaceId id, Answers form, Model model) {
    var standing = reliances.of(who, id);
    var others = new LinkedHashMap<String, String>();
    standing.others().forEach(one -> others.put(one.id().toString(), one.terms().title()));
    model.addAttribute(
        "page",
        new RelyingPage(
            id.toString(),
            standing.title(),
            standing.relied().stream().map(this::line).toList(),
            standing.chair(),
            form,
            others));
    return "sharing/relying/relying";
  }

  private RelyingPage.Line line(Agreement agreement) {
    return new RelyingPage.Line(
        agreement.id().toString(),
        agreement.terms().title(),
        words.say("sharing.status." + agreement.status()),
        agreement.terms().purposes().stream().sorted().map(saying::of).toList());
  }
}
