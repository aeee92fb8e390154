package org.sightline.access.opening;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.access.OpeningPurpose;
import org.sightline.access.Openings;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Answers;
import org.sightline.web.NotKept;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@NotKept
@Controller
@RequestMapping("/casework/{piece}/opening")
class OpeningController {

  private final Openings openings;
  private final Words words;

  OpeningController(Openings openings, Words words) {
    this.openings = openings;
    this.words = words;
  }

  @GetMapping
  String ask(SignedIn who, @PathVariable String piece, Model model) {
    var id = WorkspaceId.of(piece);
    var choice = openings.choice(who, id);
    var form = Answers.none(words);
    openings.chosen(id).ifPresent(purpose -> form.with("purpose", purpose));
    if (choice.allowance().purposes().size() == 1) {
      form.with("purpose", choice.allowance().purposes().iterator().next());
    }
    return page(piece, choice, form, model);
  }

  @PostMapping
  String open(
      SignedIn who,
      @PathVariable String piece,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var id = WorkspaceId.of(piece);
    var choice = openings.choice(who, id);
    var form = new Answers(words, values);
    var purpose = form.choice("purpose", OpeningPurpose.class, "access.opening.missing");
    if (purpose.isEmpty()) {
      response.setStatus(422);
      return page(piece, choice, form, model);
    }
    openings.open(who, id, purpose.get());
    return "redirect:" + openings.wayBack(request, id).orElse("/casework/" + id);
  }

  private String page(String piece, Openings.Choice choice, Answers form, Model model) {
    var purposes = new LinkedHashMap<String, String>();
    for (var purpose : OpeningPurpose.values()) {
      if (choice.allowance().purposes().contains(purpose)) {
        purposes.put(purpose.name(), words.say("access.opening.purpose." + purpose));
      }
    }
    model.addAttribute(
        "page",
        new OpeningPage(piece, choice.title(), choice.allowance().agreed(), form, purposes));
    return "access/opening/opening";
  }
}
