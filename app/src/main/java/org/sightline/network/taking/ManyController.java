package org.sightline.network.taking;

import jakarta.servlet.http.HttpServletResponse;
import org.sightline.access.Casework;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.ManyPeople;
import org.sightline.network.ManyPeople.Named;
import org.sightline.network.Maps;
import org.sightline.network.OwnMaps;
import org.sightline.network.Preparing;
import org.sightline.network.SealedMaps;
import org.sightline.web.Answers;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Asks for the second person that taking out many people takes (AC-12).
@Controller
class ManyController {

  private final Maps maps;
  private final SealedMaps sealed;
  private final Preparing preparing;
  private final OwnMaps own;
  private final Casework casework;
  private final ManyPeople many;
  private final Words words;

  ManyController(
      Maps maps,
      SealedMaps sealed,
      Preparing preparing,
      OwnMaps own,
      Casework casework,
      ManyPeople many,
      Words words) {
    this.maps = maps;
    this.sealed = sealed;
    this.preparing = preparing;
    this.own = own;
    this.casework = casework;
    this.many = many;
    this.words = words;
  }

  @Fresh
  @PostMapping("/network/maps/{work}/copies/second-person")
  String ask(
      SignedIn who,
      @PathVariable String work,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(work);
    if (!maps.mayDraw(who, id)) {
      throw new NotThere();
    }
    var form = new Answers(words, values);
    var named = named(who, id, form.value("what"));
    String reason = form.needLines("why", "network.many.why.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      model.addAttribute("page", new ManyPage(named, many.asked(who, named).orElse(null), form));
      return "network/taking/many";
    }
    var question = many.ask(who, named, casework.find(who, id).purpose().title(), reason);
    Notice.leave(redirect, words.say("network.many.sent"));
    return "redirect:/second-person/" + question;
  }

  private Named named(SignedIn who, WorkspaceId work, String what) {
    if (what.equals("map")) {
      return Named.on(work, what, maps.open(who, work));
    }
    if (what.equals("matrix")) {
      return Named.in(work, preparing.read(who, work).part());
    }
    if (what.startsWith("own-")) {
      var subject = Ids.parse(what.substring("own-".length()));
      return Named.around(work, subject, own.find(who, work, subject).need().map());
    }
    return Named.on(work, what, sealed.open(who, work, Ids.parse(what)).sight().picture());
  }
}
